/**
 * What the window may load, wherever it is shown: its own files and nothing else. Mantine and AG Grid write style elements at run time;
 * they are given a nonce, new for each delivery of the page, so that no style from elsewhere gets in.
 */

/** The placeholder for the nonce in index.html; the host that delivers the page replaces it. */
export const STYLE_NONCE = '__STYLE_NONCE__';

/** @param connections where the page may connect to, as the policy writes it */
export function contentSecurityPolicy(styleNonce: string, connections: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connections}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
