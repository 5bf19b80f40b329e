/** Serves a contract over a wire: a WebSocket of the web host, or a MessagePort in Electron. */
import type { AnyRouter } from '@orpc/server';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { StandardRPCHandler } from '@orpc/server/standard';
import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer';
import { type EncodedMessage, ServerPeer } from '@orpc/standard-server-peer';
import { failureTeller } from './failed-messages';
import { answering } from './wire-errors';

type Port = Parameters<PortHandler<never>['upgrade']>[0];

/** As much of a WebSocket as answers need. */
interface Socket {
  send(message: EncodedMessage): void;
  addEventListener(kind: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(kind: 'close', listener: () => void): void;
}

export interface Served {
  overSocket(socket: Socket): void;
  overPort(port: Port): void;
}

/** @param context passed to the router's handlers */
export function serve(router: AnyRouter, context: object = {}): Served {
  const options = { clientInterceptors: [({ next }: { next: () => Promise<unknown> }) => answering(next)] };
  const ports = new PortHandler(router, options);
  const answer = createServerPeerHandleRequestFn(new StandardRPCHandler(router, options), { context });
  const tell = failureTeller(console.error);
  return {
    // oRPC's own handler of sockets writes a stack for each message that is none, and a page can send any number of them.
    overSocket(socket) {
      const peer = new ServerPeer((message) => socket.send(message));
      socket.addEventListener('message', ({ data }) => void peer.message(data as EncodedMessage, answer).catch(tell));
      socket.addEventListener('close', () => peer.close());
    },
    overPort: (port) => ports.upgrade(port, { context }),
  };
}
