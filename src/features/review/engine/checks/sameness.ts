/** Finds lists that say little about a profile: shared by many, or made for a profile of which nothing is known. */
import { displayValue } from '../../../../engine/data/display/attributes';
import { type Answer, type Checked, checkedList, findingsOf, watchedItems } from './checked';

/** @param most profiles that may share one list, title for title */
export function sameForMany(lists: Checked, most: number): Answer {
  const keys = lists.profiles.ids.map((_, profile) => checkedList(lists, profile).join());
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return findingsOf(lists, (profile) => {
    const count = counts.get(keys[profile]!)!;
    return keys[profile] === '' || count <= most ? null : { count };
  });
}

/**
 * @param staying the share of its list that stays when a part of the history is hidden, by row; null if it was not measured
 * @param least percent that have to stay
 */
export function shakyLists(lists: Checked, staying: ReadonlyMap<number, number> | null, least: number): Answer {
  if (staying === null) return 'not-measured';
  return findingsOf(lists, (profile) => {
    const share = staying.get(profile);
    return share === undefined || share * 100 >= least ? null : { count: Math.round(share * 100) };
  });
}

/** Neither history nor any attribute. */
export function unknownProfiles(lists: Checked): Answer {
  const { attributes } = lists.profiles;
  return findingsOf(lists, (profile) => {
    const isKnown =
      watchedItems(lists, profile).length > 0 ||
      attributes.some((attribute) => displayValue(attribute, profile) !== null);
    return isKnown ? null : {};
  });
}
