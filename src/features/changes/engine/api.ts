import { api } from '../../calls';
import { withProgress } from '../../../engine/calls/progress';

export const changesApi = {
  lists: api.changes.lists.handler(async ({ input, context }) =>
    (await import('./changed-lists')).changedLists(context.workspace, await context.sessions(), input),
  ),
  profiles: api.changes.profiles.handler(async ({ input, context }) =>
    (await import('./changed-lists')).changedProfiles(context.workspace, await context.sessions(), input),
  ),
  list: api.changes.list.handler(async ({ input, context }) =>
    (await import('./changed-lists')).changedList(context.workspace, await context.sessions(), input),
  ),
  measureChance: api.changes.measureChance.handler(({ input, context, signal }) =>
    withProgress(
      async (onProgress, stop) =>
        (await import('./measure-chance')).measureChance(context, input, { onProgress, signal: stop }),
      signal,
    ),
  ),
};
