/** Titles and genres by how far they moved, and what came and went most for a reason. */
import { expect, it } from 'vitest';
import type { Delivery } from '../../../engine/delivery/open';
import type { ChangeReason } from '../contract/changes';
import { TitleCounts } from './title-counts';

const ids = Array.from({ length: 10 }, (_, row) => `t${row}`);
const items = { ids, titles: ids.map((id) => (id === 't0' ? null : id.toUpperCase())) };
/** Even titles are of one genre, odd ones of another. */
const side = {
  session: {
    dataset: { items, itemRow: new Map(ids.map((id, row) => [id, row])), groupOf: (row: number) => `g${row % 2}` },
  },
} as unknown as Delivery;

const moved = (item: string, reason: ChangeReason) => ({ item, title: null, reason, place: 1 });

it('knows how far a title and a genre moved at most, and how many moved further', () => {
  const counts = new TitleCounts(side, side);
  counts.addPlaces(['t0', 't1', 't2'], ['t3', 't1', 't5']);
  counts.addPlaces(['t0', 't1', 't2'], ['t3', 't4', 't5']);
  // t0, t2, t3 and t5 between two lists and none, t1 from two to one, t4 from none to one; the even genre from 4 places to 1.
  expect(counts.furthest()).toEqual({ titles: Math.sqrt(2), groups: 1 });
  expect(counts.beyond({ titles: 1, groups: 1 })).toEqual({ titles: 4, groups: 0 });
  expect(counts.beyond({ titles: 0, groups: 0.5 })).toEqual({ titles: 6, groups: 2 });
  expect(new TitleCounts(side, side).furthest()).toEqual({ titles: 0, groups: 0 });
});

it('names what came most for a reason, most often first, and each side by itself', () => {
  const counts = new TitleCounts(side, side);
  counts.addMoves({ viewings: 1, shared: 0, came: [moved('t3', 'viewings'), moved('t0', 'model')], went: [] });
  counts.addMoves({ viewings: 1, shared: 0, came: [moved('t4', 'model')], went: [moved('t3', 'watched')] });
  counts.addMoves({ viewings: 1, shared: 0, came: [moved('t4', 'model')], went: [] });
  expect(counts.mostBy('model', 'came')).toEqual([
    { item: 't4', title: 'T4' },
    { item: 't0', title: null },
  ]);
  expect(counts.mostBy('watched', 'went')).toEqual([{ item: 't3', title: 'T3' }]);
  expect(counts.mostBy('watched', 'came')).toEqual([]);
});
