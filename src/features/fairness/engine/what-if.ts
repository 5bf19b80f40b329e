/** How far lists move if one attribute of a child were that of another, all else alike. */
import { NEUTRAL_TUNING } from '../../../shared/contract/tuning';
import type { AppliedRules } from '../../../shared/contract/rules';
import { LIST_LENGTH } from '../../../shared/limits';
import { deliveredLists, type DeliveredLists, deliveredToAll } from '../../../engine/delivery/deliver';
import { listDifference } from '../../../engine/delivery/list-difference';
import { listOf } from '../../../engine/runs/lists-file';
import type { RunSession } from '../../../engine/sessions/run-session';
import type { Swaps } from './swaps';

/** The share of the places of each list that get another title; rows ascending. */
export interface Moves {
  readonly rows: Int32Array;
  readonly shares: Float64Array;
}

/**
 * Makes the lists with the other value, under the same rules: rules ask for the child as it is.
 * @throws ShelfwiseError as deliveredLists
 */
export async function movesBy(
  session: RunSession,
  { attribute, swaps, rules }: { attribute: string; swaps: Swaps; rules: AppliedRules | null },
): Promise<Moves> {
  const before = await deliveredToAll(session, rules);
  const shareOf = new Map<number, number>();
  for (const [value, only] of swaps.byValue) {
    const tuned = { tuning: { ...NEUTRAL_TUNING, attributes: { [attribute]: value } }, group: null };
    const after = await deliveredLists(session, { rules, tuned }, { only });
    for (const [at, row] of only.entries()) {
      const { came, went } = listDifference(namesIn(before, row), namesIn(after, at));
      shareOf.set(row, Math.max(came.length, went.length) / LIST_LENGTH);
    }
  }
  const rows = Int32Array.from(shareOf.keys()).sort();
  return { rows, shares: Float64Array.from(rows, (row) => shareOf.get(row)!) };
}

/** By ID, since new titles may have other columns. */
const namesIn = ({ lists, items }: DeliveredLists, at: number): string[] =>
  Array.from(listOf(lists, at), (column) => items.ids[column]!);
