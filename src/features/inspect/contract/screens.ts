import type { Screen } from '../../../shared/screen';

export const compareScreen = {
  path: '/compare/:profile?/:from?',
  from: null,
  under: 'profiles',
  name: { en: 'One child', ko: '한 아이' },
  help: {
    purpose: {
      en: 'Shows what one child watched, and as a shelf of covers the list that is delivered to it, with the rules that are on. Point at a cover to see why it is there, ask What if or Tune to see what would change it, and press L for the list with its figures.',
      ko: '한 아이가 본 작품과, 규칙까지 적용해 내보낼 추천 목록을 표지 책장으로 보여 줍니다. 표지를 가리켜 추천 이유를 보고, 만약과 조정으로 무엇이 바뀌는지 보고, L을 눌러 수치가 있는 목록을 보세요.',
    },
    guide: 'lists',
    terms: ['history', 'list', 'tuning', 'neighbour', 'noise', 'stability', 'latent-code'],
  },
} as const satisfies Screen;
