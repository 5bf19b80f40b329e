import { expect, test } from 'vitest';
import type { Label } from '../contract/labels';
import type { Language } from '../words/templates';
import { textsIn } from '../words/texts';
import { knownNames } from './known-names';
import { labelBook } from './label-book';

const dataset = {
  profileAttributes: [
    { name: 'sex', kind: 'categorical' as const, categories: ['F', 'M', 'X'] },
    { name: 'likes', kind: 'set' as const, categories: ['K01', 'K02', 'toys, games'] },
    { name: 'level', kind: 'numeric' as const, categories: [] },
    { name: 'constructor', kind: 'categorical' as const, categories: ['__proto__'] },
  ],
  itemAttributes: [
    { name: 'kind', kind: 'categorical' as const, categories: ['F'] },
    { name: 'genre', kind: 'categorical' as const, categories: ['a', 'b'] },
  ],
};
/** What is known of columns that people mapped. */
const NOTHING = knownNames({ layout: 'mapped' }, textsIn('en'));
const label = (attribute: string, code: string | undefined, text: string): Label => ({
  attribute,
  label: text,
  ...(code !== undefined && { code }),
});
const bookOf = (...entries: Label[]) =>
  labelBook(
    dataset,
    { entries, colours: [], genres: [] },
    {
      ...NOTHING,
      name: (attribute, code) =>
        attribute === 'sex' ? ({ F: 'Girl', M: 'Boy' }[code ?? ''] ?? (code === undefined ? 'Sex' : null)) : null,
    },
  );

test('a label of the data wins over a known name, and that over the name in the files', () => {
  const book = bookOf(label('sex', 'F', '여아'));
  expect([book.attribute('sex'), book.attribute('likes')]).toEqual(['Sex', 'likes']);
  expect(['F', 'M', 'X'].map((code) => book.value('sex', code))).toEqual(['여아', 'Boy', 'X']);
  // The same code of another attribute is separate.
  expect(book.value('kind', 'F')).toBe('F');
});

test('members of a set are named one by one, even those that contain the separator', () => {
  const book = bookOf(label('likes', 'K01', 'Dinosaurs'), label('likes', 'toys, games', 'Play'));
  expect(book.text('likes', 'K01, toys, games')).toBe('Dinosaurs, Play');
  expect(book.members('likes', 'K02, K01')).toEqual([
    { code: 'K02', label: 'K02' },
    { code: 'K01', label: 'Dinosaurs' },
  ]);
  // Commas mean nothing in an attribute that is no set.
  expect(book.members('sex', 'F, M')).toEqual([{ code: 'F, M', label: 'F, M' }]);
});

test('if two values share a name, the code stands beside it', () => {
  const book = bookOf(label('sex', 'F', 'M'), label('likes', 'K01', 'Cars'), label('likes', 'K02', 'Cars'));
  expect(['K01', 'K02'].map((code) => book.value('likes', code))).toEqual(['Cars (K01)', 'Cars (K02)']);
  expect(book.value('sex', 'F')).toBe('M');
  const same = bookOf(label('sex', 'F', 'X'), label('sex', undefined, 'likes'));
  expect(['F', 'X'].map((code) => same.value('sex', code))).toEqual(['X (F)', 'X']);
  expect([same.attribute('sex'), same.attribute('likes')]).toEqual(['likes (sex)', 'likes']);
});

test('numbers and names of object properties are named like any other', () => {
  const book = bookOf(label('level', '3', 'three'), label('constructor', '__proto__', 'odd'));
  expect([book.value('level', '3'), book.value('level', '4')]).toEqual(['three', '4']);
  expect([book.value('constructor', '__proto__'), book.attribute('toString')]).toEqual(['odd', 'toString']);
});

test('without a data set everything stays unchanged', () => {
  const book = labelBook(null, { entries: [], colours: [], genres: [] }, NOTHING);
  expect([book.attribute('sex'), book.text('likes', 'a, b'), book.group, book.mark('a')]).toEqual([
    'sex',
    'a, b',
    null,
    null,
  ]);
});

test('to readers who know no codes, only names are spoken', () => {
  const book = bookOf(label('likes', 'K01', 'Cars'), label('likes', 'K02', 'Cars'));
  expect(book.spoken('likes', 'K01, K02, toys, games, K03')).toEqual(['Cars', 'Cars', 'toys, games']);
  expect([book.spoken('sex', 'F'), book.spoken('sex', 'X')]).toEqual([['Girl'], []]);
  // A number needs no name.
  expect(book.spoken('level', '3')).toEqual(['3']);
  expect(book.spoken('kind', '12')).toEqual([]);
  expect(book.spoken('kind', '3세')).toEqual(['3세']);
});

test('names the codes that nobody can read, and neither words nor numbers nor what is known', () => {
  expect(bookOf(label('likes', 'K01', 'Cars')).unnamed()).toEqual([
    { attribute: 'sex', code: 'X' },
    { attribute: 'likes', code: 'K02' },
    { attribute: 'kind', code: 'F' },
  ]);
  const ages = [{ name: 'age', kind: 'categorical' as const, categories: ['3', '4'] }];
  const none = { entries: [], colours: [], genres: [] };
  expect(labelBook({ profileAttributes: ages, itemAttributes: [] }, none, NOTHING).unnamed()).toEqual([]);
});

test('numbers of an attribute with a known unit have it, unless the data has a label for them', () => {
  const book = labelBook(
    { profileAttributes: [], itemAttributes: [{ name: 'run_time', kind: 'numeric', categories: [] }] },
    { entries: [label('run_time', '8', 'eight')], colours: [], genres: [] },
    knownNames({ layout: 'contest' }, textsIn('en')),
  );
  expect(['7.5', '8', 'long'].map((code) => book.value('run_time', code))).toEqual(['7.5 min', 'eight', 'long']);
  expect(['run_time', 'level'].map((name) => book.measured(name))).toEqual(['Length (min)', 'level']);
  expect(book.attribute('run_time')).toBe('Length');
  // A mapping says nothing of units.
  expect(knownNames({ layout: 'mapped' }, textsIn('ko')).name('run_time', '8')).toBeNull();
  expect(knownNames({ layout: 'contest' }, textsIn('ko')).name('run_time', '8')).toBe('8분');
});

test('a range has its unit once; a label of one end stands for it', () => {
  const book = (language: Language, layout: 'contest' | 'mapped', ...entries: Label[]) =>
    labelBook(
      { profileAttributes: [], itemAttributes: [{ name: 'run_time', kind: 'numeric', categories: [] }] },
      { entries, colours: [], genres: [] },
      knownNames({ layout }, textsIn(language)),
    );
  expect(book('en', 'contest').numbers('run_time', [60, 90])).toBe('60 to 90 min');
  expect(book('ko', 'contest').numbers('run_time', [60, 90])).toBe('60~90분');
  expect(book('ko', 'contest').numbers('run_time', [7.5])).toBe('7.5분');
  expect(book('en', 'mapped').numbers('run_time', [60, 90])).toBe('60 to 90');
  const labelled = book('en', 'contest', label('run_time', '8', 'eight'));
  expect(labelled.numbers('run_time', [8, 20])).toBe('eight to 20 min');
  expect([labelled.given('run_time', '8'), labelled.given('run_time', '20')]).toEqual(['eight', null]);
});
