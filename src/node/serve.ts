/** Serves a contract over a wire: a WebSocket of the web host, or a MessagePort in Electron. */
import type { AnyRouter } from '@orpc/server';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { RPCHandler as SocketHandler } from '@orpc/server/ws';
import { answering } from './wire-errors';

type Port = Parameters<PortHandler<never>['upgrade']>[0];
type Socket = Parameters<SocketHandler<never>['upgrade']>[0];

export interface Served {
  overSocket(socket: Socket): void;
  overPort(port: Port): void;
}

/** @param context passed to the router's handlers */
export function serve(router: AnyRouter, context: object = {}): Served {
  const options = { clientInterceptors: [({ next }: { next: () => Promise<unknown> }) => answering(next)] };
  const sockets = new SocketHandler(router, options);
  const ports = new PortHandler(router, options);
  return {
    overSocket: (socket) => void sockets.upgrade(socket, { context }),
    overPort: (port) => ports.upgrade(port, { context }),
  };
}
