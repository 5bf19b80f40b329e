/** Carries the contract: a WebSocket in a browser page, a MessagePort in Electron. Both break and recover. */
import type { ClientContext, ClientLink } from '@orpc/client';

export interface WireEvents {
  /** Calls may use this link until `down`. */
  up(link: ClientLink<ClientContext>): void;
  down(): void;
  /** It will not recover by itself. */
  refused(): void;
}

/** Opens a wire and reopens it whenever it breaks; reports every change. */
export type OpenWire = (events: WireEvents) => void;
