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
      en: 'Says what lists must have and must not have, whatever the model says. Each sentence is saved as you change it, with what it does beside it: one that is on and full applies to every list from now on.',
      ko: '모델과 상관없이 목록에 넣거나 뺄 것을 정합니다. 문장은 바꾸는 대로 저장되고 옆에 효과가 나오며, 빈칸이 없고 켜진 문장은 바로 모든 목록에 적용됩니다.',
    },
    guide: 'rules',
    terms: ['rule', 'list', 'segment', 'hold-out', 'coverage'],
  },
} as const satisfies Screen;
