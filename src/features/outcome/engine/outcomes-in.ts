import type { ExportRecord, RunRecord } from '../../../shared/contract/run';
import type { OutcomeRequest, Outcomes } from '../contract/outcome';
import type { Progress } from '../../../shared/contract/progress';
import type { ProfileFilter } from '../../../shared/contract/profiles';
import type { RuleSet } from '../../../shared/contract/rules';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import type { EngineContext } from '../../calls';
import type { MadeOfLists } from '../../export/engine/public';

/**
 * The outcome of exports.
 * @param rules that exports may have been made with, in case they are no longer saved
 * @throws ShelfwiseError as outcomesOf; `usage` for a filter without a run, or by an attribute that its data does not have
 */
export async function outcomesIn(
  context: EngineContext,
  { of, ...request }: Omit<OutcomeRequest, 'rules'>,
  {
    rules,
    onProgress,
    signal,
  }: { rules?: RuleSet | undefined; onProgress: (progress: Progress) => void; signal: AbortSignal },
): Promise<Outcomes> {
  const { outcomesOf } = await import('./outcomes');
  const { listsOfExport } = await import('../../export/engine/public');
  const madeOf = (record: RunRecord, earlier: ExportRecord): Promise<MadeOfLists> =>
    listsOfExport(context, record, earlier, rules, signal);
  const members = of === undefined ? null : await membersOf(context, request.runId, of);
  return outcomesOf({ workspace: context.workspace, madeOf, members }, request, { onProgress, signal });
}

/** IDs of the profiles of a run that match a filter now. */
async function membersOf(
  context: EngineContext,
  runId: string | undefined,
  filter: ProfileFilter,
): Promise<ReadonlySet<string>> {
  if (runId === undefined) throw new ShelfwiseError('usage', say('outcome.segment-without-run'));
  const { rowsOfFilter } = await import('../../../engine/sessions/profile-rows');
  const { findRun } = await import('../../../engine/runs/store');
  const { record } = await findRun(context.workspace, runId);
  const sessions = await context.sessions();
  return sessions.withRun(record.runId, async (session) => {
    const rows = await rowsOfFilter(context.workspace, session, filter);
    return new Set(Array.from(rows, (row) => session.dataset.profiles.ids[row]!));
  });
}
