/** What the preload gives the window: the shell, and the sign that the window is ready for the engine's port. */
import type { ShellApi } from './shell-api';

export const BRIDGE_NAME = 'shelfwise';

export interface Bridge {
  shell: ShellApi;
  /** From now on the window listens for ports. */
  readyForPort(): void;
}
