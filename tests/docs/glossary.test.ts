/**
 * docs/glossary.md is correct: each Korean word is on the screens, each name in the code.
 *
 * @module-tag telling
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { WORDS } from '../../src/features/words';
import { GLOSSARY, TERMS } from '../../src/shared/guide/glossary';
import { KNOBS } from '../../src/shared/recipe/table';
import type { Text } from '../../src/shared/words/templates';

const ROOT = path.join(import.meta.dirname, '../..');
const read = (folder: string, ending: RegExp): string =>
  fs
    .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => fs.readFileSync(path.join(ROOT, folder, file), 'utf8'))
    .join('\n');

const ROWS = fs
  .readFileSync(path.join(ROOT, 'docs/glossary.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (term|-+) /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()) as [string, string, string, string, string]);

test('has some forty terms, each once', () => {
  const terms = ROWS.map(([, term]) => term);
  expect(terms.length).toBeGreaterThan(30);
  expect(new Set(terms).size).toBe(terms.length);
});

test('its Korean words are what the texts say', () => {
  const shown = Object.entries<Text>(WORDS).filter(([id]) => !id.startsWith('help.terms.'));
  const knobs = Object.values(KNOBS).flatMap(({ label, help }) => [label, help]);
  const texts = [...shown.map(([, text]) => text), ...knobs].map(({ ko }) => ko).join('\n');
  expect(ROWS.map(([, , korean]) => korean).filter((word) => word !== '–' && !texts.includes(word))).toEqual([]);
});

test('its names of code are in the code', () => {
  const words = new Set(read('src', /\.tsx?$/).match(/[\w.]+/g));
  const names = ROWS.flatMap(([, , , , cell]) => [...cell.matchAll(/`([\w.]+)`/g)].map(([, name]) => name!));
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => !words.has(name))).toEqual([]);
});

test('has each term of the window, with the same names and meanings', () => {
  // Words of the code alone have no Korean.
  const rows = ROWS.filter(([, , word]) => word !== '–').map(([, term, word]) => [term, word]);
  expect(rows).toEqual(TERMS.map((term) => [GLOSSARY[term].name.en, GLOSSARY[term].name.ko]));
  const told = new Map(ROWS.map(([, term, , meaning]) => [term, meaning]));
  expect(TERMS.filter((term) => !told.get(GLOSSARY[term].name.en)!.startsWith(GLOSSARY[term].meaning.en))).toEqual([]);
});
