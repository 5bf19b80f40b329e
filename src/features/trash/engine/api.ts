import { api } from '../../calls';

const workspace = api.workspace;

export const trashWorkspaceApi = {
  delete: workspace.delete.handler(async ({ input, context }) =>
    (await import('./trash')).moveToTrash(context.workspace, input.id),
  ),
  trash: workspace.trash.handler(async ({ context }) =>
    (await import('../../../engine/storage/trash-list')).listTrash(context.workspace),
  ),
  unreadableTrash: workspace.unreadableTrash.handler(async ({ context }) =>
    (await import('../../../engine/storage/trash-list')).listUnreadableTrash(context.workspace),
  ),
  restore: workspace.restore.handler(async ({ input, context }) =>
    (await import('./restore')).restore(context.workspace, input.id),
  ),
  collect: workspace.collect.handler(async ({ context }) => (await import('./collect')).collect(context.workspace)),
};
