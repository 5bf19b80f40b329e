/** What carries the contract: a WebSocket in a browser page, a MessagePort in Electron. Both break and come back. */
import type { ClientContext, ClientLink } from '@orpc/client';

export interface WireEvents {
  /** Calls may be made through this link until `down`. */
  up(link: ClientLink<ClientContext>): void;
  down(): void;
  /** It will not come back by itself. */
  refused(): void;
}

/** Opens a wire and keeps opening it again; every change is reported. */
export type OpenWire = (events: WireEvents) => void;
