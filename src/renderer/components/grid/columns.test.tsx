/** What the first press on a heading sorts first. */
import { expect, it } from 'vitest';
import { columnDefinition, type GridColumn } from './columns';

const column: GridColumn<{ name: string }> = { id: 'name', label: 'Name', text: ({ name }) => name };

it.each([
  ['words from the beginning', {}, 'asc'],
  ['numbers from the most', { numeric: true }, 'desc'],
  ['numbers from the least, where those are looked for', { numeric: true, leastFirst: true }, 'asc'],
] as const)('%s', (_, changes, first) => {
  expect(columnDefinition({ ...column, ...changes }, true).sortingOrder![0]).toBe(first);
});
