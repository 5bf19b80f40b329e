/** The places of slopes, of their names and numbers, and of the bar of chance. */
import { expect, it } from 'vitest';
import { slopesOf } from './slopes';

const moved = (id: string, before: number, after: number) => ({ id, before, after });

it('stands from the largest number at the top to none at the foot, names in the order of the later side', () => {
  const { slopes, height } = slopesOf([moved('a', 0, 25), moved('b', 100, 20), moved('c', 40, 100)], null);
  expect(slopes.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  const [c, a, b] = slopes;
  expect(b!.from).toBe(c!.to);
  expect(a!.from).toBe(height - c!.to);
  expect(a!.to).toBe(height / 2);
  expect(slopes.map(({ name }) => Math.round(name))).toEqual([47, 140, 233]);
});

it('has a number for each line that touches no other, and room for every name', () => {
  const { slopes, marks, height } = slopesOf(
    Array.from({ length: 24 }, (_, at) => moved(`${at}`, 100 + (at % 2), 200 - at)),
    null,
  );
  expect(marks.map(({ value }) => value)).toEqual([101]);
  expect(height).toBe(24 * 28);
  for (const [at, { name }] of slopes.entries()) expect(name).toBe((at + 0.5) * 28);
});

it('shows what training again moves on the same scale, and nothing until it is known', () => {
  const lines = [moved('a', 16, 100)];
  const { chance, slopes } = slopesOf(lines, 3);
  // From 4 to 25, as from 100 to 169.
  expect(chance!.height).toBeCloseTo((slopes[0]!.from - slopes[0]!.to) / 2);
  expect(slopesOf(lines, null).chance).toBeNull();
  expect(slopesOf(lines, 0).chance).toBeNull();
  // It may be more than any line has.
  expect(slopesOf(lines, 20).chance!.top).toBe(14);
  expect(slopesOf([], null).slopes).toEqual([]);
});
