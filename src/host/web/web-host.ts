/** Serves the engine to a browser page on this computer: static files and one socket, on the loopback address only. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { ShelfwiseError, systemCodeOf } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { MOST_MESSAGE_BYTES } from '../../shared/limits';
import { ENTER_PATH, RPC_PATH } from '../../shared/processes/web-host';
import type { Served } from '../../node/serve';
import { boundConnections } from './connections';
import { enter, type Entry } from './enter';
import { createLogins, dismiss } from './login';
import { isRightHost, isRightOrigin, LOOPBACK } from './security';
import { refuse, type StaticFiles } from './static-files';

export interface WebHost {
  readonly port: number;
  close(): Promise<void>;
}

/** @param options.ports tried in turn; 0 takes any free one */
export async function listen(options: {
  ports: readonly number[];
  entry: Entry;
  files: StaticFiles;
  served: Served;
}): Promise<WebHost> {
  const { entry, files, served } = options;
  const logins = createLogins(entry.token);
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5000, keepAliveTimeout: 5000 });
  const connections = boundConnections(server);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_MESSAGE_BYTES, perMessageDeflate: false });
  const port = await bind(server, options.ports);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST' || request.url !== ENTER_PATH) return files.answer(request, response);
    // A typed address sends no Origin; a page that sends its code does.
    if (!isRightOrigin(request.headers, port, true)) return refuse(response, 403);
    return enter(request, response, entry);
  };

  server.on('request', (request, response) => {
    if (!isRightHost(request.headers, port) || !isRightOrigin(request.headers, port, false))
      return refuse(response, 403);
    answer(request, response).catch(() => (response.headersSent ? response.destroy() : refuse(response, 500)));
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  server.on('upgrade', (request, connection, head) => {
    connection.on('error', () => connection.destroy());
    const status = refusalOf(request, port);
    if (status !== null) return refuseUpgrade(connection, status);
    sockets.handleUpgrade(request, connection, head, (socket) => {
      // For a malformed or oversized frame; ws closes the socket itself.
      socket.on('error', () => undefined);
      logins.await(socket, () => {
        connections.admit(connection);
        served.overSocket(socket);
      });
    });
  });
  sockets.on('wsClientError', (_error, connection) => connection.destroy());

  return {
    port,
    async close() {
      for (const socket of sockets.clients) dismiss(socket);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of sockets.clients) socket.terminate();
      });
    },
  };
}

function refusalOf(request: IncomingMessage, port: number): string | null {
  if (!isRightHost(request.headers, port) || !isRightOrigin(request.headers, port, true)) return '403 Forbidden';
  return request.url === RPC_PATH ? null : '404 Not Found';
}

function refuseUpgrade(connection: Duplex, status: string): void {
  connection.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

async function bind(server: Server, ports: readonly number[]): Promise<number> {
  for (const [index, port] of ports.entries())
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, LOOPBACK, () => {
          server.removeListener('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (thrown) {
      if (index === ports.length - 1) throw bindFailure(thrown, port);
    }
  throw new ShelfwiseError('internal', 'No port was given to listen at.');
}

function bindFailure(cause: unknown, port: number): ShelfwiseError {
  const code = systemCodeOf(cause);
  if (code === 'EADDRINUSE') return new ShelfwiseError('busy', say('port.taken', { port: String(port) }));
  if (code === 'EACCES')
    return new ShelfwiseError('no-permission', say('port.forbidden', { port: String(port) }), { cause });
  return new ShelfwiseError('internal', `Listening at port ${port} failed: ${String(cause)}`, { cause });
}
