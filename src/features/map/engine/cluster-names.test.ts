import { expect, it } from 'vitest';
import type { RunData } from '../../../engine/sessions/run-session';
import { nameClusters } from './cluster-names';

const POINTS = 60;

/** All profiles watch the same title; the first half are girls. */
function sameTaste(): RunData {
  const rows = Array.from({ length: POINTS }, (_, row) => row);
  return {
    profiles: {
      ids: rows.map(String),
      attributes: [
        {
          name: 'sex',
          kind: 'categorical',
          categories: ['F', 'M'],
          codes: Int32Array.from(rows, (row) => +(row >= 30)),
        },
        { name: 'id', kind: 'categorical', categories: rows.map((row) => `${row}`), codes: Int32Array.from(rows) },
      ],
    },
    items: { ids: ['a'], titles: ['A'], attributes: [] },
    histories: {
      rows: POINTS,
      columns: 1,
      offsets: Int32Array.from({ length: POINTS + 1 }, (_, row) => row),
      indices: new Int32Array(POINTS),
      values: null,
    },
  } as unknown as RunData;
}

it('clusters that watch the same are told apart by what their profiles are, or by nothing', () => {
  const of = (cluster: (row: number) => number) =>
    nameClusters(sameTaste(), 'profiles', {
      places: new Float32Array(2 * POINTS),
      cluster: Int32Array.from({ length: POINTS }, (_, row) => cluster(row)),
    }).map(({ groups, titles, attributes }) => ({ groups, titles, attributes }));
  const apart = { groups: [], titles: [] };
  expect(of((row) => +(row >= 30))).toEqual([
    { ...apart, attributes: [{ name: 'sex', value: 'F', share: 1, lift: 2 }] },
    { ...apart, attributes: [{ name: 'sex', value: 'M', share: 1, lift: 2 }] },
  ]);
  expect(of((row) => row % 2)).toEqual([
    { ...apart, attributes: [] },
    { ...apart, attributes: [] },
  ]);
});
