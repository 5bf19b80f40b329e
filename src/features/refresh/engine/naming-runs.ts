/**
 * Names runs in the sentences of a refresh. Stored refreshes have their IDs: a name is free text that may identify a profile, so it stays in one
 * place, where a person can find and change it.
 */
import type { Refresh } from '../contract/refresh';
import { namedApart, saidRunName } from '../../../shared/words/run-name';
import { say, sayMoment, type Sentence, textOf } from '../../../shared/words/sentence';
import { readMarks, withMarks } from '../../../engine/kept/marks';
import { listRuns } from '../../../engine/runs/store';
import type { Workspace } from '../../../engine/storage/workspace';

/** Sentences of other features may say what to type, which is an ID. */
const OF_REFRESHES = 'refresh.';

/**
 * @returns a function that shows a refresh with names: with the moment of its training behind a name that several runs share, as screens do, and
 * with the ID alone for runs that are gone
 */
export async function namingRuns(workspace: Workspace): Promise<(refresh: Refresh) => Refresh> {
  const [records, marks] = await Promise.all([listRuns(workspace), readMarks(workspace)]);
  const runs = new Map(namedApart(records.map((record) => withMarks(record, marks))).map((run) => [run.runId, run]));
  const times = new Map<string, number>();
  for (const { name } of runs.values()) times.set(name, (times.get(name) ?? 0) + 1);
  const called = (runId: string): string | Sentence => {
    const run = runs.get(runId);
    if (run === undefined) return runId;
    const name = saidRunName(run.name);
    return times.get(run.name) === 1 ? name : say('common.trainedAt', { name, moment: sayMoment(run.createdAt) });
  };
  return (refresh) => {
    const { said } = refresh.reason ?? {};
    if (said === undefined) return refresh;
    const shown = said.map((one) => {
      if (typeof one === 'string' || !one.id.startsWith(OF_REFRESHES)) return one;
      const { run } = one.values;
      return typeof run === 'string' ? { ...one, values: { ...one.values, run: called(run) } } : one;
    });
    return { ...refresh, reason: { message: textOf(shown), said: shown } };
  };
}
