/** What the checks find over all lists of a run, check by check. */
import type { ItemTable } from '../../../../engine/data/tables';
import type { RunSession } from '../../../../engine/sessions/run-session';
import { findsLists } from '../../contract/check-table';
import type { CheckReport } from '../../contract/checks';
import { readCheckSettings } from '../check-settings';
import type { CheckRequest } from './check-lists';
import type { Finding } from './checked';
import type { CheckContext } from './lists-before';
import { oddLists } from './odd-lists';
import { orderedByRule, stoppedBy } from './ordered';
import { isTooMany } from './stricter-limit';

/** @throws ShelfwiseError `not-found` for a run without lists */
export async function checkLists(
  context: CheckContext,
  session: RunSession,
  request: CheckRequest,
): Promise<CheckReport> {
  const { made, reasons } = await oddLists(context, session, request);
  const { date, since, results, items } = made;
  const { confirmed } = await readCheckSettings(context.workspace, session.record.dataset.fingerprint);
  const { ids } = (await session.data()).profiles;
  const openOf = (check: string): number =>
    [...reasons.values()].filter((all) => all.some((reason) => reason.check === check && !reason.isSettled)).length;
  const checks = results.map(({ setting, answer, stricter }): CheckReport['checks'][number] => {
    const nothing = {
      ...setting,
      notApplicable: null,
      count: null,
      undecided: null,
      stricter: null,
      commonest: null,
      profiles: [],
    };
    if (answer === null) return nothing;
    if (typeof answer === 'string') return { ...nothing, notApplicable: answer };
    return {
      ...nothing,
      stricter: stricter && {
        limit: stricter.limit,
        count: stricter.findings.length,
        profiles: stricter.findings.map(({ profile }) => ids[profile]!),
      },
      commonest: isTooMany(answer.length, ids.length) ? commonestTitle(answer, items) : null,
      count: answer.length,
      // A group is in no queue: nobody decides about it.
      undecided: findsLists(setting.id) ? openOf(setting.id) : answer.length,
      profiles: answer.map(({ profile }) => ids[profile]!),
    };
  });
  const ordered = orderedByRule(made, confirmed);
  return {
    runId: session.record.runId,
    date,
    since,
    lists: ids.length,
    checks,
    ordered,
    stopped: stoppedBy(checks, ordered),
  };
}

/** The title that most findings are about; null if they are about whole lists. */
function commonestTitle(
  findings: readonly Finding[],
  { ids, titles }: ItemTable,
): CheckReport['checks'][number]['commonest'] {
  const counts = new Map<number, number>();
  for (const { items = [] } of findings) for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  const [first] = [...counts].sort(([left, one], [right, other]) => other - one || left - right);
  if (first === undefined) return null;
  const [item, lists] = first;
  return { item: ids[item]!, title: titles[item]!, lists };
}
