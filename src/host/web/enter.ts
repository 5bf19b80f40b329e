/** A page sends its one-time code and receives the token. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { USED_CODE } from '../../shared/processes/web-host';
import type { Codes } from './codes';
import { SECURITY_HEADERS } from './security';
import { refuse } from './static-files';

/** A code has 43 characters. */
const LONGEST = 100;

export interface Entry {
  readonly codes: Codes;
  readonly token: string;
  /** Called for every valid code after its token was sent, and for a code used a second time. */
  onUse(use: 'right' | 'used', code: string): void;
}

export async function enter(request: IncomingMessage, response: ServerResponse, entry: Entry): Promise<void> {
  const code = await textOf(request);
  if (code === null) return refuse(response, 413);
  const use = entry.codes.use(code);
  if (use === 'unknown') return refuse(response, 403);
  if (use === 'used') refuse(response, USED_CODE);
  else {
    response.writeHead(200, { ...SECURITY_HEADERS, 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' });
    response.end(entry.token);
  }
  entry.onUse(use, code);
}

/** Null for a body longer than a code. */
async function textOf(request: IncomingMessage): Promise<string | null> {
  let text = '';
  for await (const piece of request.setEncoding('utf8') as AsyncIterable<string>) {
    text += piece;
    if (text.length > LONGEST) return null;
  }
  return text;
}
