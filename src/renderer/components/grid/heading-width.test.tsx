import { expect, it } from 'vitest';
import { withRoomForHeading } from './heading-width';

const column = { id: 'watched', label: 'Titles watched', text: () => '', width: 60 };

it('leaves a heading the room of its arrow, where the column sorts', () => {
  const sorted = withRoomForHeading(column).width!;
  const unsorted = withRoomForHeading({ ...column, unsorted: true }).width!;
  expect(sorted).toBeGreaterThan(unsorted);
  expect(unsorted).toBeGreaterThan(60);
});

it('leaves it the room of the button of a range', () => {
  expect(withRoomForHeading({ ...column, ranged: true }).width).toBeGreaterThan(withRoomForHeading(column).width!);
});

it('keeps a wider column, and cuts names that are very long', () => {
  expect(withRoomForHeading({ ...column, width: 300 }).width).toBe(300);
  expect(withRoomForHeading({ ...column, label: 'attribute '.repeat(20) }).width).toBe(200);
});
