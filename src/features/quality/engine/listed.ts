/** What profiles watched, and what they are recommended. */
import type { SparseRows } from '../../../engine/data/tables';
import { watchedOf, type Lists } from '../../../engine/model/ranking/lists';
import { listOf } from '../../../engine/runs/lists-file';

export interface Listed {
  /** profiles x titles. */
  readonly histories: SparseRows;
  /** One list per profile, in the same order; further lists, such as that of a profile of which nothing is known, do not count. */
  readonly lists: Lists;
}

export const watchedBy = ({ histories }: Listed, profile: number): Int32Array => watchedOf(histories, profile);

/** The best 25. */
export const recommendedTo = ({ lists }: Listed, profile: number): Int32Array => listOf(lists, profile);

/** Profiles with viewings and a list: only for them can both be compared. */
export function comparedProfiles(listed: Listed): number[] {
  return Array.from({ length: listed.histories.rows }, (_, profile) => profile).filter(
    (profile) => watchedBy(listed, profile).length > 0 && recommendedTo(listed, profile).length > 0,
  );
}
