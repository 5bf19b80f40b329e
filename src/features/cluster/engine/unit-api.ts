import { api } from '../../calls';
import { doWork } from '../../remote-work';
import { withProgress } from '../../../engine/calls/progress';

export const unitsApi = {
  work: api.units.work.handler(({ input: { unit, on }, context, signal }) =>
    withProgress(
      (onProgress, stop) => doWork(context, { kind: 'unit', request: unit, on }, { onProgress, signal: stop }),
      signal,
    ),
  ),
};
