/** Serves the window's files under their own origin. The list holds only built files, so no path leads out of it. */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { protocol } from 'electron';
import { contentSecurityPolicy, STYLE_NONCE } from '../../shared/processes/content-security';
import { INDEX, pathOfAddress, typeOfFile } from '../../shared/processes/files-of-window';
import { APP_ORIGIN, APP_SCHEME } from '../../shared/processes/window-origin';
import { RENDERER } from '../places';

/** Call before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** By name alone: not every Electron version reports the kind of an archive's entries. */
function filesBelow(folder: string): string[] {
  return fs.readdirSync(folder).flatMap((name) => {
    const place = path.join(folder, name);
    return fs.statSync(place).isDirectory() ? filesBelow(place) : [place];
  });
}

/** Keyed by path in addresses. */
const builtFiles = (): Map<string, string> =>
  new Map(filesBelow(RENDERER).map((file) => [`/${path.relative(RENDERER, file).split(path.sep).join('/')}`, file]));

interface Delivery {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array | string;
}

async function deliver(files: ReadonlyMap<string, string>, address: string): Promise<Delivery> {
  const wanted = pathOfAddress(address);
  const file = address.startsWith(`${APP_ORIGIN}/`) ? files.get(wanted) : undefined;
  if (file === undefined) return { status: 404, headers: {}, body: '' };
  const content = await fs.promises.readFile(file);
  const nonce = randomBytes(16).toString('base64');
  return {
    status: 200,
    headers: {
      'Content-Type': typeOfFile(file),
      'Content-Security-Policy': contentSecurityPolicy(nonce, "'none'"),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
    body: wanted === INDEX ? content.toString('utf8').replaceAll(STYLE_NONCE, nonce) : new Uint8Array(content),
  };
}

export function serveApp(): void {
  const files = builtFiles();
  protocol.handle(APP_SCHEME, async ({ url }) => {
    const { status, headers, body } = await deliver(files, url);
    return new Response(body as BodyInit, { status, headers });
  });
}
