/** A socket's first message must be the token; otherwise it gets no answer. */
import type { RawData, WebSocket } from 'ws';
import { WRONG_TOKEN } from '../../shared/processes/web-host';
import { isRightToken } from './token';

/** Milliseconds until the first message has to arrive. */
const PATIENCE = 5000;

/**
 * Number of sockets that may wait for their first message. Beyond it the oldest is closed, so that a new page always
 * gets in.
 */
const MOST_WAITING = 64;

const GOING_AWAY = 1001;

interface Logins {
  /** Calls `answer` once the right token arrives; closes the socket after anything else. */
  await(socket: WebSocket, answer: () => void): void;
}

export function createLogins(token: string): Logins {
  /** In order of arrival. */
  const waiting = new Set<WebSocket>();
  const dropOldest = (): void => {
    for (const oldest of waiting) {
      waiting.delete(oldest);
      return oldest.terminate();
    }
  };
  return {
    await(socket, answer) {
      if (waiting.size >= MOST_WAITING) dropOldest();
      waiting.add(socket);
      const timer = setTimeout(() => socket.close(WRONG_TOKEN), PATIENCE);
      const settle = (): void => {
        clearTimeout(timer);
        waiting.delete(socket);
      };
      socket.once('close', settle);
      socket.once('message', (data: RawData, isBinary: boolean) => {
        settle();
        if (socket.readyState !== socket.OPEN) return;
        if (!isBinary && isRightToken(String(data as Buffer), token)) answer();
        else refuse(socket);
      });
    },
  };
}

/** Closes the socket, and cuts off a peer that does not close in turn. */
function refuse(socket: WebSocket): void {
  socket.close(WRONG_TOKEN);
  const timer = setTimeout(() => socket.terminate(), 1000);
  socket.once('close', () => clearTimeout(timer));
}

export function dismiss(socket: WebSocket): void {
  socket.close(GOING_AWAY);
}
