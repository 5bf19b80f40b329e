import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { createFormat, dayFormat } from './format';
import { en } from '../../features/words/en';
import { ko } from '../../features/words/ko';

type Tree = { [key: string]: string | Tree };

function leaves(tree: Tree, prefix = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : leaves(value, `${prefix}${key}.`),
  );
}

const english = leaves(en);
const korean = new Map(leaves(ko));
/** `rows_one` and `rows_other` are one text to the code that uses it. */
const plain = (key: string): string => key.replace(/_(one|other)$/, '');

/** The sources, but for the texts themselves and tests. */
function sources(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return ['en', 'ko'].includes(entry.name) ? [] : sources(file);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [fs.readFileSync(file, 'utf8')] : [];
  });
}
const code = sources(path.join(import.meta.dirname, '../..')).join('\n');

test('both languages have the same texts', () => {
  const wanted = new Set(english.map(([key]) => key).filter((key) => !key.endsWith('_one')));
  expect([...korean.keys()].filter((key) => !wanted.has(key))).toEqual([]);
  expect([...wanted].filter((key) => !korean.has(key))).toEqual([]);
});

test('a text has the same gaps to fill in both languages', () => {
  const gaps = (text: string): string[] =>
    [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name!))].sort();
  const others = english.filter(([key]) => !key.endsWith('_one'));
  const differing = others.filter(([key, text]) => gaps(text).join() !== gaps(korean.get(key) ?? '').join());
  expect(differing.map(([key]) => key)).toEqual([]);
});

test('every text is used', () => {
  // 'common.stop', `common.stages.${stage}` for all below common.stages, and `${screen}.noneTitle` for that of every part.
  const quoted = new Set([...code.matchAll(/['"`]([a-z]\w*(?:\.[\w -]+)+)['"`]/g)].map(([, key]) => key!));
  const patterns = [...code.matchAll(/`([a-z]\w*\.[^`]*\$\{[^`]*|(?<=\bt\(`)\$\{\w+\}\.\w+)`/g)].map(
    ([, text]) => new RegExp(`^${text!.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '.+')}$`),
  );
  const unused = english
    .map(([key]) => plain(key))
    .filter((key) => !quoted.has(key) && !patterns.some((pattern) => pattern.test(key)));
  expect([...new Set(unused)]).toEqual([]);
});

test('numbers, spans and sizes read as each language writes them', () => {
  const [inEnglish, inKorean] = [createFormat('en'), createFormat('ko')];
  expect(inEnglish.duration(185)).toBe('3 min 5 s');
  expect(inKorean.duration(185)).toBe('3분 5초');
  expect(inEnglish.duration(7200)).toBe('2 h');
  expect([2, 2.04, 8.61].map(inKorean.duration)).toEqual(['2초', '2.0초', '8.6초']);
  expect(inEnglish.bytes(1_400_000_000)).toBe('1.4 GB');
  expect(inEnglish.score(null)).toBe('–');
  expect(inKorean.score(-0.0281, 3)).toBe('−0.028');
  expect(inEnglish.value(0.002)).toBe('0.002');
  expect([0.3874, 2.5249, 165].map(inEnglish.listScore)).toEqual(['0.387', '2.52', '165']);
  expect(inEnglish.day('2026-03-02T23:10:00Z')).toBe('Mar 2, 2026');
});

test('a moment has the halves of the day that Koreans write, whatever the data of this program say', () => {
  const moments = createFormat('ko', 'Asia/Seoul').moment;
  expect(moments('2026-11-27T06:08:00Z')).toBe('2026. 11. 27. 오후 3:08');
  expect(moments('2026-11-27T00:08:00Z')).toBe('2026. 11. 27. 오전 9:08');
  expect(createFormat('en', 'Asia/Seoul').moment('2026-11-27T06:08:00Z')).toMatch(/^Nov 27, 2026, 3:08\sPM$/);
});

test('what is no time is shown as missing', () => {
  const { day, moment, period } = createFormat('en');
  for (const text of ['', 'x', '2026-99-99T99:99:99.999Z'])
    expect([day(text), moment(text), period(text, 'month'), dayFormat('ko', 'Asia/Seoul')(text)]).toEqual([
      '–',
      '–',
      '–',
      '–',
    ]);
});

test('a day is that of its time zone, whatever zone this computer is in', () => {
  const late = '2026-03-02T23:10:00Z';
  expect(['UTC', 'Asia/Seoul', 'America/Los_Angeles'].map((zone) => dayFormat('en', zone)(late))).toEqual([
    'Mar 2, 2026',
    'Mar 3, 2026',
    'Mar 2, 2026',
  ]);
  expect(dayFormat('ko', 'Asia/Seoul')(late)).toBe('2026. 3. 3.');
});
