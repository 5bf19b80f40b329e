/** What columns and values of known layouts are called. */
import type { Templates } from '../templates';

export const LABELS_WORDS = {
  'labels.daysIn': { en: 'Days in {zone}', ko: '날짜 시간대: {zone}' },
  'labels.known.attributes.sex': { en: 'Sex', ko: '성별' },
  'labels.known.attributes.gender': { en: 'Sex', ko: '성별' },
  'labels.ageOf': { en: 'Age {age}', ko: '{age}세' },
  'labels.known.attributes.age': { en: 'Age', ko: '나이' },
  'labels.known.attributes.occupation': { en: 'Occupation', ko: '직업' },
  'labels.known.attributes.pr_interest_keyword_cd': { en: 'Parents’ interests', ko: '부모 관심사' },
  'labels.known.attributes.ch_interest_keyword_cd': { en: 'Child’s interests', ko: '아이 관심사' },
  'labels.known.attributes.genre_large': { en: 'Main genre', ko: '대분류' },
  'labels.known.attributes.genre_mid': { en: 'Genre', ko: '장르' },
  'labels.known.attributes.genre_small': { en: 'Subgenre', ko: '세부 장르' },
  'labels.known.attributes.genre': { en: 'All genres', ko: '전체 장르' },
  'labels.known.attributes.genres': { en: 'Genres', ko: '장르' },
  'labels.known.attributes.country': { en: 'Country', ko: '국가' },
  'labels.known.attributes.cast': { en: 'Cast', ko: '출연자' },
  'labels.known.attributes.end_date': { en: 'Last day', ko: '제공 종료일' },
  'labels.known.attributes.run_time': { en: 'Length', ko: '재생 시간' },
  'labels.minutes': { en: '{minutes} min', ko: '{minutes}분' },
  'labels.range': { en: '{from} to {to}', ko: '{from}~{to}' },
  'labels.known.values.sex.F': { en: 'Girl', ko: '여아' },
  'labels.known.values.sex.M': { en: 'Boy', ko: '남아' },
  'labels.known.values.gender.F': { en: 'Female', ko: '여성' },
  'labels.known.values.gender.M': { en: 'Male', ko: '남성' },
} as const satisfies Templates;
