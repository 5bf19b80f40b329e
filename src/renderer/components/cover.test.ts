import { expect, it } from 'vitest';
import { coverOf, MOTIFS } from './cover';

it('episodes of a series share a cover', () => {
  expect(coverOf('공룡 마을 2화')).toEqual(coverOf('공룡 마을 14화'));
  expect(coverOf('Toy Tower, part 1')).toEqual(coverOf('Toy Tower, part 2'));
});

it('the initial is the first letter or digit, a Korean one as a whole syllable', () => {
  expect(coverOf('공룡 마을').initial).toBe('공');
  expect(coverOf('공룡 마을'.normalize('NFD')).initial).toBe('공');
  expect(coverOf('“elmer” the bear').initial).toBe('E');
  expect(coverOf('101 dogs').initial).toBe('1');
  expect(coverOf('…').initial).toBe('');
});

it('every motif occurs, none for most titles', () => {
  const titles = Array.from({ length: 500 }, (_, index) => `Title ${String.fromCharCode(97 + (index % 26))}${index}x`);
  const times = MOTIFS.map((motif) => titles.filter((title) => coverOf(title).motif === motif).length);
  for (const count of times) expect(count).toBeGreaterThan(500 / MOTIFS.length / 2);
});
