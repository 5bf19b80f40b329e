import { textOf } from '../../../shared/words/sentence';
import { api } from '../../calls';

const workspace = api.workspace;

export const workspaceApi = {
  watch: workspace.watch.handler(async ({ context, signal }) => {
    const { WorkspaceWatch } = await import('../../../engine/runs/watch/watch-workspace');
    const watch = new WorkspaceWatch(context.workspace, signal);
    await watch.ready;
    return watch;
  }),

  notices: workspace.notices.handler(({ context }) =>
    context.notices.map((notice) => ({ message: textOf([notice]), said: [notice] })),
  ),
};
