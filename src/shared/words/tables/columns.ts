/** What columns and attributes of the layouts that we know are called: as on the screens, beside the name that they have in the file. */
import { LABELS_WORDS } from './labels';
import type { Templates } from '../templates';

export const COLUMN_WORDS = {
  'column.named': { en: '{words} ({name})', ko: '{words}({name} 열)' },
  'column.example': {
    en: '{name} ({words}, such as {example})',
    ko: '{name}({words}, 예: {example})',
  },
  'column.profile': { en: 'ID of the child', ko: '아이 ID' },
  'column.item': { en: 'ID of the title', ko: '작품 ID' },
  'column.time': { en: 'time', ko: '시각' },
  'column.weight': { en: 'weight', ko: '가중치' },
  'column.title': { en: 'name of the title', ko: '작품 제목' },
  'column.subtitle': { en: 'name of the episode', ko: '회차 제목' },
  'column.trailer': { en: 'whether it is a trailer', ko: '예고편 여부' },
  'column.continuous': { en: 'whether it played on by itself', ko: '연속 재생 여부' },
  'column.payment': { en: 'price paid', ko: '결제' },
  'column.watchTime': { en: 'time watched', ko: '시청 시간' },
  'column.totalTime': { en: 'length', ko: '전체 길이' },
  'column.attribute-sex': LABELS_WORDS['labels.known.attributes.sex'],
  'column.attribute-gender': LABELS_WORDS['labels.known.attributes.gender'],
  'column.attribute-age': LABELS_WORDS['labels.known.attributes.age'],
  'column.attribute-occupation': LABELS_WORDS['labels.known.attributes.occupation'],
  'column.attribute-pr_interest_keyword_cd': LABELS_WORDS['labels.known.attributes.pr_interest_keyword_cd'],
  'column.attribute-ch_interest_keyword_cd': LABELS_WORDS['labels.known.attributes.ch_interest_keyword_cd'],
  'column.attribute-genre_large': LABELS_WORDS['labels.known.attributes.genre_large'],
  'column.attribute-genre_mid': LABELS_WORDS['labels.known.attributes.genre_mid'],
  'column.attribute-genre_small': LABELS_WORDS['labels.known.attributes.genre_small'],
  'column.attribute-genre': LABELS_WORDS['labels.known.attributes.genre'],
  'column.attribute-genres': LABELS_WORDS['labels.known.attributes.genres'],
  'column.attribute-country': LABELS_WORDS['labels.known.attributes.country'],
  'column.attribute-cast': LABELS_WORDS['labels.known.attributes.cast'],
  'column.attribute-end_date': LABELS_WORDS['labels.known.attributes.end_date'],
  'column.attribute-run_time': LABELS_WORDS['labels.known.attributes.run_time'],
} as const satisfies Templates;
