import type { SweepProgress } from '../../../shared/contract/sweep';
import { api } from '../../calls';
import { withProgress } from '../../../engine/calls/progress';
import { whoWorks } from '../../cluster/engine/unit-calls';

const units = api.units;

export const sweepUnitApi = {
  sweep: units.sweep.handler(async function* ({ input: { on, ...request }, context, signal }) {
    const { runSweep } = await import('./sweep');
    const work = await whoWorks(on);
    return yield* withProgress(
      (onProgress: (progress: SweepProgress) => void, stop) =>
        runSweep(context, request, { onProgress, signal: stop, work }),
      signal,
    );
  }),

  sweeps: units.sweeps.handler(async ({ context }) => {
    const { listSweeps } = await import('./kept-sweeps');
    return listSweeps(context.workspace);
  }),

  trials: units.trials.handler(async ({ input, context }) => {
    const { sweepSoFar } = await import('./so-far');
    return sweepSoFar(context.workspace, input.sweepId);
  }),
};
