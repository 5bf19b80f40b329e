import type { Screen } from '../../../shared/screen';

export const compareScreen = {
  path: '/compare/:profile?/:from?',
  from: null,
  under: 'profiles',
  name: { en: 'One profile', ko: '프로필 하나' },
  help: {
    purpose: {
      en: 'Shows what one child watched beside the list that is delivered to it, with the rules that are on. Ask why a title is there, and tune the list to see what would change it.',
      ko: '한 아이가 본 콘텐츠와 규칙까지 적용해 내보낼 추천 목록을 나란히 보여 줍니다. 추천 이유를 묻고, 조정하면서 목록이 어떻게 바뀌는지 보세요.',
    },
    guide: 'lists',
    terms: ['history', 'list', 'tuning', 'neighbour', 'noise', 'stability', 'latent-code'],
  },
} as const satisfies Screen;
