import type { Screen } from '../../../shared/screen';

export const titlesScreen = {
  path: '/titles/:item?',
  from: 'rail',
  needs: 'data',
  name: { en: 'Titles', ko: '콘텐츠' },
  also: {
    en: 'videos, programmes, shows, films, series, catalogue',
    ko: '영상, 작품, 프로그램, 영화, 시리즈, 타이틀, 동영상',
  },
  accessKey: 'T',
  help: {
    purpose: {
      en: 'Shows for each title how many profiles watched it and how many get it recommended. Open a title to see similar ones and who gets it.',
      ko: '콘텐츠마다 시청한 프로필과 추천받는 프로필이 몇 개인지 보여 줍니다. 콘텐츠를 열면 유사 콘텐츠와 추천받는 프로필이 나옵니다.',
    },
    guide: 'lists',
    terms: ['title', 'coverage', 'novelty', 'list'],
  },
} as const satisfies Screen;
