/** The wire of the Electron window: a MessagePort to the engine host, handed over by the main process whenever there is a new one. */
import { RPCLink } from '@orpc/client/message-port';
import { ENGINE_GONE_MESSAGE, ENGINE_PORT_MESSAGE } from '../../shared/window-messages';
import type { OpenWire } from './wire';

/** @param ready tells the preload that ports may come now */
export const openPortWire =
  (ready: () => void): OpenWire =>
  (events) => {
    let current: MessagePort | null = null;
    const drop = (): void => {
      if (current === null) return;
      current.close();
      current = null;
      events.down();
    };
    window.addEventListener('message', ({ source, data, ports: [port] }) => {
      // Only the preload, which shares this window, speaks here.
      if (source !== window) return;
      if (data === ENGINE_GONE_MESSAGE) drop();
      if (data !== ENGINE_PORT_MESSAGE || port === undefined) return;
      drop();
      current = port;
      port.addEventListener('close', () => {
        if (current === port) drop();
      });
      const link = new RPCLink({ port });
      port.start();
      events.up(link);
    });
    ready();
  };
