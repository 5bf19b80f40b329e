import type { SweepProgress } from '../../shared/contract';
import { api } from './context';
import { withProgress } from './progress';

const units = api.units;

export const unitsApi = {
  work: units.work.handler(async function* ({ input, context, signal }) {
    const { workUnit } = await import('../units/work-unit');
    return yield* workUnit(context, input.unit, { signal });
  }),

  seeds: units.seeds.handler(async function* ({ input, context, signal }) {
    const { repeatSeeds } = await import('../compare/seeds');
    return yield* withProgress((onProgress, stop) => repeatSeeds(context, input, { onProgress, signal: stop }), signal);
  }),

  sweep: units.sweep.handler(async function* ({ input, context, signal }) {
    const { runSweep } = await import('../sweep/sweep');
    return yield* withProgress(
      (onProgress: (progress: SweepProgress) => void, stop) => runSweep(context, input, { onProgress, signal: stop }),
      signal,
    );
  }),

  sweeps: units.sweeps.handler(async ({ context }) => {
    const { listSweeps } = await import('../sweep/kept-sweeps');
    return listSweeps(context.workspace);
  }),

  trials: units.trials.handler(async ({ input, context }) => {
    const { sweepSoFar } = await import('../sweep/so-far');
    return sweepSoFar(context.workspace, input.sweepId);
  }),
};
