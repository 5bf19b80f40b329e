/** What is said of units, sweeps and repeated seeds. */
import type { Templates } from './templates';

export const UNIT_SENTENCES = {
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
    ko: '추천 모델 {run}: 데이터, 레시피, 시드 중 하나가 이 작업과 다릅니다. 그 추천 모델을 휴지통으로 옮기거나 다른 시드를 사용하세요.',
  },
  'unit.paused': {
    en: 'It paused where it was asked to, before the test part was looked at. Resume {run} to earn its scores and make its lists.',
    ko: '요청한 곳에서 멈췄으며 평가용 데이터는 아직 쓰지 않았습니다. {run}을(를) 이어서 학습하면 점수를 매기고 추천 목록을 만듭니다.',
  },
} as const satisfies Templates;
