/** How varied lists are: their groups of titles, and their share from the rarer half of the titles. */
import type { Spread } from '../contract/figures';
import { meanOf } from '../../../engine/model/evaluate/judge';
import { type Listed, recommendedTo } from './listed';
import type { TitleGroups } from '../../../engine/data/display/title-groups';

/** Bars that fit into a chart. */
const MOST_BARS = 30;
/** Parts of the scale from none to all of a list. */
const SHARE_BINS = 10;

/** How many lists have how many groups; null if nothing is listed. */
export function groupsPerList(listed: Listed, groups: TitleGroups): Spread | null {
  const counts = filledLists(listed).map((list) => {
    const codes = new Set(Array.from(list).flatMap((title) => groups.of(title)));
    codes.delete(groups.labels.length);
    return codes.size;
  });
  if (counts.length === 0) return null;
  // Not with spread arguments: there may be more lists than a call takes.
  const least = counts.reduce((left, right) => Math.min(left, right));
  const most = counts.reduce((left, right) => Math.max(left, right));
  const width = Math.ceil((most - least + 1) / MOST_BARS);
  const bars = Math.floor((most - least) / width) + 1;
  const bins = Array.from({ length: bars }, (_, bar) => ({
    from: least + bar * width,
    to: least + (bar + 1) * width - 1,
    lists: 0,
  }));
  for (const count of counts) bins[Math.floor((count - least) / width)]!.lists++;
  return { mean: meanOf(counts), bins };
}

/**
 * How many lists have which share of titles from the rarer half; a share on a border counts above it.
 * @param order of the titles, most watched first
 */
export function rarerShares(listed: Listed, order: readonly number[]): Spread | null {
  const isRarer = new Uint8Array(order.length);
  for (const title of order.slice(Math.ceil(order.length / 2))) isRarer[title] = 1;
  const shares = filledLists(listed).map((list) => list.reduce((sum, title) => sum + isRarer[title]!, 0) / list.length);
  if (shares.length === 0) return null;
  const bins = Array.from({ length: SHARE_BINS }, (_, part) => ({
    from: part / SHARE_BINS,
    to: (part + 1) / SHARE_BINS,
    lists: 0,
  }));
  // A list of only rarer titles is in the last part. The small term compensates for 0.3 / 0.1 being less than 3.
  for (const share of shares) bins[Math.min(SHARE_BINS - 1, Math.floor(share * SHARE_BINS + 1e-9))]!.lists++;
  return { mean: meanOf(shares), bins };
}

const filledLists = (listed: Listed): Int32Array[] =>
  Array.from({ length: listed.histories.rows }, (_, profile) => recommendedTo(listed, profile)).filter(
    (list) => list.length > 0,
  );
