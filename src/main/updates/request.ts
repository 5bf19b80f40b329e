/** Fetches from the feed's place: over https, or from this computer in tests. It sends nothing but the request. */
import * as http from 'node:http';
import * as https from 'node:https';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';

/** Milliseconds without a byte after which a request fails. */
const SILENCE = 30_000;
const MOST_REDIRECTS = 3;

export const isAllowed = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1');

const unreachable = (address: URL, reason: string): ShelfwiseError =>
  new ShelfwiseError('not-found', say('updates.unreachable', { host: address.host, reason }));

/**
 * @param onPiece takes the body piece by piece, in order; an exception ends the request
 * @param signal ends it with the signal's reason, whatever the server still sends
 * @throws ShelfwiseError `not-found` if there is no answer, another status, or the answer breaks off
 */
export function fetchPieces(
  address: URL,
  onPiece: (piece: Buffer) => void,
  signal: AbortSignal,
  redirects = MOST_REDIRECTS,
): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return void reject(signal.reason as Error);
    if (!isAllowed(address)) return void reject(unreachable(address, address.protocol));
    const { get } = address.protocol === 'https:' ? https : http;
    const request = get(address, { headers: { Accept: '*/*' }, agent: false }, (response) => {
      const { statusCode = 0, headers } = response;
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined && redirects > 0) {
        request.destroy();
        let next: URL;
        try {
          next = new URL(headers.location, address);
        } catch {
          return void reject(unreachable(address, String(statusCode)));
        }
        return void resolve(fetchPieces(next, onPiece, signal, redirects - 1));
      }
      if (statusCode !== 200) {
        request.destroy();
        return void reject(unreachable(address, String(statusCode)));
      }
      response.on('data', (piece: Buffer) => {
        try {
          onPiece(piece);
        } catch (thrown) {
          reject(thrown as Error);
          request.destroy();
        }
      });
      response.once('aborted', () => reject(new ShelfwiseError('not-found', say('updates.cut-off'))));
      response.once('error', () => reject(new ShelfwiseError('not-found', say('updates.cut-off'))));
      response.once('end', () => resolve());
    });
    const end = (): void => {
      reject(signal.reason as Error);
      request.destroy();
    };
    signal.addEventListener('abort', end, { once: true });
    request.once('close', () => signal.removeEventListener('abort', end));
    request.setTimeout(SILENCE, () => request.destroy(new Error('no answer')));
    request.once('error', ({ message }) => reject(unreachable(address, message)));
  });
}

/** A short answer as a whole. @throws ShelfwiseError `bad-data` if it is longer than allowed */
export async function fetchShort(address: URL, mostBytes: number, signal: AbortSignal): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  await fetchPieces(
    address,
    (piece) => {
      bytes += piece.length;
      if (bytes > mostBytes) throw new ShelfwiseError('bad-data', say('updates.malformed'));
      pieces.push(piece);
    },
    signal,
  );
  return Buffer.concat(pieces);
}
