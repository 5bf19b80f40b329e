import type { KeptCluster } from './address-book';
import type { WorkMany } from './units/work-many';
import { api } from '../../calls';
import { withProgress } from '../../../engine/calls/progress';

const units = api.units;

export const unitsApi = {
  work: units.work.handler(async function* ({ input: { unit, on }, context, signal }) {
    if (on === undefined) {
      const { workUnit } = await import('./units/work-unit');
      return yield* workUnit(context, unit, { signal });
    }
    const { workUnitOn } = await import('./work-unit-on');
    const cluster = await clusterNamed(on);
    return yield* withProgress(
      (onProgress, stop) => workUnitOn(cluster, context, unit, { onProgress, signal: stop }),
      signal,
    );
  }),

  lists: units.lists.handler(async function* ({ input, context, signal }) {
    const { listsOn } = await import('./lists-on');
    const cluster = await clusterNamed(input.on);
    return yield* withProgress(
      (onProgress, stop) => listsOn(cluster, context, input, { onProgress, signal: stop }),
      signal,
    );
  }),
};

const clusterNamed = async (name: string): Promise<KeptCluster> => (await import('./address-book')).findCluster(name);

/** Undefined for this computer. */
export const whoWorks = async (on: string | undefined): Promise<WorkMany | undefined> =>
  on === undefined ? undefined : (await import('./work-on-cluster')).workOn(await clusterNamed(on));
