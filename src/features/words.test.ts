/**
 * What every text keeps to, in every language.
 *
 * @module-tag telling
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { WORDS } from './words';
import { KNOBS } from '../shared/recipe/table';
import type { Templates, Text } from '../shared/words/templates';

const SOURCES = path.join(import.meta.dirname, '..');
const FILES = import.meta.glob<Record<string, Templates>>(
  ['./*/words.ts', './*/words/*.ts', '../shared/words/tables/*.ts', '!./**/*.test.ts'],
  { eager: true },
);
/** The tables by their files. */
const TABLES = new Map(
  Object.entries(FILES).flatMap(([file, exports]) =>
    Object.entries(exports)
      .filter(([name]) => name.endsWith('_WORDS'))
      .map(([, table]) => [path.join(import.meta.dirname, file), table]),
  ),
);

/** Those of the tables, and what the knobs of the recipe are called and do. */
const texts = [
  ...Object.entries<Text>(WORDS),
  ...Object.entries(KNOBS).flatMap(([knob, { label, help }]): [string, Text][] => [
    [`${knob}, its label`, label],
    [`${knob}, its help`, help],
  ]),
];
/** The IDs of the texts that something is wrong with. */
const idsWhere = (isWrong: (text: Text, id: string) => boolean): string[] =>
  texts.filter(([id, text]) => isWrong(text, id)).map(([id]) => id);

const values = (template: string): string[] => [...template.matchAll(/\{([^{}|]+)\}/g)].map(([, name]) => name!);
const gaps = (template: string): string => [...new Set(template.match(/(?<=\{)[^{}|]+/g))].sort().join();

it('asks for the same values in both languages', () => {
  expect(idsWhere(({ en, ko }) => gaps(en) !== gaps(ko))).toEqual([]);
});

it('names no value twice: texts within each other would double at each level', () => {
  const branchless = (template: string): string =>
    template.replaceAll(/\{[^{}|]+\|((?:[^{}|]|\{[^{}]*\})*)\|(?:[^{}|]|\{[^{}]*\})*\}/g, '$1');
  expect(
    idsWhere(({ en, ko }) =>
      [en, ko].some((text) => values(branchless(text)).length > new Set(values(branchless(text))).size),
    ),
  ).toEqual([]);
});

it('chooses between one and many, and by a value that is there', () => {
  const isChoice = /^(?:[^{}]|\{[^{}|]+\}|\{[^{}|]+\|(?:[^{}|]|\{[^{}|]+\})*\|(?:[^{}|]|\{[^{}|]+\})*\})*$/;
  expect(idsWhere(({ en, ko }) => ![en, ko].every((text) => isChoice.test(text)))).toEqual([]);
});

it('is Korean in Korean alone', () => {
  // The switch of languages is found by who reads the other one.
  expect(idsWhere(({ en }) => /[가-힣]/.test(en))).toEqual(['shell.palette.toggleLanguage', 'settings.languages.ko']);
  const withoutNames = (text: string): string =>
    text.replaceAll(/\{[^{}]*\}|\b(?:English|MovieLens|Node|Recall|Shelfwise|TensorFlow)\b/g, '');
  expect(idsWhere(({ ko }) => !/[가-힣]/.test(ko) && /[a-z]{3}/.test(withoutNames(ko)))).toEqual([
    'shell.palette.toggleLanguage',
  ]);
});

it('has the particle that the word before it asks for', () => {
  // A word that ends in a consonant, with a particle of words that end in a vowel; 는 ends verbs too, 누군가 is a word.
  const isMisplaced = (text: string): boolean =>
    [...text.matchAll(/[가-힣]([가-힣])[가를와](?=[\s.,)’”]|$)/g)].some(
      ([word, before]) => (before!.charCodeAt(0) - '가'.charCodeAt(0)) % 28 > 0 && word !== '누군가',
    );
  expect(isMisplaced('작품가 바뀐 목록')).toBe(true);
  expect(idsWhere(({ ko }) => isMisplaced(ko))).toEqual([]);
});

it('stands in one table', () => {
  const ids = [...TABLES.values()].flatMap((table) => Object.keys(table));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.toSorted()).toEqual(Object.keys(WORDS).toSorted());
});

it('is used', () => {
  const code = fs
    .readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(SOURCES, file))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.') && !TABLES.has(file))
    .map((file) => fs.readFileSync(file, 'utf8'))
    .join('\n');
  // 'common.stop', `common.stages.${stage}` for all below common.stages, and `${screen}.noneTitle` for that of every part.
  const quoted = new Set([...code.matchAll(/['"`]([a-z]\w*(?:[.-][\w -]+)+)['"`]/g)].map(([, id]) => id!));
  const patterns = [...code.matchAll(/`([a-z]\w*[.-][^`]*\$\{[^`]*|(?<=\bt\(`)\$\{\w+\}\.\w+)`/g)].map(
    ([, text]) => new RegExp(`^${text!.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '.+')}$`),
  );
  const isUsed = (id: string): boolean => quoted.has(id) || patterns.some((pattern) => pattern.test(id));
  expect(Object.keys(WORDS).filter((id) => !isUsed(id))).toEqual([]);
});
