import { setTimeout as sleep } from 'node:timers/promises';
import type { Run } from '../../../shared/contract/run-life';
import type { RunRecord } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import { finalValue } from '../../../shared/values/final-value';
import { say, textOf } from '../../../shared/words/sentence';
import { requestStop } from '../../../engine/machine/trainers/lock';
import { readForgottenRun, whyForgotten } from '../../../engine/runs/forgotten-run';
import { markRun, readMarks, withMarks } from '../../../engine/kept/marks';
import { crashReason, errorOf, findRun, listAllRuns, listRuns } from '../../../engine/runs/store';
import { readEpochs } from '../../../engine/runs/epochs';
import { ENDING, resumeRun, startRun } from '../../../engine/training/train/start-run';
import { watchRun } from '../../../engine/runs/watch/watch-run';
import { runFolder } from '../../../engine/storage/workspace';
import { showingData } from '../../../engine/calls/named-data';
import { api, type EngineContext } from '../../calls';

const runs = api.runs;

export const runsApi = {
  start: runs.start.handler(async ({ input, context }) => ({ runId: await startRun(context, input) })),

  watch: runs.watch.handler(async function* ({ input, context, signal }) {
    const { folder } = await findRun(context.workspace, input.runId);
    return asShown(context, yield* watchRun(folder, signal));
  }),

  stop: runs.stop.handler(async ({ input, context }) => {
    const { folder, record } = await findRun(context.workspace, input.runId);
    if (record.status !== 'running')
      throw new ShelfwiseError(
        'usage',
        say('run.nothing-to-stop', { run: record.runId, status: say(`status.${record.status}`) }),
      );
    await requestStop(folder);
    return asShown(context, await finalValue(watchRun(folder)));
  }),

  resume: runs.resume.handler(async ({ input, context }) => {
    const { record } = await findRun(context.workspace, input.runId);
    const { runId } = record;
    if (record.status !== 'finished') await resumeRun(context, record);
    return { runId };
  }),

  list: runs.list.handler(async ({ context }) => {
    const { workspace } = context;
    const [records, marks, show] = await Promise.all([
      listRuns(workspace),
      readMarks(workspace),
      showingData(workspace),
    ]);
    return Promise.all(records.map(async (record) => show(await shownWith(context, record, marks))));
  }),

  damaged: runs.damaged.handler(async ({ context: { workspace } }) => {
    const [{ damaged }, { problem }] = await Promise.all([listAllRuns(workspace), readMarks(workspace)]);
    if (problem === null) return damaged;
    const { code, message, said } = problem;
    return [...damaged, { runId: null, code, message, said: said && [...said] }];
  }),

  get: runs.get.handler(({ input, context }) => foundRun(context, input.runId)),

  mark: runs.mark.handler(async ({ input: { runId, ...change }, context: { workspace } }) => {
    const { record } = await findRun(workspace, runId);
    return markRun(workspace, record.runId, change);
  }),

  epochs: runs.epochs.handler(async ({ input, context }) => {
    const { folder } = await findRun(context.workspace, input.runId);
    return readEpochs(folder);
  }),
};

export async function foundRun(context: EngineContext, runId: string): Promise<Run> {
  const { record } = await findRun(context.workspace, runId);
  return asShown(context, record);
}

/** The record for display, with what is known of its end and with its marks, such as another name. */
async function asShown(context: EngineContext, record: RunRecord): Promise<Run> {
  const { workspace } = context;
  const [marks, show] = await Promise.all([readMarks(workspace), showingData(workspace)]);
  return show(await shownWith(context, record, marks));
}

async function shownWith(
  context: EngineContext,
  record: RunRecord,
  marks: Awaited<ReturnType<typeof readMarks>>,
): Promise<Run> {
  const run = withMarks(await withTrainerEnd(context, record), marks);
  const forgotten = await readForgottenRun(runFolder(context.workspace, record.runId)).catch(() => null);
  if (forgotten === null) return run;
  const { forgottenAt, dataset, withModel } = forgotten;
  const said = [whyForgotten(record.runId, forgotten)];
  return { ...run, forgotten: { forgottenAt, dataset, withModel, message: textOf(said), said } };
}

/**
 * A trainer that could not write its reason into the record (the disk is full, it was killed) reported it to this process, if it was started here.
 */
async function withTrainerEnd({ trainers }: EngineContext, record: RunRecord): Promise<RunRecord> {
  const ended = trainers.get(record.runId);
  if (record.status !== 'crashed' || record.reason?.error !== undefined || ended === undefined) return record;
  const end = await Promise.race([ended, sleep(ENDING, null, { ref: false })]);
  return end === null ? record : { ...record, reason: crashReason(record.runId, errorOf(end)) };
}
