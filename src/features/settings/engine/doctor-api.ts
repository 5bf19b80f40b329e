import { api } from '../../calls';

const workspace = api.workspace;

export const deviceWorkspaceApi = {
  doctor: workspace.doctor.handler(async ({ context }) => {
    const { diagnose } = await import('./diagnose');
    return diagnose(context.workspace, context.launcher);
  }),
};
