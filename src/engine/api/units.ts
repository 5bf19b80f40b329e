import type { SweepProgress } from '../../shared/contract';
import type { KeptCluster } from '../cluster/address-book';
import type { WorkMany } from '../units/work-many';
import { api } from './context';
import { withProgress } from './progress';

const units = api.units;

export const unitsApi = {
  work: units.work.handler(async function* ({ input: { unit, on }, context, signal }) {
    if (on === undefined) {
      const { workUnit } = await import('../units/work-unit');
      return yield* workUnit(context, unit, { signal });
    }
    const { workUnitOn } = await import('../cluster/work-unit-on');
    const cluster = await clusterNamed(on);
    return yield* withProgress(
      (onProgress, stop) => workUnitOn(cluster, context, unit, { onProgress, signal: stop }),
      signal,
    );
  }),

  seeds: units.seeds.handler(async function* ({ input: { on, ...request }, context, signal }) {
    const { repeatSeeds } = await import('../compare/seeds');
    const work = await whoWorks(on);
    return yield* withProgress(
      (onProgress, stop) => repeatSeeds(context, request, { onProgress, signal: stop, work }),
      signal,
    );
  }),

  lists: units.lists.handler(async function* ({ input, context, signal }) {
    const { listsOn } = await import('../cluster/lists-on');
    const cluster = await clusterNamed(input.on);
    return yield* withProgress(
      (onProgress, stop) => listsOn(cluster, context, input, { onProgress, signal: stop }),
      signal,
    );
  }),

  sweep: units.sweep.handler(async function* ({ input: { on, ...request }, context, signal }) {
    const { runSweep } = await import('../sweep/sweep');
    const work = await whoWorks(on);
    return yield* withProgress(
      (onProgress: (progress: SweepProgress) => void, stop) =>
        runSweep(context, request, { onProgress, signal: stop, work }),
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

const clusterNamed = async (name: string): Promise<KeptCluster> =>
  (await import('../cluster/address-book')).findCluster(name);

/** Undefined for this computer. */
export const whoWorks = async (on: string | undefined): Promise<WorkMany | undefined> =>
  on === undefined ? undefined : (await import('../cluster/work-on-cluster')).workOn(await clusterNamed(on));
