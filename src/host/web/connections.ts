/**
 * Bounds connections without the token: any program of this computer can open thousands, and each takes one of the
 * files that the engine may open.
 */
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** More than all loading pages need at a time. Beyond it the oldest is closed, so that a new page always gets in. */
export const MOST_STRANGERS = 256;

interface Connections {
  /** The connection has shown the token and no longer counts. */
  admit(connection: Duplex): void;
}

/** Bounds the connections of a server. */
export function boundConnections(server: Server): Connections {
  /** In order of arrival. */
  const strangers = new Set<Duplex>();
  server.on('connection', (connection: Duplex) => {
    strangers.add(connection);
    connection.once('close', () => strangers.delete(connection));
    for (const oldest of strangers) {
      if (strangers.size <= MOST_STRANGERS) break;
      strangers.delete(oldest);
      oldest.destroy();
    }
  });
  return { admit: (connection) => void strangers.delete(connection) };
}
