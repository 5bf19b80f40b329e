import { api } from '../../calls';
import { longWork } from '../../../engine/calls/handlers';

const device = api.device;

export const deviceApi = {
  status: device.status.handler(async ({ context }) =>
    (await import('../../../engine/machine/devices/gpu-state')).deviceStatus(context.launcher),
  ),

  install: device.install.handler(
    longWork(async (_, __, options) => (await import('./gpu-pack/install')).installPack(options)),
  ),

  remove: device.remove.handler(async () => (await import('./gpu-pack/remove')).removePack()),

  measure: device.measure.handler(
    longWork(async (input, { launcher }, options) =>
      (await import('./measure')).measureInProcess(input, launcher, options),
    ),
  ),

  saveDiagnostics: device.saveDiagnostics.handler(async ({ input, context: { workspace, launcher } }) =>
    (await import('./diagnostics')).saveDiagnostics(workspace, launcher, input.out),
  ),
};
