/** What columns and attributes of the layouts that we know are called: as on the screens, beside the name that they have in the file. */
import { labels as english } from '../en/labels';
import { labels as korean } from '../ko/labels';
import type { Templates } from '../templates';

const { attributes: en } = english.known;
const { attributes: ko } = korean.known;

export const COLUMN_SENTENCES = {
  'column.named': { en: '{words} ({name})', ko: '{words}({name} 열)' },
  'column.example': {
    en: '{name} ({words}, such as {example})',
    ko: '{name}({words}, 예: {example})',
  },
  'column.profile': { en: 'ID of the profile', ko: '프로필 ID' },
  'column.item': { en: 'ID of the title', ko: '콘텐츠 ID' },
  'column.time': { en: 'time', ko: '시각' },
  'column.weight': { en: 'weight', ko: '가중치' },
  'column.title': { en: 'name of the title', ko: '콘텐츠 제목' },
  'column.subtitle': { en: 'name of the episode', ko: '회차 제목' },
  'column.trailer': { en: 'whether it is a trailer', ko: '예고편 여부' },
  'column.continuous': { en: 'whether it played on by itself', ko: '연속 재생 여부' },
  'column.payment': { en: 'price paid', ko: '결제' },
  'column.watchTime': { en: 'time watched', ko: '시청 시간' },
  'column.totalTime': { en: 'length', ko: '전체 길이' },
  'column.attribute-sex': { en: en.sex, ko: ko.sex },
  'column.attribute-gender': { en: en.gender, ko: ko.gender },
  'column.attribute-age': { en: en.age, ko: ko.age },
  'column.attribute-occupation': { en: en.occupation, ko: ko.occupation },
  'column.attribute-pr_interest_keyword_cd': { en: en.pr_interest_keyword_cd, ko: ko.pr_interest_keyword_cd },
  'column.attribute-ch_interest_keyword_cd': { en: en.ch_interest_keyword_cd, ko: ko.ch_interest_keyword_cd },
  'column.attribute-genre_large': { en: en.genre_large, ko: ko.genre_large },
  'column.attribute-genre_mid': { en: en.genre_mid, ko: ko.genre_mid },
  'column.attribute-genre_small': { en: en.genre_small, ko: ko.genre_small },
  'column.attribute-genre': { en: en.genre, ko: ko.genre },
  'column.attribute-genres': { en: en.genres, ko: ko.genres },
  'column.attribute-country': { en: en.country, ko: ko.country },
  'column.attribute-cast': { en: en.cast, ko: ko.cast },
  'column.attribute-end_date': { en: en.end_date, ko: ko.end_date },
} as const satisfies Templates;
