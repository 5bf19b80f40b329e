import { textOf } from '../../shared/sentences/sentence';
import { api } from './context';

const workspace = api.workspace;

export const workspaceApi = {
  watch: workspace.watch.handler(async ({ context, signal }) => {
    const { WorkspaceWatch } = await import('../watch/watch-workspace');
    const watch = new WorkspaceWatch(context.workspace, signal);
    await watch.ready;
    return watch;
  }),

  notices: workspace.notices.handler(({ context }) =>
    context.notices.map((notice) => ({ message: textOf([notice]), said: [notice] })),
  ),

  delete: workspace.delete.handler(async ({ input, context }) => {
    const { moveToTrash } = await import('../trash/trash');
    return moveToTrash(context.workspace, input.id);
  }),

  trash: workspace.trash.handler(async ({ context }) => {
    const { listTrash } = await import('../trash/trash-list');
    return listTrash(context.workspace);
  }),

  unreadableTrash: workspace.unreadableTrash.handler(async ({ context }) => {
    const { listUnreadableTrash } = await import('../trash/trash-list');
    return listUnreadableTrash(context.workspace);
  }),

  restore: workspace.restore.handler(async ({ input, context }) => {
    const { restore } = await import('../trash/restore');
    return restore(context.workspace, input.id);
  }),

  collect: workspace.collect.handler(async ({ context }) => {
    const { collect } = await import('../trash/collect');
    return collect(context.workspace);
  }),

  doctor: workspace.doctor.handler(async ({ context }) => {
    const { diagnose } = await import('../diagnose/diagnose');
    return diagnose(context.workspace, context.launcher);
  }),
};
