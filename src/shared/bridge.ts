/** The preload's bridge for the Electron window. Types and names only: the preload carries no schema library. */
import type { Outcome, ShellAnswers, ShellCall, ShellInput } from './shell-calls';
import type { OpenRequest } from './shell-api';

/** The channel names between the processes. */
export const CHANNELS = {
  call: 'shelfwise:call',
  openRequest: 'shelfwise:open-request',
  readyForPort: 'shelfwise:ready-for-port',
  port: 'shelfwise:port',
  engineGone: 'shelfwise:engine-gone',
} as const;

export const BRIDGE_NAME = 'shelfwise';

/** What the preload gives the window. */
export interface Bridge {
  platform: string;
  call<Call extends ShellCall>(name: Call, input: ShellInput<Call>): Promise<Outcome<ShellAnswers[Call]>>;
  /** Null for what was not dropped from the system. */
  pathOfDropped(file: unknown): string | null;
  onOpenRequest(listener: (request: OpenRequest) => void): () => void;
  /** From now on the window listens for ports. */
  readyForPort(): void;
}
