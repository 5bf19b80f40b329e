import { expect, test } from 'vitest';
import { byNewTitles, inOrder } from './queue-order';

test('the greatest key comes first; of equal ones the greater need, then the order of the data', () => {
  const reach = [5, 9, 5, 5, 0];
  const need = [1, 1, 3, 1, 7];
  const of = (values: readonly number[]) => (row: number) => values[row]!;
  expect(inOrder([4, 3, 2, 1, 0], of(reach), of(need))).toEqual([1, 2, 0, 3, 4]);
  expect(inOrder([0, 1, 2, 3, 4], of(need), of(need))).toEqual([4, 2, 0, 1, 3]);
});

test('a list that is compared with nothing comes after those that changed and before those that did not', () => {
  const need = () => 1;
  expect(inOrder([0, 1, 2, 3], byNewTitles([0, null, 1, 7]), need)).toEqual([3, 2, 1, 0]);
});
