/** Which run is in use, by a decision of the user: a refresh begins with it (features/refresh/engine/base.ts). */
import { ShelfwiseError } from '../../../shared/errors';
import type { Run } from '../../../shared/contract/run-life';
import { hasLists } from '../../../shared/contract/run-life';
import { say, type Sentence } from '../../../shared/words/sentence';
import { logged } from '../../../engine/kept/audit/logged';
import { chosenAmong, keepChoice, readMarks } from '../../../engine/kept/marks';
import { listRuns } from '../../../engine/runs/store';
import type { Workspace } from '../../../engine/storage/workspace';

/**
 * Keeps the choice and notes it in the audit log of the run's data, with the run that was chosen before.
 * @param chosen false takes the choice of this run back
 * @throws ShelfwiseError `usage` for a run that nothing may begin with, `bad-data` if the marks are damaged
 */
export async function chooseRun(workspace: Workspace, run: Run, chosen: boolean): Promise<void> {
  const [marks, records] = await Promise.all([readMarks(workspace), listRuns(workspace)]);
  if (marks.problem !== null) throw marks.problem;
  const before = chosenAmong(records, marks)?.runId ?? null;
  // A refresh may have made another run from the one that was chosen: choosing it again goes back to it.
  if (!chosen && before !== run.runId) return;
  const why = chosen ? whyNotChosen(run) : null;
  if (why !== null) throw new ShelfwiseError('usage', why);
  await logged(workspace, run.dataset.fingerprint, async (intend) => {
    await intend([
      chosen ? { what: 'chosen', runId: run.runId, before } : { what: 'no-longer-chosen', runId: run.runId },
    ]);
    await keepChoice(workspace, chosen ? run.runId : null);
  });
}

/** A run from elsewhere may have any lists and weights, whatever its ID says: what the weekly job begins with is made here. */
function whyNotChosen(run: Run): Sentence | null {
  const name = `${run.name} (${run.runId})`;
  if (run.status !== 'finished' || !hasLists(run)) return say('runs.choose.no-lists', { run: name });
  if (run.marks.archived) return say('runs.choose.archived', { run: name });
  if (run.brought !== undefined && !run.brought.verified) return say('runs.choose.verify-first', { run: name });
  return null;
}
