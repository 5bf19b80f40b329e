import { api } from '../../calls';

export const changesApi = {
  lists: api.changes.lists.handler(async ({ input, context }) =>
    (await import('./changed-lists')).changedLists(context.workspace, await context.sessions(), input),
  ),
  profiles: api.changes.profiles.handler(async ({ input, context }) =>
    (await import('./changed-lists')).changedProfiles(context.workspace, await context.sessions(), input),
  ),
};
