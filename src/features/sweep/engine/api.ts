import type { SweepProgress } from '../contract/sweep';
import { api } from '../../calls';
import { withProgress } from '../../../engine/calls/progress';
import { doWork } from '../../remote-work';

const units = api.units;

export const sweepUnitApi = {
  sweep: units.sweep.handler(({ input: { on, ...request }, context, signal }) =>
    withProgress(
      (onProgress: (progress: SweepProgress) => void, stop) =>
        doWork(context, { kind: 'sweep', request, on }, { onProgress, signal: stop }),
      signal,
    ),
  ),

  sweeps: units.sweeps.handler(async ({ context }) => {
    const { listSweeps } = await import('./kept-sweeps');
    return listSweeps(context.workspace);
  }),

  trials: units.trials.handler(async ({ input, context }) => {
    const { sweepSoFar } = await import('./so-far');
    return sweepSoFar(context.workspace, input.sweepId);
  }),

  seeds: units.seeds.handler(({ input: { on, ...request }, context, signal }) =>
    withProgress(
      (onProgress, stop) => doWork(context, { kind: 'seeds', request, on }, { onProgress, signal: stop }),
      signal,
    ),
  ),
};
