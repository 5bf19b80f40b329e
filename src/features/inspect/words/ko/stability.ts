import type { stability as source } from '../en/stability';
import type { Strings } from '../../../../shared/words/strings';

export const stability: Strings<typeof source> = {
  title: '추천 목록의 안정성',
  help: '시청 이력 일부가 없어도 목록이 얼마나 유지되는지입니다. 많이 바뀌는 목록은 시청 몇 건에 좌우됩니다.',
  measure: '측정',
  measureAgain: '다시 측정',
  measureAll: '모든 프로필 측정',
  none: '아직 측정하지 않았습니다.',
  stopped: '측정을 중지했습니다. 이전 측정 결과는 그대로입니다.',
  empty: '시청 이력이 있는 프로필이 없어 가릴 것이 없습니다.',
  mean: '목록 유지율',
  interval: '95% 구간: {{low}} ~ {{high}}',
  shaky: '불안정한 목록',
  shakyHelp: '유지율 {{share}} 미만',
  shakyLink_other: '불안정한 목록 {{count, number}}개 보기',
  measured: {
    all_other: '시청 이력이 있는 프로필 {{count, number}}개를 모두 측정했습니다. {{noise}}',
    some_other:
      '시청 이력이 있는 프로필 {{of, number}}개 중 무작위로 뽑은 {{count, number}}개를 측정했습니다. {{noise}}',
  },
  noise: {
    own: '시청 이력마다 사본 {{copies, number}}개를 만들어 학습 때처럼 각각 {{hidden}}를 가렸습니다.',
    drawn: '시청 이력마다 사본 {{copies, number}}개를 만들어 학습 때처럼 각각 {{hidden}} 이상을 가렸습니다.',
    other: '시청 이력마다 사본 {{copies, number}}개를 만들어 각각 {{hidden}}를 가렸습니다.',
  },
  profile: '가장 불안정한 목록',
  watched: '시청 콘텐츠',
  stays: '유지율',
  list: '시청 이력의 {{hidden}}를 무작위로 가려도 이 목록의 {{share}}가 유지됩니다',
  listDrawn: '시청 이력의 {{hidden}} 이상을 무작위로 가려도 이 목록의 {{share}}가 유지됩니다',
  item: '유지 {{share}}',
  range: '{{low}}~{{high}}',
  itemHelp:
    '일부를 가린 시청 이력 사본 {{copies, number}}개 중 {{share}}에서 이 콘텐츠가 목록에 있습니다(95%: {{low}} ~ {{high}}).',
};
