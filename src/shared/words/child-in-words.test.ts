/** A child in words, with as much as the data say. */
import { expect, it } from 'vitest';
import { NO_LABELS } from '../contract/labels';
import { knownNames } from '../labels/known-names';
import { labelBook, type LabelBook } from '../labels/label-book';
import { childInWords, whoInWords } from './child-in-words';
import { textsIn } from './texts';
import type { Language } from './templates';

const DATA = {
  layout: 'mapped',
  profileAttributes: [],
  itemAttributes: [{ name: 'genre_mid', kind: 'categorical', missing: 0, categories: ['A', 'B', 'C'] }],
} as unknown as Parameters<typeof labelBook>[0] & Parameters<typeof knownNames>[0];
const LABELS = {
  ...NO_LABELS,
  entries: [
    { attribute: 'genre_mid', code: 'A', label: 'Hangul play' },
    { attribute: 'genre_mid', code: 'B', label: 'magic' },
  ],
};
const KOREAN = {
  ...NO_LABELS,
  entries: [
    { attribute: 'genre_mid', code: 'A', label: '한글놀이' },
    { attribute: 'genre_mid', code: 'B', label: '마법 이야기' },
  ],
};
const bookIn = (language: Language, labels = language === 'ko' ? KOREAN : LABELS): LabelBook =>
  labelBook(DATA, labels, knownNames(DATA, textsIn(language)));

const attributes = (values: Record<string, string | null>) =>
  Object.entries(values).map(([name, value]) => ({ name, value }));
const GIRL = {
  profile: '2',
  attributes: attributes({ sex: 'F', age: '5', ch_interest_keyword_cd: 'K05' }),
  watched: 18,
  taste: [
    { group: 'A', titles: 9 },
    { group: 'B', titles: 6 },
    { group: 'C', titles: 3 },
  ],
};
const said = (child: typeof GIRL, language: Language = 'en'): string =>
  childInWords(child, bookIn(language), textsIn(language)).join(' · ');

it('says who it is, the two genres of at least a quarter, and how much was watched', () => {
  expect(said(GIRL)).toBe('Girl, 5 · Hangul play and magic · 18 watched');
  expect(said(GIRL, 'ko')).toBe('여자아이, 5살 · 한글놀이와 마법 이야기 · 18편 시청');
});

it('names one genre, or says that it is mixed, where fewer have a quarter', () => {
  expect(said({ ...GIRL, watched: 25 })).toBe('Girl, 5 · Hangul play · 25 watched');
  expect(said({ ...GIRL, watched: 40 })).toBe('Girl, 5 · mixed · 40 watched');
  expect(said({ ...GIRL, watched: 24 })).toBe('Girl, 5 · Hangul play and magic · 24 watched');
});

it('says that nothing was watched yet', () => {
  expect(said({ ...GIRL, watched: 0, taste: [] })).toBe('Girl, 5 · nothing watched yet');
  expect(said({ ...GIRL, watched: 0, taste: [] }, 'ko')).toBe('여자아이, 5살 · 아직 시청 없음');
});

it('says what the data say, and the ID without sex and age', () => {
  const who = (values: Record<string, string | null>, language: Language = 'en'): string =>
    whoInWords({ profile: '2', attributes: attributes(values) }, bookIn(language), textsIn(language));
  expect(who({ sex: 'M', age: null })).toBe('Boy');
  expect(who({ sex: null, age: '5' })).toBe('Age 5');
  expect(who({ age: '5' }, 'ko')).toBe('5살');
  expect(who({ occupation: 'writer' })).toBe('Child 2');
  expect(said({ ...GIRL, attributes: [], taste: [] })).toBe('Child 2 · 18 watched');
});

it('takes the words that people gave', () => {
  const labels = { ...LABELS, entries: [{ attribute: 'sex', code: 'F', label: 'Daughter' }] };
  expect(whoInWords(GIRL, bookIn('en', labels), textsIn('en'))).toBe('Daughter, 5');
});
