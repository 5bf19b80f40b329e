/** What the checks examine, and what they return. */
import type { CheckReport } from '../../contract/checks';
import type { TitleNote } from '../../contract/queue';
import { groupAttribute } from '../../../../shared/values/known-attributes';
import { episodesBefore, type SeriesOfItems, seriesOfItems } from '../../../../engine/data/series';
import type { ItemTable, ProfileTable, SparseRows } from '../../../../engine/data/tables';
import { type TitleGroups, titleGroups } from '../../../../engine/data/display/title-groups';
import type { Lists } from '../../../../engine/model/ranking/lists';
import { listOf } from '../../../../engine/runs/lists-file';

export interface Checked {
  readonly profiles: ProfileTable;
  readonly items: ItemTable;
  /** Viewings of each profile: profiles x items. */
  readonly histories: SparseRows;
  /** One row per profile, and more; the best 25 are checked. */
  readonly lists: Lists;
  readonly series: SeriesOfItems;
  readonly before: ReadonlyArray<readonly number[]>;
  /** Null if no title has a genre or another group. */
  readonly groups: TitleGroups | null;
  /** Whether a rule placed an item in a list: it is there as ordered, and not odd. */
  isOrdered(profile: number, item: number): boolean;
}

/** What is odd about the list of one profile. */
export interface Finding {
  /** Row of the profile. */
  readonly profile: number;
  /** Odd items, best first; absent if it is the whole list. */
  readonly items?: readonly number[];
  /** What is odd about each of them, where the check knows more than that it is. */
  readonly notes?: readonly TitleNote[];
  /** A series, a genre, the value of an attribute. */
  readonly value?: string;
  readonly count?: number;
}

type WhyNot = NonNullable<CheckReport['checks'][number]['notApplicable']>;
/** At most one finding per profile; or why the check does not apply to this data. */
export type Answer = readonly Finding[] | WhyNot;

export function checked(
  what: Pick<Checked, 'profiles' | 'items' | 'histories' | 'lists'> & Partial<Pick<Checked, 'isOrdered'>>,
): Checked {
  const series = seriesOfItems(what.items.titles);
  const attribute = groupAttribute(what.items.attributes);
  return {
    isOrdered: () => false,
    ...what,
    series,
    before: episodesBefore(what.items.titles),
    groups: attribute === null ? null : titleGroups(attribute),
  };
}

export const checkedList = ({ lists }: Checked, profile: number): Int32Array => listOf(lists, profile);

/** The items of a list that no rule placed. */
export const unorderedItems = (lists: Checked, profile: number): number[] =>
  Array.from(checkedList(lists, profile)).filter((item) => !lists.isOrdered(profile, item));

export const watchedItems = ({ histories }: Checked, profile: number): Int32Array =>
  histories.indices.subarray(histories.offsets[profile]!, histories.offsets[profile + 1]!);

/** The finding of each profile that has one. */
export function findingsOf(
  { profiles }: Checked,
  of: (profile: number) => Omit<Finding, 'profile'> | null,
): readonly Finding[] {
  return profiles.ids.flatMap((_, profile) => {
    const found = of(profile);
    return found === null ? [] : [{ profile, ...found }];
  });
}

/**
 * Findings of profiles whose list has such items.
 * @param noteOf what is odd about an item; null for an item that is not
 */
export const findingsOfItems = (
  lists: Checked,
  noteOf: (item: number, profile: number) => TitleNote | null,
): readonly Finding[] =>
  findingsOf(lists, (profile) => {
    const odd = unorderedItems(lists, profile)
      .map((item) => ({ item, note: noteOf(item, profile) }))
      .filter((one): one is { item: number; note: TitleNote } => one.note !== null);
    return odd.length === 0 ? null : { items: odd.map(({ item }) => item), notes: odd.map(({ note }) => note) };
  });
