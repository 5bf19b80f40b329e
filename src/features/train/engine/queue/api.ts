import { shownDataName } from '../../../../shared/values/data-name';
import { addToQueue, listQueue, moveInQueue, removeFromQueue, startNext } from '../../../../engine/runs/queue';
import { findRun } from '../../../../engine/runs/store';
import { api, type EngineContext } from '../../../calls';
import { startRun } from '../../../../engine/training/train/start-run';

const queue = api.queue;

export const queueApi = {
  list: queue.list.handler(({ context }) => listQueue(context.workspace)),

  add: queue.add.handler(async ({ input, context: { workspace } }) => {
    const { openSnapshot } = await import('../../../../engine/data/snapshot');
    const { dataset } = await openSnapshot(workspace, input.data);
    const parent = input.parent && (await findRun(workspace, input.parent)).record.runId;
    return addToQueue(
      workspace,
      { ...input, data: dataset.fingerprint, ...(parent && { parent }) },
      shownDataName(dataset),
    );
  }),

  move: queue.move.handler(({ input, context }) => moveInQueue(context.workspace, input.id, input.before)),

  remove: queue.remove.handler(async ({ input, context }) => {
    await removeFromQueue(context.workspace, input.id);
    return { removed: input.id };
  }),

  next: queue.next.handler(({ context }) => startQueued(context)),
};

export const startQueued = (context: EngineContext): ReturnType<typeof startNext> =>
  startNext(context.workspace, (run) => startRun(context, run));
