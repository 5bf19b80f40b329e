/** Labels of the ticks of an axis. */
import { expect, it } from 'vitest';
import { toldApart } from './plot-style';

const labelsOf = (ticks: readonly number[], format: (value: number) => string): string[] =>
  ticks.map(toldApart(format));

it('says no number at a tick between two whole ones that would read like one of them', () => {
  expect(labelsOf([0, 0.5, 1, 1.5, 2], (value) => value.toFixed(0))).toEqual(['0', '', '1', '', '2']);
  expect(labelsOf([0, 0.5, 1], (value) => value.toFixed(1))).toEqual(['0.0', '0.5', '1.0']);
});
