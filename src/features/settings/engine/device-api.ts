import { api } from '../../calls';
import { withProgress } from '../../../engine/calls/progress';

const device = api.device;

export const deviceApi = {
  status: device.status.handler(async ({ context }) => {
    const { deviceStatus } = await import('../../../engine/machine/devices/gpu-state');
    return deviceStatus(context.launcher);
  }),

  install: device.install.handler(async function* ({ signal }) {
    const { installPack } = await import('./gpu-pack/install');
    return yield* withProgress((onProgress, stop) => installPack({ onProgress, signal: stop }), signal);
  }),

  remove: device.remove.handler(async () => {
    const { removePack } = await import('./gpu-pack/remove');
    return removePack();
  }),

  measure: device.measure.handler(async function* ({ input, context, signal }) {
    const { measureInProcess } = await import('./measure');
    return yield* withProgress(
      (onProgress, stop) => measureInProcess(input, context.launcher, { onProgress, signal: stop }),
      signal,
    );
  }),

  saveDiagnostics: device.saveDiagnostics.handler(async ({ input, context }) => {
    const { saveDiagnostics } = await import('./diagnostics');
    return saveDiagnostics(context.workspace, context.launcher, input.out);
  }),
};
