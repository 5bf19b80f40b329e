import { expect, it } from 'vitest';
import { LIST_LENGTH } from '../../../shared/limits';
import { hitsByRank } from './hits-by-rank';
import { listedOf } from '../../../../tests/support/listed-of';

const FIGURES = { recall: new Float32Array(2), ndcg: new Float32Array(2), score: new Float32Array(2) };

it('counts the held-out titles at each place of the judged lists', () => {
  const { histories: targets } = listedOf(5, [
    { watched: [1, 4], list: [] },
    { watched: [0], list: [] },
    { watched: [2, 3], list: [] },
  ]);
  // Lists of the first and the last profile; the second is not in the hold-out.
  const lists = new Int32Array(2 * LIST_LENGTH).fill(-1);
  lists.set([4, 0, 1]);
  lists.set([2, 1], LIST_LENGTH);
  const judged = { targets: Int32Array.of(2, 2), lists };
  const hits = hitsByRank({ ...FIGURES, profile: Int32Array.of(0, 2), judged }, targets);
  expect(hits).toMatchObject({ lists: 2, targets: 4 });
  expect(hits.ranks).toHaveLength(LIST_LENGTH);
  expect(hits.ranks.filter((rank) => rank.hits > 0)).toEqual([
    { rank: 1, hits: 2 },
    { rank: 3, hits: 1 },
  ]);
});
