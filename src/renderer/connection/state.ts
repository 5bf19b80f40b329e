/** Whether the engine can be reached. The window shows it, and loses nothing while it cannot. */
import { create } from 'zustand';
import type { OpenWire } from './wire';

export type ConnectionState =
  | { kind: 'connecting' }
  /** `times` counts connections: a second one means that the engine's host was away. */
  | { kind: 'connected'; times: number }
  /** Retries by itself. */
  | { kind: 'lost'; times: number; since: number }
  /** The page has no valid token; only a new address helps. */
  | { kind: 'refused'; times: number; because: 'used' | 'other' };

export const useConnectionState = create<{ state: ConnectionState }>()(() => ({ state: { kind: 'connecting' } }));

const timesOf = (state: ConnectionState): number => (state.kind === 'connecting' ? 0 : state.times);

const setConnected = (): void =>
  useConnectionState.setState(({ state }) => ({ state: { kind: 'connected', times: timesOf(state) + 1 } }));

const setLost = (): void =>
  useConnectionState.setState(({ state }) =>
    state.kind === 'connected' ? { state: { kind: 'lost', times: state.times, since: Date.now() } } : { state },
  );

let because: 'used' | 'other' = 'other';
/** Why the page will be refused, if known in advance. */
export const setRefusedBecause = (reason: typeof because): void => void (because = reason);

const setRefused = (): void =>
  useConnectionState.setState(({ state }) => ({ state: { kind: 'refused', times: timesOf(state), because } }));

/** Wraps a wire so that the window shows its state. */
export const shown =
  (openWire: OpenWire): OpenWire =>
  (events) =>
    openWire({
      up(link) {
        events.up(link);
        setConnected();
      },
      down() {
        events.down();
        setLost();
      },
      refused() {
        events.refused();
        setRefused();
      },
    });
