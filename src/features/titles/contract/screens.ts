import type { Screen } from '../../../shared/screen';

export const titlesScreen = {
  path: '/titles/:item?',
  from: 'rail',
  needs: 'data',
  name: { en: 'Titles', ko: '작품' },
  also: {
    en: 'videos, programmes, shows, films, series, catalogue',
    ko: '영상, 작품, 프로그램, 영화, 시리즈, 타이틀, 동영상',
  },
  accessKey: 'T',
  help: {
    purpose: {
      en: 'Shows for each title how many children watched it and how many get it recommended. Open a title to see similar ones and who gets it.',
      ko: '작품마다 시청한 아이와 추천받는 아이가 몇 명인지 보여 줍니다. 작품을 열면 유사 작품과 추천받는 아이가 나옵니다.',
    },
    guide: 'lists',
    terms: ['title', 'coverage', 'novelty', 'list'],
  },
} as const satisfies Screen;
