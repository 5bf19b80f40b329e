import { api } from '../../calls';

const workspace = api.workspace;

export const trashWorkspaceApi = {
  delete: workspace.delete.handler(async ({ input, context }) => {
    const { moveToTrash } = await import('./trash');
    return moveToTrash(context.workspace, input.id);
  }),

  trash: workspace.trash.handler(async ({ context }) => {
    const { listTrash } = await import('./trash-list');
    return listTrash(context.workspace);
  }),

  unreadableTrash: workspace.unreadableTrash.handler(async ({ context }) => {
    const { listUnreadableTrash } = await import('./trash-list');
    return listUnreadableTrash(context.workspace);
  }),

  restore: workspace.restore.handler(async ({ input, context }) => {
    const { restore } = await import('./restore');
    return restore(context.workspace, input.id);
  }),

  collect: workspace.collect.handler(async ({ context }) => {
    const { collect } = await import('./collect');
    return collect(context.workspace);
  }),
};
