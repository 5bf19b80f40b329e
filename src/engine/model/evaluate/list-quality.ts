/** Describes lists, whether or not they hit. */
import type { ListQuality } from '../../../shared/contract/run';
import { columnCounts } from '../../data/histories';
import type { Histories } from '../../data/tables';

/**
 * Coverage, novelty and share of already watched titles of lists. Novelty counts a title without viewings as if one profile had watched it, so that
 * the figure stays finite.
 * @param lists one row of `count` items per list, -1 after its end
 * @param histories profiles x items: viewings
 * @param listProfiles the row of `histories` for each list; -1 for a profile of which nothing is known
 */
export function listQuality(
  lists: Int32Array,
  count: number,
  histories: Histories,
  listProfiles: Int32Array,
): ListQuality {
  const popularity = columnCounts(histories);
  const isListed = new Uint8Array(histories.columns);
  const watchedBy = new Int32Array(histories.columns).fill(-1);
  let noveltySum = 0;
  let filledLists = 0;
  let places = 0;
  let watchedPlaces = 0;
  listProfiles.forEach((profile, index) => {
    if (profile >= 0)
      for (const item of histories.indices.subarray(histories.offsets[profile]!, histories.offsets[profile + 1]!))
        watchedBy[item] = index;
    let novelty = 0;
    let length = 0;
    for (const item of lists.subarray(index * count, (index + 1) * count)) {
      if (item < 0) continue;
      length++;
      isListed[item] = 1;
      novelty += Math.log(histories.rows / Math.max(1, popularity[item]!)) / Math.LN2;
      if (watchedBy[item] === index) watchedPlaces++;
    }
    if (length === 0) return;
    filledLists++;
    places += length;
    noveltySum += novelty / length;
  });
  const covered = isListed.reduce((sum, listed) => sum + listed, 0);
  return {
    coverage: histories.columns === 0 ? 0 : covered / histories.columns,
    novelty: filledLists === 0 ? 0 : noveltySum / filledLists,
    watchedShare: places === 0 ? 0 : watchedPlaces / places,
  };
}
