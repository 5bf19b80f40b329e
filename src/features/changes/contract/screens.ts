import type { Screen } from '../../../shared/screen';

export const changesScreen = {
  path: '/changes/:before/:after/:from?',
  // More than two stood beside each other there.
  was: [
    {
      path: '/runs/compare/:ids',
      now: ({ ids = '' }) => ['/changes', ...ids.split(',').slice(0, 2), 'runs'].join('/'),
    },
  ],
  from: null,
  under: 'week',
  name: { en: 'What changed', ko: '바뀐 점' },
  help: {
    purpose: {
      en: 'Shows which titles and genres moved further in the delivered lists than retraining alone moves them, why, and the children behind each. Below stand the lists that changed most, to decide about them in one pass.',
      ko: '내보낼 목록에서 재학습만으로 움직이는 것보다 더 움직인 작품과 장르, 그 까닭, 그 아이들을 보여 줍니다. 아래에는 가장 많이 바뀐 목록이 있어 한 번에 결정할 수 있습니다.',
    },
    guide: 'refresh',
    terms: ['run', 'list', 'rule', 'segment'],
  },
} as const satisfies Screen;
