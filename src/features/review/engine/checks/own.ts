/** A curator's own checks, in the terms of rules. */
import type { OwnCheck } from '../../contract/checks';
import { isConditional, type KnownProfiles, profilesOf, titlesOf } from '../../../../engine/rules/conditions';
import { findingsOf, type Checked, type Finding, unorderedItems } from './checked';

/**
 * Lists of the matching profiles with more of the matching titles than is fine.
 * @throws ShelfwiseError `usage` for an attribute that the data does not have
 */
export function ownFindings(
  lists: Checked,
  watched: KnownProfiles['watched'],
  { profiles, titles, most }: OwnCheck,
): readonly Finding[] {
  const isAbout = new Set(titlesOf(lists.items, titles));
  const isFor = isConditional(profiles) ? new Set(profilesOf({ profiles: lists.profiles, watched }, profiles)) : null;
  return findingsOf(lists, (profile) => {
    if (isFor !== null && !isFor.has(profile)) return null;
    const items = unorderedItems(lists, profile).filter((item) => isAbout.has(item));
    return items.length <= most ? null : { items, count: items.length };
  });
}
