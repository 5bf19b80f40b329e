import { longWork } from '../../../engine/calls/handlers';
import { foundRun } from '../../../engine/calls/shown-run';
import { logged } from '../../../engine/kept/audit/logged';
import { findRun } from '../../../engine/runs/store';
import { acceptLists, checkBrought } from '../../../engine/training/train/check-brought';
import { completeRuns } from '../../../engine/training/train/complete-runs';
import { api } from '../../calls';

const runs = api.runs;

export const bundlesRunApi = {
  bundle: runs.bundle.handler(
    longWork(async (input, { workspace }, options) =>
      (await import('./bundle-run')).bundleRun({ workspace, ...input, ...options }),
    ),
  ),

  inspectBundle: runs.inspectBundle.handler(async ({ input, context: { workspace } }) =>
    (await import('./inspect-bundle')).inspectBundle({ workspace, ...input }),
  ),

  acceptLists: runs.acceptLists.handler(async ({ input, context }) => {
    const { workspace } = context;
    const { folder, record } = await findRun(workspace, input.runId);
    const { runId, listsSha256, dataset } = record;
    await logged(workspace, dataset.fingerprint, async (intend) => {
      await intend([{ what: 'accepted-lists', runId, listsSha256 }]);
      await acceptLists(folder, record);
    });
    return foundRun(context, runId);
  }),

  open: runs.open.handler(
    longWork(async (input, context, options) => {
      const [{ openBundle }, { hasDataset }] = await Promise.all([
        import('./open-bundle'),
        import('../../../engine/data/snapshot'),
      ]);
      const { workspace } = context;
      await context.finishForgetting();
      const opening = await openBundle({ workspace, ...input, ...options });
      if (await hasDataset(workspace, opening.fingerprint)) await completeRuns(context, opening.fingerprint, options);
      options.onProgress({ phase: 'lists', detail: opening.runId, done: 0, total: 1 });
      // The run is in place. What cannot be told now is asked again before anything of it leaves.
      const follows = await findRun(workspace, opening.runId)
        .then((run) => checkBrought(context, run, options.signal))
        .catch(() => null);
      return { ...opening, follows };
    }),
  ),
};
