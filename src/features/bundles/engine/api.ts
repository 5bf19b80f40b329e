import { completeRuns } from '../../../engine/training/train/complete-runs';
import { api } from '../../calls';
import { withProgress } from '../../../engine/calls/progress';

const runs = api.runs;

export const bundlesRunApi = {
  bundle: runs.bundle.handler(async function* ({ input, context, signal }) {
    const { bundleRun } = await import('./bundle-run');
    return yield* withProgress(
      (onProgress, signalOfStop) =>
        bundleRun({ workspace: context.workspace, ...input, onProgress, signal: signalOfStop }),
      signal,
    );
  }),

  inspectBundle: runs.inspectBundle.handler(async ({ input, context }) => {
    const { inspectBundle } = await import('./inspect-bundle');
    return inspectBundle({ workspace: context.workspace, ...input });
  }),

  open: runs.open.handler(async function* ({ input, context, signal }) {
    const [{ openBundle }, { hasDataset }] = await Promise.all([
      import('./open-bundle'),
      import('../../../engine/data/snapshot'),
    ]);
    return yield* withProgress(async (onProgress, signalOfStop) => {
      const options = { onProgress, signal: signalOfStop };
      await context.finishForgetting();
      const opening = await openBundle({ workspace: context.workspace, ...input, ...options });
      if (await hasDataset(context.workspace, opening.fingerprint))
        await completeRuns(context, opening.fingerprint, options);
      return opening;
    }, signal);
  }),
};
