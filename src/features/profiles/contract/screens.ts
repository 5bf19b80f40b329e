import type { Screen } from '../../../shared/screen';

export const profilesScreen = {
  path: '/profiles',
  from: 'rail',
  needs: 'data',
  name: { en: 'Children', ko: '아이' },
  also: {
    en: 'viewers, children, users, accounts, segments, filter',
    ko: '시청자, 어린이, 아이, 사용자, 계정, 세그먼트, 필터',
  },
  accessKey: 'C',
  help: {
    purpose: {
      en: 'Lists every child of the open data set. Filter it, take a sample, and open a child to see its list.',
      ko: '열린 데이터 세트의 모든 아이입니다. 필터로 추리거나 무작위로 몇 명을 뽑고, 아이를 열어 추천 목록을 보세요.',
    },
    guide: 'lists',
    terms: ['profile', 'attribute', 'segment', 'review-mark', 'score', 'stability'],
  },
} as const satisfies Screen;

export const pairScreen = {
  path: '/pair/:left/:right',
  from: null,
  under: 'profiles',
  name: { en: 'Two children', ko: '두 아이' },
  help: {
    purpose: {
      en: 'Shows two children side by side under the same model. What they share, in attributes, history and list, is marked.',
      ko: '같은 모델에서 두 아이를 나란히 보여 줍니다. 속성, 시청 이력, 추천 목록에서 같은 점을 표시합니다.',
    },
    guide: 'lists',
    terms: ['profile', 'attribute', 'history', 'list'],
  },
} as const satisfies Screen;
