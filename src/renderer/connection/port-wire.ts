/** Wire of the Electron window: a MessagePort from the main process, replaced whenever there is a new one. */
import { RPCLink } from '@orpc/client/message-port';
import type { OpenWire } from './wire';

/**
 * @param comes name of the preload's message that brings a port
 * @param gone name of its message that the other end has died; null if the window dies with it
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
      // Accepts messages only from the preload, which shares this window.
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
