import type { Screen } from '../../../shared/screen';

export const rulesScreen = {
  path: '/rules',
  from: 'rail',
  name: { en: 'Rules', ko: '규칙' },
  accessKey: 'L',
  help: {
    purpose: {
      en: 'Says what lists shall and shall not hold, whatever the model says. See what rules do and cost before you save them; exports apply them.',
      ko: '모델과 상관없이 추천 목록에 넣거나 뺄 것을 정하며, 내보낼 때 적용됩니다. 저장하기 전에 효과와 손실을 확인하세요.',
    },
    guide: 'rules',
    terms: ['rule', 'list', 'segment', 'hold-out', 'coverage'],
  },
} as const satisfies Screen;
