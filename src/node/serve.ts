/** Serves a contract over a wire: a WebSocket of the web host, or a MessagePort in Electron. */
import {
  onMessagePortClose,
  onMessagePortMessage,
  postMessagePortMessage,
  type SupportedMessagePort,
} from '@orpc/client/message-port';
import type { AnyRouter } from '@orpc/server';
import { StandardRPCHandler } from '@orpc/server/standard';
import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer';
import { type EncodedMessage, ServerPeer } from '@orpc/standard-server-peer';
import { failureTeller } from './failed-messages';
import { answering } from './wire-errors';

/** As much of a WebSocket as answers need. */
interface Socket {
  send(message: EncodedMessage): void;
  addEventListener(kind: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(kind: 'close', listener: () => void): void;
}

export interface Served {
  overSocket(socket: Socket): void;
  overPort(port: SupportedMessagePort): void;
}

/** One for all wires of a process: a page that loads itself again has another one. */
const tell = failureTeller((line) => console.error(line));

/** @param context passed to the router's handlers */
export function serve(router: AnyRouter, context: object = {}): Served {
  const options = { clientInterceptors: [({ next }: { next: () => Promise<unknown> }) => answering(next)] };
  const answer = createServerPeerHandleRequestFn(new StandardRPCHandler(router, options), { context });
  // A page can send any number of unreadable messages: oRPC's handler of sockets writes a stack for each, and its handler of ports ends the process.
  const listener = (send: (message: EncodedMessage) => void) => {
    const peer = new ServerPeer(send);
    return {
      hear: (data: unknown): void => void peer.message(data as EncodedMessage, answer).catch(tell),
      close: (): void => peer.close(),
    };
  };
  return {
    overSocket(socket) {
      const { hear, close } = listener((message) => socket.send(message));
      socket.addEventListener('message', ({ data }) => hear(data));
      socket.addEventListener('close', close);
    },
    overPort(port) {
      const { hear, close } = listener((message) => postMessagePortMessage(port, message));
      onMessagePortMessage(port, hear);
      onMessagePortClose(port, close);
    },
  };
}
