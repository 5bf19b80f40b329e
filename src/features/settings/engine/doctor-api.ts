import { withProgress } from '../../../engine/calls/progress';
import { api } from '../../calls';

export const deviceWorkspaceApi = {
  doctor: api.workspace.doctor.handler(async ({ context: { workspace, launcher } }) =>
    (await import('./diagnose')).diagnose(workspace, launcher),
  ),

  checkEverything: api.workspace.checkEverything.handler(({ input, context: { workspace }, signal }) =>
    withProgress(async (onProgress, stop) => {
      const { checkEverything } = await import('./everything/check-everything');
      return checkEverything(workspace, input, { onProgress, signal: stop });
    }, signal),
  ),
};
