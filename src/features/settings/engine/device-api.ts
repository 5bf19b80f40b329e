import { api } from '../../calls';
import { longWork } from '../../../engine/calls/handlers';

const device = api.device;

export const deviceApi = {
  status: device.status.handler(async ({ context }) =>
    (await import('../../../engine/machine/devices/device-status')).deviceStatus(context.launcher),
  ),

  faster: device.faster.handler(async () => (await import('../../../engine/machine/devices/measured')).fasterGpu()),

  measure: device.measure.handler(
    longWork(async (input, { launcher }, options) =>
      (await import('./measure')).measureInProcess(input, launcher, options),
    ),
  ),

  saveDiagnostics: device.saveDiagnostics.handler(async ({ input, context: { workspace, launcher } }) =>
    (await import('./diagnostics')).saveDiagnostics(workspace, launcher, input.out),
  ),
};
