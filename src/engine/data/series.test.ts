import { expect, test } from 'vitest';
import { episodesBefore, seriesOfItems } from './series';

test('finds the titles of a series by its name, ignoring case and order', () => {
  const found = seriesOfItems(['Owl 3화', 'OWL 1화', null, 'Toy Story 2', 'Fox part 10', 'Owl']);
  expect(found.names).toEqual(['Owl', 'Toy Story 2', 'Fox']);
  expect([...found.series]).toEqual([0, 0, -1, 1, 2, 0]);
});

test('takes the nearest existing earlier episode, in each of its copies and of the same unit', () => {
  const titles = ['Owl 3화', 'Owl 1화', null, 'Toy Story 2', 'Fox part 10', 'Owl 1화', 'Owl', 'Owl season 2'];
  expect(episodesBefore(titles)).toEqual([[1, 5], [], [], [], [], [], [], []]);
});
