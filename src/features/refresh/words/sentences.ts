/** What is said of refreshes: why no file was written. */
import type { Templates } from '../../../shared/words/templates';

export const REFRESH_SENTENCES = {
  'refresh.no-run': {
    en: 'There is no finished run yet whose recipe could be trained again. Train one first, or name one with --run.',
    ko: '다시 학습할 레시피가 없습니다. 학습을 마친 추천 모델이 아직 없으니 먼저 하나를 학습하거나 --run으로 지정하세요.',
  },
  'refresh.not-finished': {
    en: 'The run “{run}” is not finished: there is nothing to compare a new one with. Name a finished run.',
    ko: '추천 모델 ‘{run}’: 학습이 끝나지 않아 새 모델과 비교할 수 없습니다. 학습을 마친 추천 모델을 지정하세요.',
  },
  'refresh.nothing-new': {
    en: 'Nothing in {folder} is new for the run “{run}”. Nothing was trained, and no file was written.',
    ko: '{folder}: 추천 모델 ‘{run}’에 없던 새 데이터가 없습니다. 학습하지 않았고 파일도 쓰지 않았습니다.',
  },
  'refresh.worse': {
    en: 'The new run is worse than “{run}” on the same hold-out, beyond chance: score {now}, where that has {before} (difference {low} to {high}). No file was written.',
    ko: '같은 평가 데이터에서 새 추천 모델의 점수가 ‘{run}’보다 확실히 낮습니다: {now}, 이전 {before} (차이 {low} ~ {high}). 파일을 쓰지 않았습니다.',
  },
  'refresh.not-compared': {
    en: 'The new run could not be compared with “{run}”. No file was written.',
    ko: '새 추천 모델을 ‘{run}’와(과) 비교할 수 없습니다. 파일을 쓰지 않았습니다.',
  },
  'refresh.not-compared.other-pseudonyms': {
    en: 'Their data has pseudonyms of different keys.',
    ko: '두 데이터의 가명을 만든 키가 서로 다릅니다.',
  },
  'refresh.not-compared.no-shared-titles': {
    en: 'They have no title of the hold-out in common.',
    ko: '평가 데이터에 두 모델이 함께 아는 콘텐츠가 없습니다.',
  },
  'refresh.not-compared.learned': {
    en: 'The run before had learned all that is to be found in the hold-out: too little is new in it.',
    ko: '평가 데이터의 시청을 이전 모델이 모두 학습했습니다. 새로 들어온 시청이 너무 적습니다.',
  },
  'refresh.not-compared.not-here': {
    en: 'The hold-out of the new run holds nothing to find, or the data, the model or the judged lists of one of them are not here.',
    ko: '새 모델의 평가 데이터에 찾을 시청이 없거나, 둘 중 하나의 데이터, 모델, 평가한 목록이 남아 있지 않습니다.',
  },
  'refresh.checks': {
    en: 'Checks that are set to stop found something: {checks}. No file was written.',
    ko: '‘멈춤’으로 설정한 점검에서 문제가 나왔습니다: {checks}. 파일을 쓰지 않았습니다.',
  },
  'refresh.of-a-profile': {
    en: 'Something is wrong with the list of one profile. The same refresh again says of which.',
    ko: '한 프로필의 추천 목록에 문제가 있습니다. 같은 갱신을 다시 실행하면 어느 프로필인지 알 수 있습니다.',
  },
  'refresh.stopped': {
    en: 'The refresh was stopped. The same refresh goes on from where it is.',
    ko: '갱신을 중지했습니다. 같은 갱신을 다시 시작하면 멈춘 곳에서 이어집니다.',
  },
  'refresh.taken-over': {
    en: 'This program stood still for a while, and another one refreshes the workspace now. The same refresh again waits for that one.',
    ko: '이 프로그램이 한동안 멈춘 사이에 다른 프로그램이 이 작업 공간의 갱신을 시작했습니다. 같은 갱신을 다시 시작하면 그 갱신이 끝날 때까지 기다립니다.',
  },
} as const satisfies Templates;
