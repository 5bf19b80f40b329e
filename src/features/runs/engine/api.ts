import { ShelfwiseError } from '../../../shared/errors';
import { finalValue } from '../../../shared/values/final-value';
import { say } from '../../../shared/words/sentence';
import { requestStop } from '../../../engine/machine/trainers/lock';
import { markRun, readMarks } from '../../../engine/kept/marks';
import { damageOf, findRun, listAllRuns } from '../../../engine/runs/store';
import { damagedUsesOf } from '../../../engine/runs/uses';
import { readEpochs } from '../../../engine/runs/epochs';
import { resumeRun, startRun } from '../../../engine/training/train/start-run';
import { watchRun } from '../../../engine/runs/watch/watch-run';
import { asShown, foundRun, runsAsShown } from '../../../engine/calls/shown-run';
import { api } from '../../calls';
import { chooseRun } from './choose-run';
import { earlierRuns } from './earlier-runs';

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

  list: runs.list.handler(({ context }) => runsAsShown(context)),

  damaged: runs.damaged.handler(async ({ context: { workspace } }) => {
    const [{ damaged, runs: readable, earlier }, { problem }] = await Promise.all([
      listAllRuns(workspace),
      readMarks(workspace),
    ]);
    const ofUses = await Promise.all([...readable, ...earlier].map((run) => damagedUsesOf(workspace, run)));
    return [...damaged, ...ofUses.flat(), ...(problem === null ? [] : [damageOf(null, problem)])];
  }),

  earlier: runs.earlier.handler(async ({ context }) => earlierRuns(context.workspace)),

  get: runs.get.handler(({ input, context }) => foundRun(context, input.runId)),

  mark: runs.mark.handler(async ({ input: { runId, ...change }, context: { workspace } }) => {
    const { record } = await findRun(workspace, runId);
    return markRun(workspace, record.runId, change);
  }),

  choose: runs.choose.handler(async ({ input: { runId, chosen }, context }) => {
    await chooseRun(context.workspace, await foundRun(context, runId), chosen);
    return foundRun(context, runId);
  }),

  epochs: runs.epochs.handler(async ({ input, context }) => {
    const { folder } = await findRun(context.workspace, input.runId);
    return readEpochs(folder);
  }),
};
