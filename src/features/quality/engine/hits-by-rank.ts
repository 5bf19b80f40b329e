/** The places of held-out titles in the lists that a run was measured with. */
import type { RunFigures } from '../contract/figures';
import { LIST_LENGTH } from '../../../shared/limits';
import type { SparseRows } from '../../../engine/data/tables';
import { watchedOf } from '../../../engine/model/ranking/lists';
import type { TestProfiles } from '../../../engine/runs/test-profiles-file';

/** @param targets profiles x titles: the held-out titles */
export function hitsByRank({ profile, judged }: TestProfiles, targets: SparseRows): NonNullable<RunFigures['hits']> {
  const hits = Array.from({ length: LIST_LENGTH }, () => 0);
  profile.forEach((row, at) => {
    const wanted = new Set(watchedOf(targets, row));
    judged.lists
      .subarray(at * LIST_LENGTH, (at + 1) * LIST_LENGTH)
      .forEach((title, place) => (hits[place]! += wanted.has(title) ? 1 : 0));
  });
  return {
    lists: profile.length,
    targets: judged.targets.reduce((sum, count) => sum + count, 0),
    ranks: hits.map((count, place) => ({ rank: place + 1, hits: count })),
  };
}
