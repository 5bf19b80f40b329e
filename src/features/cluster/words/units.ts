/** What is said of units, sweeps and repeated seeds. */
import type { Templates } from '../../../shared/words/templates';

export const UNIT_WORDS = {
  'unit.no-validation': {
    en: 'There is no validation part to judge by: stopping.rule is fixed, or the data is too small for one. Set stopping.rule=validation, or use more data.',
    ko: '판단에 쓸 검증용 데이터가 없습니다. stopping.rule이 fixed이거나 데이터가 너무 적습니다. stopping.rule=validation으로 바꾸거나 데이터를 늘리세요.',
  },
  'unit.stopped': {
    en: 'The unit was stopped; the same unit goes on from where it is.',
    ko: '작업을 중지했습니다. 같은 작업을 다시 시작하면 멈춘 곳에서 이어집니다.',
  },
  'unit.other-run': {
    en: 'The run {run} is not that of this unit: its data, recipe or seed is another. Move that run to the trash, or use another seed.',
    ko: '추천 모델 {run}: 데이터, 레시피, 재현 번호 중 하나가 이 작업과 다릅니다. 그 추천 모델을 휴지통으로 옮기거나 다른 재현 번호를 사용하세요.',
  },
  'unit.other-build': {
    en: 'This unit is for the build {wanted}, and this is {build}. Bits may differ between builds: use the same one everywhere.',
    ko: '이 작업은 빌드 {wanted}에서 해야 하는데 이 프로그램의 빌드는 {build}입니다. 빌드가 다르면 결과의 비트가 다를 수 있으니 모든 곳에서 같은 빌드를 사용하세요.',
  },
  'unit.waits-for-lists': {
    en: 'The model is ready; its lists are made in parts. Join them, or resume {run} to make them here.',
    ko: '모델이 준비되었고 추천 목록은 나누어 만듭니다. 나눈 목록을 합치거나 {run}을(를) 이어서 학습해 여기서 만드세요.',
  },
  'unit.no-part': {
    en: 'Part {part} of {of} of the lists of the run {run} is missing or damaged. Make it, then join the parts again.',
    ko: '추천 모델 {run}의 추천 목록: {of}개로 나눈 것 중 {part}번째가 없거나 손상되었습니다. 그 부분을 만든 뒤 다시 합치세요.',
  },
  'unit.other-lists': {
    en: 'The joined lists are not those of the run {run}. They are left in parts; verify the run.',
    ko: '합친 목록이 추천 모델 {run}의 목록과 다릅니다. 나눈 채로 두었으니 추천 모델을 검증하세요.',
  },
  'sweep.unknown': {
    en: 'This workspace has no sweep {sweep}. Choose one that it lists, or begin another.',
    ko: '이 작업 공간에 설정 시험 {sweep}이(가) 없습니다. 목록에 있는 것을 고르거나 새로 시작하세요.',
  },
  'sweep.not-swept': {
    en: 'A sweep cannot try {knob}: it decides what trials are judged by, or nothing that their validation scores could tell.',
    ko: '{knob}: 시험할 수 없는 설정입니다. 시험을 판단하는 기준을 바꾸거나 검증 점수에 나타나지 않습니다.',
  },
  'sweep.no-numbers': {
    en: '{knob} takes no numbers, so it has no range. List its values.',
    ko: '{knob}: 숫자가 아니어서 범위를 정할 수 없습니다. 값을 나열하세요.',
  },
  'sweep.empty-range': {
    en: 'The range of {knob} runs from {from} to {to}. It has to run from the smaller number to the larger.',
    ko: '{knob}: 범위가 {from}부터 {to}까지입니다. 작은 수부터 큰 수까지 적으세요.',
  },
  'sweep.no-logarithm': {
    en: 'The logarithmic range of {knob} has to begin above 0.',
    ko: '{knob}: 로그 범위는 0보다 큰 수에서 시작해야 합니다.',
  },
  'sweep.no-steps': {
    en: 'A grid needs the steps of the range of {knob}. Add "steps", or list its values.',
    ko: '{knob}: 격자로 시험하려면 범위를 나눌 수가 필요합니다. "steps"를 넣거나 값을 나열하세요.',
  },
  'sweep.unread': {
    en: 'Nothing in a recipe of the model {model} reads {knob}, so all trials would come out the same.',
    ko: '{knob}: 모델 {model}의 레시피에서 쓰지 않는 설정이어서 모든 시험의 결과가 같습니다.',
  },
  'sweep.no-epochs': {
    en: 'Halving gives trials more and more epochs, and one of these models has none. Use grid or random.',
    ko: '절반씩 줄이기는 에포크를 늘려 가며 시험하는데 에포크가 없는 모델이 있습니다. 격자나 무작위를 사용하세요.',
  },
  'sweep.large-grid': {
    en: 'The grid has {size} settings, more than the budget of {budget}. Raise the budget, or draw at random.',
    ko: '격자의 설정 조합이 {size}개로 예산 {budget}개보다 많습니다. 예산을 늘리거나 무작위로 시험하세요.',
  },
  'unit.paused': {
    en: 'It paused where it was asked to, before the hold-out was looked at. Resume {run} to earn its scores and make its lists.',
    ko: '요청한 곳에서 멈췄으며 평가 데이터는 아직 쓰지 않았습니다. {run}을(를) 이어서 학습하면 점수를 매기고 추천 목록을 만듭니다.',
  },
} as const satisfies Templates;
