import { expect, it } from 'vitest';
import { genreMarks } from '../../../../shared/labels/genre-marks';
import { groupLooks, MISSING, SCALE_LOOKS, STEPS, stepColour, stepOf } from './map-look';

it('groups have distinct marks, also in forced colours, and genres keep those of their data set', () => {
  const groups = Array.from({ length: 12 }, (_, place) => `group ${place}`);
  const looks = groupLooks(groups, () => null);
  for (const colour of ['colour', 'forced'] as const)
    expect(new Set(looks.map((look) => `${look[colour]} ${look.shape}`)).size).toBe(12);
  const marks = genreMarks(['songs', 'drama'], []);
  const [drama] = groupLooks(['drama'], (group) => marks.get(group) ?? null);
  expect(drama).toEqual(looks[1]);
});

it('numbers map to a step of the scale, missing ones to a ring', () => {
  const range = { low: 2, high: 4 };
  expect([2, 3, 4, 9, -1].map((value) => stepOf(value, range))).toEqual([0, 16, STEPS - 1, STEPS - 1, 0]);
  expect(SCALE_LOOKS[stepOf(null, range)]).toBe(MISSING);
  expect(SCALE_LOOKS[stepOf(3, null)]).toBe(MISSING);
  expect(stepOf(2, { low: 2, high: 2 })).toBeLessThan(STEPS);
  expect(stepColour(0)).toMatch(/low\)\)$/);
  expect(stepColour(STEPS - 1)).toMatch(/high\) 100%/);
});
