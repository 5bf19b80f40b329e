import { longWork } from '../../../engine/calls/handlers';
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
      return opening;
    }),
  ),
};
