/** The built window's files, for the hosts that deliver them. */
const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
};

export const typeOfFile = (name: string): string =>
  TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

export const INDEX = '/index.html';

/** The decoded path of an address; the index for the root; empty if malformed. */
export function pathOfAddress(address: string, base?: string): string {
  try {
    const { pathname } = new URL(address, base);
    return pathname === '/' ? INDEX : decodeURIComponent(pathname);
  } catch {
    return '';
  }
}
