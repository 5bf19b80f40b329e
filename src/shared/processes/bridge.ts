/** The preload's bridge for the Electron window. Types and names only: the preload carries no schema library. */

/**
 * Channel names between the processes. A port cannot cross the context bridge: the preload posts it into its own
 * window.
 */
export const CHANNELS = {
  readyForPorts: 'shelfwise:ready-for-ports',
  /** Carries a port to the engine host, whenever there is a new one. */
  enginePort: 'shelfwise:engine-port',
  engineGone: 'shelfwise:engine-gone',
  /** Carries a port to the main process. */
  shellPort: 'shelfwise:shell-port',
} as const;

export const BRIDGE_NAME = 'shelfwise';

export interface Bridge {
  /** Null for what was not dropped from the system. */
  pathOfDropped(file: unknown): string | null;
  /** Called once the window listens for ports. */
  readyForPorts(): void;
}
