/** How much of each group of titles, such as a genre, is watched and how much is recommended. */
import type { GroupShares } from '../contract/figures';
import { type Listed, recommendedTo, watchedBy } from './listed';
import type { TitleGroups } from '../../../engine/data/display/title-groups';

/** Groups that fit into a chart; the least watched ones are combined. */
const MOST_GROUPS = 12;

/**
 * The mean over the profiles of each group's share of a profile's viewings (each title once) and of its list: every profile counts equally, however
 * much it watches. A title of several groups counts partly for each.
 * @returns most watched group first; the combined groups, and titles without a group, come last
 */
export function groupShares(listed: Listed, groups: TitleGroups, profiles: readonly number[]): GroupShares[] {
  const watched = meanShares(groups, profiles, (profile) => watchedBy(listed, profile));
  const recommended = meanShares(groups, profiles, (profile) => recommendedTo(listed, profile));
  const missing = groups.labels.length;
  const named = groups.labels
    .map((value, code) => ({ value, isRest: false, watched: watched[code]!, recommended: recommended[code]! }))
    .filter((group) => group.watched > 0 || group.recommended > 0)
    .sort((left, right) => right.watched - left.watched || right.recommended - left.recommended);
  // One more group takes no more room than a row for the rest.
  const shown = named.length <= MOST_GROUPS + 1 ? named : named.slice(0, MOST_GROUPS);
  const rest = named.slice(shown.length);
  const without = { value: null, isRest: false, watched: watched[missing]!, recommended: recommended[missing]! };
  return [
    ...shown,
    ...(rest.length === 0
      ? []
      : [{ value: null, isRest: true, watched: sum(rest, 'watched'), recommended: sum(rest, 'recommended') }]),
    ...(without.watched > 0 || without.recommended > 0 ? [without] : []),
  ];
}

const sum = (groups: readonly GroupShares[], of: 'watched' | 'recommended'): number =>
  groups.reduce((total, group) => total + group[of], 0);

function meanShares(
  groups: TitleGroups,
  profiles: readonly number[],
  titlesOf: (profile: number) => Int32Array,
): Float64Array {
  const shares = new Float64Array(groups.labels.length + 1);
  for (const profile of profiles) {
    const titles = titlesOf(profile);
    for (const title of titles) {
      const codes = groups.of(title);
      for (const code of codes) shares[code]! += 1 / (codes.length * titles.length * profiles.length);
    }
  }
  return shares;
}
