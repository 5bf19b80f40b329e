/** A wire of the Electron window: a MessagePort, handed over by the main process whenever there is a new one. */
import { RPCLink } from '@orpc/client/message-port';
import type { OpenWire } from './wire';

/**
 * @param comes the preload's message that brings a port
 * @param gone its message that the other end has died; null where the window dies with it
 */
export const openPortWire =
  (comes: string, gone: string | null): OpenWire =>
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
      if (data === gone) drop();
      if (data !== comes || port === undefined) return;
      drop();
      current = port;
      port.addEventListener('close', () => {
        if (current === port) drop();
      });
      const link = new RPCLink({ port });
      port.start();
      events.up(link);
    });
  };
