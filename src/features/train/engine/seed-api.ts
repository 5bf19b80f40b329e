import { api } from '../../calls';
import { doWork } from '../../remote-work';
import { withProgress } from '../../../engine/calls/progress';

export const trainUnitApi = {
  seeds: api.units.seeds.handler(({ input: { on, ...request }, context, signal }) =>
    withProgress(
      (onProgress, stop) => doWork(context, { kind: 'seeds', request, on }, { onProgress, signal: stop }),
      signal,
    ),
  ),
};
