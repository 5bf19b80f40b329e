/** Which requests are answered at all, and the security headers for browsers. */
import type { IncomingHttpHeaders } from 'node:http';

/** The one address that the host listens at: never reached from another computer. */
export const LOOPBACK = '127.0.0.1';

/** A foreign name that leads here (DNS rebinding) comes with its own Host. */
export function isRightHost(headers: IncomingHttpHeaders, port: number): boolean {
  return headers.host === `${LOOPBACK}:${port}` || headers.host === `localhost:${port}`;
}

/** A page of another site comes with its own Origin; a typed address comes with none. */
export function isRightOrigin(headers: IncomingHttpHeaders, port: number, demanded: boolean): boolean {
  const { origin } = headers;
  if (origin === undefined) return !demanded;
  return origin === `http://${LOOPBACK}:${port}` || origin === `http://localhost:${port}`;
}

/** On every answer, errors included. */
export const SECURITY_HEADERS: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
};
