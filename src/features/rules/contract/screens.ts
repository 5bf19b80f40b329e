import type { Screen } from '../../../shared/screen';

export const rulesScreen = {
  path: '/rules/:part?',
  from: 'rail',
  needs: 'data',
  name: { en: 'Rules', ko: '규칙' },
  also: { en: 'pin, hide, boost, limit, campaign, policy', ko: '고정, 숨기기, 제외, 제한, 편성, 캠페인, 정책' },
  accessKey: 'L',
  help: {
    purpose: {
      en: 'Says what lists must have and must not have, whatever the model says. See what rules do and cost before you save them: a saved rule that is on applies to every export.',
      ko: '모델과 상관없이 추천 목록에 넣거나 뺄 것을 정합니다. 저장해 켜 둔 규칙은 내보낼 때마다 적용되니 저장하기 전에 효과와 손실을 확인하세요.',
    },
    guide: 'rules',
    terms: ['rule', 'list', 'segment', 'hold-out', 'coverage'],
  },
} as const satisfies Screen;
