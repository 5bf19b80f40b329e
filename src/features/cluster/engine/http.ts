/**
 * One request to a cluster. Uses node:http, because Ray takes a POST of Node's fetch for one of a web page and refuses it. No proxy, no redirect:
 * what is sent goes to the added address, and nowhere else.
 */
import * as http from 'node:http';
import * as https from 'node:https';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { ShelfwiseError } from '../../../shared/errors';
import { say, type Sentence, type TextId, type SentenceValue } from '../../../shared/words/sentence';
import type { KeptCluster } from './address-book';

export type Place = Pick<KeptCluster, 'address' | 'token' | 'certificate'>;

export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Including the query. */
  readonly path: string;
  /** A value to send as JSON, or a stream with its size in bytes. */
  readonly body?: { readonly json: unknown } | { readonly size: number; readonly content: () => Readable };
  /** Receives the body of a response with status 200 piece by piece, of any size, instead of the reply's text. An exception ends the request. */
  readonly onPiece?: (piece: Buffer) => Promise<void> | void;
  readonly signal?: AbortSignal | undefined;
}

export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** Seconds without a byte after which the request fails. */
const SILENCE = 30;
/** Most bytes of a response that is not a file. */
const LARGEST_ANSWER = 16 << 20;
/** Statuses of a proxy in front of a cluster that is away or overloaded. Ray returns none of them. */
const BETWEEN = new Set([429, 502, 503, 504]);

/**
 * @returns the response with any status, except for a refused token
 * @throws ShelfwiseError `not-found` if nothing answers, or only a proxy (`isAway`), `no-permission` if the token is refused, `bad-data` for a
 * response that Ray does not give (`isStranger`), `stopped` on abort
 */
export async function ask(place: Place, asked: Asked): Promise<Reply> {
  const { signal } = asked;
  try {
    return await exchanged(place, asked);
  } catch (thrown) {
    if (thrown instanceof ShelfwiseError) throw thrown;
    if (signal?.aborted) throw new ShelfwiseError('stopped', say('cluster.stopped'), { cause: thrown });
    throw away(place, (thrown as Error).message, thrown);
  }
}

async function exchanged(place: Place, asked: Asked): Promise<Reply> {
  const { method = 'GET', path, body, onPiece, signal } = asked;
  const json = body !== undefined && 'json' in body ? Buffer.from(JSON.stringify(body.json)) : null;
  const size = json?.length ?? (body !== undefined && 'size' in body ? body.size : 0);
  const { request } = place.address.startsWith('https:') ? https : http;
  const sent = request(place.address + path, {
    method,
    agent: false,
    headers: {
      ...(place.token !== undefined && { authorization: `Bearer ${place.token}` }),
      ...(json !== null && { 'content-type': 'application/json' }),
      ...(body !== undefined && { 'content-length': size }),
    },
    ...(place.certificate !== undefined && { ca: place.certificate }),
    ...(signal && { signal }),
  });
  sent.setTimeout(SILENCE * 1000, () => sent.destroy(away(place, say('cluster.too-slow', { seconds: SILENCE }))));
  const answered = new Promise<http.IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve);
    sent.on('error', reject);
  });
  // A server that refuses a token may respond before it has read everything, and close: its response counts, not the broken pipe.
  const passed =
    body !== undefined && 'content' in body
      ? pipeline(body.content(), sent).catch(() => undefined)
      : Promise.resolve(void sent.end(json ?? undefined));
  const response = await answered;
  const status = response.statusCode ?? 0;
  // Ray returns no web pages: a proxy's sign-in page would be taken for an answer or a result.
  const isWebPage = /^3\d\d$/.test(`${status}`) || /^text\/html\b/i.test(response.headers['content-type'] ?? '');
  const pieces: Buffer[] = [];
  let taken = 0;
  const isPassedOn = status === 200 && !isWebPage && onPiece !== undefined;
  for await (const piece of response as AsyncIterable<Buffer>) {
    if (isPassedOn) {
      await onPiece(piece);
      continue;
    }
    taken += piece.length;
    if (taken > LARGEST_ANSWER) {
      response.destroy();
      throw notRay(place, tooMuch(LARGEST_ANSWER));
    }
    pieces.push(piece);
  }
  await passed;
  if (!response.complete) throw away(place, 'aborted');
  if (status === 401 || status === 403)
    throw new ShelfwiseError('no-permission', say('cluster.no-token', { address: place.address }));
  if (BETWEEN.has(status)) throw between(place, status);
  if (isWebPage) throw notRay(place, say('cluster.web-page', { status }));
  return { status, text: withoutToken(place, Buffer.concat(pieces).toString('utf8')) };
}

/** In characters. A shorter token may be a part of any word, and hides nothing that could not be guessed. */
const SHORTEST_HIDDEN = 4;

/** What an answer says, without the token: some proxies and servers repeat the request in their errors, which are shown and logged. */
export function withoutToken({ token }: Place, text: string): string {
  if (token === undefined || token.length < SHORTEST_HIDDEN) return text;
  const forms = new Set([token, JSON.stringify(token).slice(1, -1), encodeURIComponent(token)]);
  return [...forms].reduce((left, form) => left.replaceAll(form, '***'), text);
}

export const away = ({ address }: Place, cause: SentenceValue, thrown?: unknown): ShelfwiseError =>
  new ShelfwiseError('not-found', say('cluster.away', { address, cause }), { cause: thrown });

/** The error for a proxy's answer in place of the cluster's. */
export const between = (place: Place, status: number): ShelfwiseError =>
  away(place, say('cluster.between', { status }));

/** Whether nothing answered, so that the same request may be sent again later. */
export const isAway = (thrown: unknown): boolean => isSaid(thrown, 'cluster.away');

/** @param what in the response differs from Ray's */
export const notRay = ({ address }: Place, what: SentenceValue, cause?: unknown): ShelfwiseError =>
  new ShelfwiseError('bad-data', say('cluster.not-ray', { address, what }), { cause });

/** Whether something other than Ray answered, which may be gone later. */
export const isStranger = (thrown: unknown): boolean => isSaid(thrown, 'cluster.not-ray');

/** Whether work goes on on a cluster that did not receive a stop request. */
export const isUnheardStop = (thrown: unknown): boolean => isSaid(thrown, 'cluster.not-stopped');

export const tooMuch = (most: number): Sentence => say('cluster.too-much', { most });

/** Whether the first sentence of an error has this ID. */
export function isSaid(thrown: unknown, id: TextId): boolean {
  const first = thrown instanceof ShelfwiseError ? thrown.said?.[0] : undefined;
  return typeof first === 'object' && first.id === id;
}
