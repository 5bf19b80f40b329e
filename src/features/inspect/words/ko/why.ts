import type { whyNot as source } from '../en/why';
import type { Strings } from '../../../../shared/words/strings';

export const whyNot: Strings<typeof source> = {
  title: '추천되지 않은 이유',
  search: '추천되지 않은 이유를 물을 콘텐츠 찾기 (Shift+W)',
  reasons: {
    listed: '목록 {{rank, number}}위에 있습니다.',
    watched: '이미 시청한 콘텐츠라 목록에서 뺐습니다.',
    'not-learned': '학습에 없던 콘텐츠라 모델이 점수를 매기지 않았습니다.',
    'ruled-out': '규칙이 없으면 {{rank, number}}위입니다.',
    outranked: '{{rank, number}}위입니다. 목록은 {{places, number}}위까지입니다.',
  },
  rules: '규칙',
  ruledRank: '저장된 규칙을 쓰면 목록 {{rank, number}}위에 있습니다.',
  outBy: '‘{{name}}’ 규칙 때문에 빠집니다.',
  withoutRules: '이 규칙이 없으면: {{names}}',
  movedUp_other: '{{count, number}}계단 올리면',
  noRules_other: '규칙을 {{count, number}}가지 바꿔 보았지만 목록에 들어가지 않습니다.',
  openRules: '규칙 열기',
  newRank:
    '이 프로필에 어울리는 신작 {{suiting, number}}편 중 {{rank, number}}번째입니다. ‘신작’ 규칙에서 자리를 그만큼 주면 목록에 들어갑니다. 다른 규칙이 막으면 들어가지 않습니다.',
  newTooFar:
    '이 프로필에 어울리는 신작 {{suiting, number}}편 중 {{rank, number}}번째입니다. 목록에는 그만한 자리가 없습니다.',
  newChange: '이 프로필에는 어울리지 않습니다. ‘{{title}}’ 콘텐츠를 보았다면 신작 중 {{rank, number}}번째가 됩니다.',
  newNowhere: '시청된 콘텐츠와 공통된 정보가 없어 어느 목록에도 들어갈 수 없습니다.',
  scores: '점수는 {{score}}, 목록 마지막 콘텐츠의 점수는 {{needed}}입니다.',
  change: '목록에 들어가려면',
  others: '또는',
  added: '시청했을 때: {{title}}',
  removed: '시청하지 않았을 때: {{title}}',
  attribute: '{{name}}: {{before}} 대신 {{value}}',
  outcome: '{{rank, number}}위가 되고, 지금 목록의 {{places, number}}개 중 {{stay, number}}개가 남습니다.',
  try: '적용해 보기',
  tried_other:
    '{{count, number}}가지를 바꿔 보고 찾은 가장 작은 변경입니다. 시도하지 않은 더 작은 변경이 있을 수도 있습니다.',
  none_other:
    '시청 이력과 속성을 하나씩, 가까운 것은 둘씩 {{count, number}}가지 바꿔 보았지만 목록에 들어가지 않습니다.',
};
