import { expect, test } from 'vitest';
import { titlesBeside } from './titles-named';

test('titles with commas are distinguishable, and those without a name show their ID', () => {
  const titles = [
    { item: '1', title: 'Otter Bay, part 1' },
    { item: '764', title: null },
  ];
  expect(titlesBeside(titles)).toBe('Otter Bay, part 1 · 764');
});
