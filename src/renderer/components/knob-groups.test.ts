import { expect, test } from 'vitest';
import { KNOB_NAMES } from '../../shared/recipe/table';
import { grouped, groupOf } from './knob-groups';

test('every knob of the recipe table stands in one group of the form', () => {
  expect(
    grouped(KNOB_NAMES)
      .flatMap(({ knobs }) => knobs)
      .sort(),
  ).toEqual([...KNOB_NAMES].sort());
});

test('a knob of one baseline is grouped with the model', () => {
  expect(groupOf('ease.regularisation')).toBe('model');
  expect(groupOf('noise.dropout')).toBe('noise');
});
