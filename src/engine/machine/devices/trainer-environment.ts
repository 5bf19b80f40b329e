/** The environment of a trainer, which has to be there when its process starts. */
import { PLAIN_NODE } from '../../../node/child-environment';
import type { Device } from '../../../shared/contract/device';
import { computingEnvironment } from '../environment/computing';

/** The package for WebGPU needs a plain Node. */
export const trainerEnvironment = (device: Device): Record<string, string> => ({
  ...computingEnvironment(),
  ...(device === 'gpu' && { [PLAIN_NODE]: '1' }),
});
