import type { Screen } from '../../../shared/screen';

export const segmentScreen = {
  path: '/segment/:id',
  from: null,
  under: 'profiles',
  name: { en: 'Segment', ko: '세그먼트' },
  help: {
    purpose: {
      en: 'Shows what sets the children of a segment, and their lists, apart from all others or from another segment. Its checks, scores and rules are shown below.',
      ko: '세그먼트의 아이와 추천 목록이 나머지 아이나 다른 세그먼트와 어떻게 다른지 보여 줍니다. 점검 결과, 점수, 규칙도 함께 나옵니다.',
    },
    guide: 'lists',
    terms: ['segment', 'profile', 'attribute', 'list', 'hold-out'],
  },
} as const satisfies Screen;
