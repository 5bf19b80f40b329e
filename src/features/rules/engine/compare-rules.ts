/** Compares the lists of a run under two sets of rules. */
import type { ComparedRules } from '../contract/rule-difference';
import type { RuleSet } from '../../../shared/contract/rules';
import { MOST_RULED_SHOWN } from '../contract/limits';
import { changedRows } from '../../../engine/runs/lists-file';
import type { RunSession } from '../../../engine/sessions/run-session';
import { deliveredLists, type RuledDelivery, ruledProfileOf } from '../../../engine/lists/delivered';
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
  const compared = against(first, second);
  return {
    runId: session.record.runId,
    date,
    profiles: profiles.ids.length,
    changed: changed.length,
    most: changed
      .map((row) => ruledProfileOf(compared, row))
      .sort((left, right) => left.shared - right.shared)
      .slice(0, MOST_RULED_SHOWN),
  };
}

/**
 * The second lists, with the first in place of those without rules. Either set may have brought in new titles, whose columns follow those that both
 * know.
 */
export function against(first: RuledDelivery, second: RuledDelivery): RuledDelivery {
  const { items } = first.items.ids.length > second.items.ids.length ? first : second;
  return { ...second, items, ranked: { ...second.ranked, lists: first.lists } };
}
