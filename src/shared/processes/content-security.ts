/**
 * What the window may load, wherever it is shown: its own files and nothing else. Mantine and AG Grid write style
 * elements at run time; a nonce, new for each delivery of the page, admits theirs and no others.
 */

/** Placeholder for the nonce in index.html, replaced by the host that delivers the page. */
export const STYLE_NONCE = '__STYLE_NONCE__';

/** @param connections allowed connection targets, as the policy writes them */
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
