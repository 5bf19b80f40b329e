/** What computed a run. */
import type { Environment } from '../contract/run';

/** `own` where our addon took the place of TensorFlow's library, which is told by the version that it gives. */
export const backendOf = ({
  backend,
  tensorflow,
}: Pick<Environment, 'backend' | 'tensorflow'>): 'own' | Environment['backend'] =>
  tensorflow.startsWith('shelfwise-') ? 'own' : backend;
