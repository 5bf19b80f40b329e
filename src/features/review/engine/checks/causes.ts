/** What causes odd lists: the checks that found most of them. */
import type { RunSession } from '../../../../engine/sessions/run-session';
import { MOST_CAUSES, TITLES_TOLD } from '../../contract/limits';
import type { Causes } from '../../contract/queue';
import { readCheckSettings } from '../check-settings';
import type { CheckRequest } from './check-lists';
import type { CheckContext } from './lists-before';
import { type DecidedReason, type OddLists, oddLists } from './odd-lists';
import { orderedByRule } from './ordered';

type Reasons = OddLists['reasons'];

interface Found {
  readonly name: string | null;
  lists: number;
  undecided: number;
  readonly titles: Map<number, number>;
}

/** By check, those with most lists first; ties in the order of the checks. */
function foundByCheck(reasons: Reasons): (readonly [string, Found])[] {
  const found = new Map<string, Found>();
  for (const own of reasons.values())
    for (const { check, name, isSettled, finding } of own) {
      const of = found.get(check) ?? { name, lists: 0, undecided: 0, titles: new Map<number, number>() };
      found.set(check, of);
      of.lists++;
      if (!isSettled) of.undecided++;
      for (const item of finding.items ?? []) of.titles.set(item, (of.titles.get(item) ?? 0) + 1);
    }
  return [...found].sort(([, one], [, other]) => other.lists - one.lists);
}

/** Whether the largest causes explain a list: one of them is among its reasons. */
export function explainedBy(reasons: Reasons): (own: readonly DecidedReason[]) => boolean {
  const causes = new Set(
    foundByCheck(reasons)
      .slice(0, MOST_CAUSES)
      .map(([check]) => check),
  );
  return (own) => own.some(({ check }) => causes.has(check));
}

interface CausesRequest extends CheckRequest {
  readonly also?: string | undefined;
}

/** @throws ShelfwiseError `not-found` for a run without lists */
export async function causesOf(context: CheckContext, session: RunSession, request: CausesRequest): Promise<Causes> {
  const { made, reasons, isSettled } = await oddLists(context, session, request);
  const { confirmed } = await readCheckSettings(context.workspace, session.record.dataset.fingerprint);
  const { ids, titles } = made.items;
  const isExplained = explainedBy(reasons);
  const counted = (rows: readonly number[]) => ({
    lists: rows.length,
    undecided: rows.filter((row) => !isSettled(row)).length,
  });
  const unexplained = [...reasons].flatMap(([row, own]) => (isExplained(own) ? [] : [row]));
  const told = ([check, { name, lists, undecided, titles: found }]: readonly [string, Found]) => ({
    check,
    name,
    lists,
    undecided,
    titles: found.size,
    first: [...found]
      .sort(([left, one], [right, other]) => other - one || left - right)
      .slice(0, TITLES_TOLD)
      .map(([item]) => ({ item: ids[item]!, title: titles[item]! })),
  });
  const all = foundByCheck(reasons);
  const also = all.slice(MOST_CAUSES).find(([check]) => check === request.also);
  return {
    ...counted([...reasons.keys()]),
    causes: all.slice(0, MOST_CAUSES).map(told),
    also: also === undefined ? null : told(also),
    explained: reasons.size - unexplained.length,
    unexplained: counted(unexplained),
    ordered: orderedByRule(made, confirmed),
  };
}
