/** How the lists of one delivery differ from those of another, profile by profile: the one loop over two sets of lists. */
import type { PlaceUnderRules } from '../../shared/contract/explanation';
import type { RuledProfile } from '../../shared/contract/rule-answers';
import type { AppliedRules } from '../../shared/contract/rules';
import type { Tuning } from '../../shared/contract/tuning';
import type { Lists } from '../model/ranking/lists';
import { listOf } from '../runs/lists-file';
import type { RunSession } from '../sessions/run-session';
import { type DeliveredLists, deliveredLists, type RuledDelivery } from './deliver';
import { hasMoved, type ListDifference, listDifference } from './list-difference';
import { newTitleReason } from '../lists/new-title-reason';

/** Lists with the IDs of their rows and columns. The row of a profile of which nothing is known may follow. */
export interface NamedLists {
  readonly lists: Lists;
  readonly profiles: readonly string[];
  readonly items: readonly string[];
}

/** What is not asked for is not made: names of all lists take longer than finding those that changed. */
export class ComparedList {
  #difference: ListDifference<string> | undefined;

  constructor(
    readonly profile: string,
    /** Its rows in the earlier lists and in the later ones. */
    readonly was: number,
    readonly row: number,
    private readonly earlier: NamedLists,
    private readonly later: NamedLists,
  ) {}

  /** IDs of titles, best first. */
  get before(): readonly string[] {
    return idsOf(this.earlier, this.was);
  }

  get after(): readonly string[] {
    return idsOf(this.later, this.row);
  }

  get difference(): ListDifference<string> {
    return (this.#difference ??= listDifference(this.before, this.after));
  }
}

const idsOf = ({ lists, items }: NamedLists, row: number): string[] =>
  Array.from(listOf(lists, row), (column) => items[column]!);

/** The lists of the profiles that both have, in the order of the later ones. */
export function* comparedLists(earlier: NamedLists, later: NamedLists): Generator<ComparedList> {
  const rowBefore =
    earlier.profiles === later.profiles ? null : new Map(earlier.profiles.map((profile, row) => [profile, row]));
  for (const [row, profile] of later.profiles.entries()) {
    const was = rowBefore === null ? row : rowBefore.get(profile);
    if (was !== undefined) yield new ComparedList(profile, was, row, earlier, later);
  }
}

/** Those with other titles, or the same ones in another order. */
export function changedLists(earlier: NamedLists, later: NamedLists): ComparedList[] {
  const [few, many] = earlier.items.length < later.items.length ? [earlier, later] : [later, earlier];
  const areNamedAlike = few.items.every((id, column) => id === many.items[column]);
  const isSame = (list: ComparedList): boolean =>
    areNamedAlike
      ? areEqual(listOf(earlier.lists, list.was), listOf(later.lists, list.row))
      : !hasMoved(list.difference) && !list.difference.isReordered;
  const changed: ComparedList[] = [];
  for (const list of comparedLists(earlier, later)) if (!isSame(list)) changed.push(list);
  return changed;
}

const areEqual = (some: Int32Array, others: Int32Array): boolean =>
  some.length === others.length && some.every((column, place) => column === others[place]);

/** The most changed lists first; those that changed alike keep their order. */
export const mostChanged = <One extends { readonly shared: number }>(all: readonly One[], most: number): One[] =>
  all.toSorted((left, right) => left.shared - right.shared).slice(0, most);

/** What rules make of other lists: how many change, and those that change most. */
export function changedByRules(
  before: Pick<DeliveredLists, 'lists' | 'items'>,
  after: RuledDelivery,
  most: number,
): { readonly profiles: number; readonly rows: readonly number[]; readonly most: RuledProfile[] } {
  const profiles = after.under.rules.data.profiles.ids;
  const [earlier, later] = [before, after].map(({ lists, items }) => ({ lists, profiles, items: items.ids }));
  const changed = changedLists(earlier!, later!);
  const shown = mostChanged(
    changed.map(({ row, difference }) => ({ row, shared: difference.shared })),
    most,
  );
  return {
    profiles: profiles.length,
    rows: changed.map(({ row }) => row),
    most: shown.map(({ row }) => ruledProfileOf(after, row, before)),
  };
}

/** A list beside another one of the same run, with the rules that moved its titles. @param before as the model ranks where absent */
export function ruledProfileOf(
  { ranked, items, under: { rules, ruled } }: RuledDelivery,
  at: number,
  before: Pick<DeliveredLists, 'lists' | 'items'> = { lists: ranked.lists, items },
): RuledProfile {
  const { profiles } = rules.data;
  const row = ranked.rows[at]!;
  const [was, is] = [listOf(before.lists, at), listOf(ruled.lists, at)];
  const placeBefore = new Map(Array.from(was, (column, place) => [column, place + 1]));
  const named = (table: DeliveredLists['items'], column: number) => ({
    item: table.ids[column]!,
    title: table.titles[column]!,
  });
  return {
    profile: profiles.ids[row]!,
    shared: is.filter((column) => placeBefore.has(column)).length,
    before: Array.from(was, (column) => named(before.items, column)),
    after: Array.from(is, (column) => ({
      ...named(items, column),
      before: placeBefore.get(column) ?? null,
      rules: ruled.rulesOf(at, column).map((index) => rules.active[index]!.rule.id),
      newTitle: newTitleReason(rules, row, column),
    })),
  };
}

/** The list of one profile under rules. @throws ShelfwiseError as deliveredLists, `not-found` for an unknown profile */
async function ruledProfile(
  session: RunSession,
  profile: string,
  rules: AppliedRules,
  tuning: Tuning | null = null,
): Promise<RuledProfile> {
  const only = Int32Array.of(await session.profileRow(profile));
  const tuned = tuning && { tuning, group: only };
  return ruledProfileOf(await deliveredLists(session, { rules, tuned }, { only }), 0);
}

/** The place that rules give a title in the list of a profile, and the rules that pinned or moved it. */
export async function placeUnder(
  session: RunSession,
  { profile, item, tuning }: { profile: string; item: string; tuning?: Tuning | undefined },
  rules: AppliedRules,
): Promise<PlaceUnderRules> {
  const { after } = await ruledProfile(session, profile, rules, tuning);
  const place = after.findIndex((title) => title.item === item);
  const moved = new Set(after[place]?.rules);
  return {
    rank: place < 0 ? null : place + 1,
    rules: rules.set.rules.filter(({ id }) => moved.has(id)).map(({ id, name }) => ({ id, name })),
  };
}
