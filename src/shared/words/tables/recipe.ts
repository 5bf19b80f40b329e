/** What is said of recipes. */
import type { Templates } from '../templates';

export const RECIPE_WORDS = {
  'recipe.no-preset': { en: 'There is no preset {preset}.', ko: '프리셋 {preset}이(가) 없습니다.' },
  'recipe.version': {
    en: 'This recipe has version {version}; this program knows version {known}. Use the program that wrote it, named in the record of its model.',
    ko: '이 레시피의 버전은 {version}인데 이 프로그램이 아는 버전은 {known}입니다. 모델의 기록에 적힌 프로그램을 사용하세요.',
  },
  'run.earlier': {
    en: 'Model {run} was made by an earlier version of Shelfwise (recipe version {version}) and is only listed here. Shelfwise 1.0 still shows and exports its lists; to go on here, train a new model on the same data.',
    ko: '모델 {run}: 예전 버전의 Shelfwise에서 만들어(레시피 버전 {version}) 여기서는 이름만 볼 수 있습니다. 추천 목록을 보거나 내보내려면 Shelfwise 1.0을 쓰고, 여기서 계속하려면 같은 데이터로 새 모델을 학습하세요.',
  },
  'recipe.earlier-file': {
    en: 'This recipe has version {version}, which an earlier Shelfwise trained. To train it here as version {present}, remove "version" from it, and each knob that is then reported.',
    ko: '레시피 버전 {version}: 예전 Shelfwise의 레시피입니다. 여기서 버전 {present}의 모델로 학습하려면 레시피에서 "version"을 지우고, 그다음에 오류로 나오는 설정도 모두 지우세요.',
  },
  'recipe.earlier-queued': {
    en: 'Its settings are of an earlier version of Shelfwise (recipe version {version}). Take it out of the queue, and train a new model in its place.',
    ko: '예전 버전의 Shelfwise에서 넣은 설정입니다(레시피 버전 {version}). 대기열에서 빼고 새 모델을 학습하세요.',
  },
  'recipe.no-knob': { en: 'There is no knob {knob}.', ko: '설정 {knob}이(가) 없습니다.' },
  'range.number': { en: 'a number from {minimum} to {maximum}', ko: '{minimum}부터 {maximum}까지의 숫자' },
  'range.integer': { en: 'a whole number from {minimum} to {maximum}', ko: '{minimum}부터 {maximum}까지의 정수' },
  'range.choice': { en: 'one of {choices}', ko: '다음 중 하나({choices})' },
  'range.boolean': { en: 'true or false', ko: '참(true) 또는 거짓(false)' },
  'range.pushes': {
    en: 'the numbers of directions of taste, ascending, each with how far to push along it, from -5 to 5: "1:2 4:-0.5"',
    ko: '취향 방향의 번호와 이동 폭(-5부터 5까지)을 번호 순서대로 적은 글(예: "1:2 4:-0.5")',
  },
  'recipe.out-of-range': {
    en: '{knob} takes {range}, not {value}.',
    ko: '{knob}: 가능한 값은 {range}이며 {value}은(는) 안 됩니다.',
  },
  'recipe.no-assignment': {
    en: '"{text}" is not knob=value, for example noise.dropout=0.4.',
    ko: '"{text}": 설정=값 형식이 아닙니다(예: noise.dropout=0.4).',
  },
} as const satisfies Templates;
