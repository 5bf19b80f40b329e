/** The strip of what was watched. */
import { expect, it } from 'vitest';
import { stripOf } from './strip';

const entry = (item: string, title: string | null, lastWatched: string | null, times = 1) => ({
  item,
  title,
  group: null,
  lastWatched,
  times,
});

it('begins with the oldest, and puts what was watched on a day on one board', () => {
  const history = [
    entry('4', 'D', '2026-07-05T10:00:00Z'),
    entry('3', 'C', '2026-07-04T20:00:00Z', 4),
    entry('2', 'B', '2026-07-04T09:00:00Z'),
    entry('1', 'A', null),
  ];
  const { length, boards } = stripOf(history, 'UTC');
  expect(length).toBe('day');
  expect(boards.map(({ day, covers }) => [day, covers.map(({ item, times }) => `${item}×${times}`)])).toEqual([
    [null, ['1×1']],
    ['2026-07-04', ['2×1', '3×4']],
    ['2026-07-05', ['4×1']],
  ]);
});

it('begins days where the time zone of the data does', () => {
  const history = [entry('2', 'B', '2026-07-04T20:00:00Z'), entry('1', 'A', '2026-07-04T09:00:00Z')];
  expect(stripOf(history, 'Asia/Seoul').boards.map(({ day }) => day)).toEqual(['2026-07-04', '2026-07-05']);
});

it('has weeks from 60 titles, each from Monday, with a stack for a series', () => {
  const many = Array.from({ length: 58 }, (_, at) =>
    entry(String(100 + at), `Whale Bay, part ${58 - at}`, '2026-07-08T10:00:00Z'),
  );
  const history = [
    ...many.slice(0, 1),
    entry('3', 'Otter Inn, part 1', '2026-07-07T10:00:00Z', 2),
    ...many.slice(1),
    entry('1', null, '2026-07-05T10:00:00Z'),
  ];
  expect(history).toHaveLength(60);
  const { length, boards } = stripOf(history, 'UTC');
  expect(length).toBe('week');
  expect(boards.map(({ day }) => day)).toEqual(['2026-06-29', '2026-07-06']);
  expect(boards[1]!.covers.map(({ title, items, times }) => [title, items.length, times])).toEqual([
    ['Otter Inn, part 1', 1, 2],
    ['Whale Bay, part 58', 58, 58],
  ]);
  expect(stripOf(history.slice(1), 'UTC').length).toBe('day');
});
