/** Compares the lists of a run under two sets of rules. */
import type { ComparedRules } from '../contract/rule-difference';
import type { RuleSet } from '../../../shared/contract/rules';
import { MOST_RULED_SHOWN } from '../contract/limits';
import { changedRows } from '../../../engine/runs/lists-file';
import type { RunSession } from '../../../engine/sessions/run-session';
import { deliveredLists, ruledProfileOf } from '../../../engine/lists/delivered';
import type { PassOptions } from '../../../engine/lists/ranked-lists';

/** @throws ShelfwiseError as deliveredLists */
export async function listsUnderBoth(
  session: RunSession,
  { before, after, date }: { before: RuleSet; after: RuleSet; date: string },
  options: PassOptions = {},
): Promise<NonNullable<ComparedRules['lists']>> {
  const first = await deliveredLists(session, { rules: { set: before, date } }, options);
  const second = await deliveredLists(session, { rules: { set: after, date } }, options);
  const { profiles } = second.under.rules.data;
  const changed = [...changedRows(first.lists, second.lists)].filter((row) => row < profiles.ids.length);
  // The first set's lists take the place of those without rules. Either set may have brought in new titles, whose columns follow those that both
  // know.
  const { items } = first.items.ids.length > second.items.ids.length ? first : second;
  const against = { ...second, items, ranked: { ...second.ranked, lists: first.lists } };
  return {
    runId: session.record.runId,
    date,
    profiles: profiles.ids.length,
    changed: changed.length,
    most: changed
      .map((row) => ruledProfileOf(against, row))
      .sort((left, right) => left.shared - right.shared)
      .slice(0, MOST_RULED_SHOWN),
  };
}
