import { api } from '../../calls';

export const deviceWorkspaceApi = {
  doctor: api.workspace.doctor.handler(async ({ context: { workspace, launcher } }) =>
    (await import('./diagnose')).diagnose(workspace, launcher),
  ),
};
