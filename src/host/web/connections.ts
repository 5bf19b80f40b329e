/** Connections that have not shown the token: any program of this computer can make thousands, and each takes one of the files that the engine may open. */
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** More than all pages make that load at a time; the oldest goes when there are more, so that a new page always gets in. */
export const MOST_STRANGERS = 256;

export interface Connections {
  /** It has shown the token, and is not counted any more. */
  admit(connection: Duplex): void;
}

/** Bounds the connections of a server. */
export function boundConnections(server: Server): Connections {
  /** In the order in which they came. */
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
