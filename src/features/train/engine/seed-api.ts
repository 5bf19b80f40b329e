import { api } from '../../calls';
import { withProgress } from '../../../engine/calls/progress';
import { whoWorks } from '../../cluster/engine/unit-calls';

const units = api.units;

export const trainUnitApi = {
  seeds: units.seeds.handler(async function* ({ input: { on, ...request }, context, signal }) {
    const { repeatSeeds } = await import('./seeds');
    const work = await whoWorks(on);
    return yield* withProgress(
      (onProgress, stop) => repeatSeeds(context, request, { onProgress, signal: stop, work }),
      signal,
    );
  }),
};
