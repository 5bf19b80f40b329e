/** Serves the contract over a wire: a WebSocket of the web host, or a MessagePort in Electron. */
import { mapEventIterator, ORPCError } from '@orpc/client';
import type { AnyRouter } from '@orpc/server';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { RPCHandler as SocketHandler } from '@orpc/server/ws';
import { WIRE_ERROR, type WireError, wireErrorOf } from '../shared/errors';
import { type Engine, fromBorder } from '../engine/engine';

type Port = Parameters<PortHandler<never>['upgrade']>[0];
type Socket = Parameters<SocketHandler<never>['upgrade']>[0];

export interface Served {
  overSocket(socket: Socket): void;
  overPort(port: Port): void;
}

/** A ShelfwiseError as the wire's own error, with our code in its data; src/renderer/connection/errors.ts turns it back. */
function toWire(thrown: unknown): ORPCError<string, WireError> {
  const error = fromBorder(thrown);
  const { code, message } = error;
  return new ORPCError(WIRE_ERROR, { status: code === 'internal' ? 500 : 400, message, data: wireErrorOf(error) });
}

const isAsyncIterator = (value: unknown): value is AsyncIterator<unknown, unknown, void> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/** Wraps every call: what it throws, at once or between two pieces of its answer, is sent as a wire error. */
async function answering(next: () => Promise<unknown>): Promise<unknown> {
  try {
    const answer = await next();
    if (!isAsyncIterator(answer)) return answer;
    return mapEventIterator(answer, {
      value: (piece) => Promise.resolve(piece),
      error: (thrown) => Promise.resolve(toWire(thrown)),
    });
  } catch (thrown) {
    throw toWire(thrown);
  }
}

/** @param beside further calls that the host answers (the shell of a browser page) */
export function serve(engine: Engine, beside: Record<string, AnyRouter> = {}): Served {
  const router = { ...engine.router, ...beside };
  const options = { clientInterceptors: [({ next }: { next: () => Promise<unknown> }) => answering(next)] };
  const sockets = new SocketHandler(router, options);
  const ports = new PortHandler(router, options);
  const { context } = engine;
  return {
    overSocket: (socket) => void sockets.upgrade(socket, { context }),
    overPort: (port) => ports.upgrade(port, { context }),
  };
}
