import { api } from '../../calls';
import { doWork } from '../../remote-work';
import { withProgress } from '../../../engine/calls/progress';

const units = api.units;

export const unitsApi = {
  work: units.work.handler(({ input: { unit, on }, context, signal }) =>
    withProgress(
      (onProgress, stop) => doWork(context, { kind: 'unit', request: unit, on }, { onProgress, signal: stop }),
      signal,
    ),
  ),

  lists: units.lists.handler(({ input: { on, ...request }, context, signal }) =>
    withProgress(
      (onProgress, stop) => doWork(context, { kind: 'lists', request, on }, { onProgress, signal: stop }),
      signal,
    ),
  ),
};
