/** The built window as files for a browser. */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as path from 'node:path';
import { contentSecurityPolicy, STYLE_NONCE } from '../../shared/processes/content-security';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import { INDEX, pathOfAddress, typeOfFile } from '../../shared/processes/files-of-window';
import { SECURITY_HEADERS } from './security';

export interface StaticFiles {
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/**
 * Lists the files once and serves only those: no path leads out of the folder.
 * @throws ShelfwiseError `not-found` if the window is not built
 */
export async function listStaticFiles(folder: string): Promise<StaticFiles> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new ShelfwiseError('not-found', say('window.not-built', { folder }), {
      cause,
    });
  });
  const files = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    files.set(`/${path.relative(folder, file).split(path.sep).join('/')}`, file);
  }

  return {
    async answer(request, response) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, { Allow: 'GET, HEAD' });
      const wanted = pathOfAddress(request.url ?? '/', 'http://loopback');
      const file = files.get(wanted);
      if (file === undefined) return refuse(response, 404);
      const isIndex = wanted === INDEX;
      const nonce = randomBytes(16).toString('base64');
      const content = await fs.readFile(file);
      const body = isIndex ? content.toString('utf8').replaceAll(STYLE_NONCE, nonce) : content;
      response.writeHead(200, {
        ...SECURITY_HEADERS,
        'Content-Security-Policy': contentSecurityPolicy(nonce, connections(request.headers.host)),
        'Content-Type': typeOfFile(file),
        'Content-Length': Buffer.byteLength(body),
        // File names contain a hash of their content, except the index.
        'Cache-Control': isIndex ? 'no-store' : 'public, max-age=31536000, immutable',
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    },
  };
}

/** Not every browser accepts 'self' for a socket of the same address. */
const connections = (host: string | undefined): string => `'self' ws://${host}`;

export function refuse(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { ...SECURITY_HEADERS, ...headers, 'Content-Type': 'text/plain', Connection: 'close' });
  response.end();
}
