import type { Screen } from '../../../shared/screen';

export const changesScreen = {
  path: '/changes/:before/:after/:from?',
  from: null,
  under: 'runs',
  name: { en: 'What changed', ko: '바뀐 점' },
  help: {
    purpose: {
      en: 'Shows how the delivered lists of one run differ from those of an earlier one. It names whose lists changed, which titles came in and went out, and why as far as that is known.',
      ko: '추천 모델의 목록이 이전과 어떻게 다른지 보여 줍니다. 누구의 목록에서 어떤 콘텐츠가 들어오고 빠졌는지, 알 수 있는 이유와 함께 나옵니다.',
    },
    guide: 'refresh',
    terms: ['run', 'list', 'rule', 'segment'],
  },
} as const satisfies Screen;
