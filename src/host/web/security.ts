/** Decides which requests are answered, and sets the security headers. */
import type { IncomingHttpHeaders } from 'node:http';

/** The only address that the host listens on: no other computer can reach it. */
export const LOOPBACK = '127.0.0.1';

/** A foreign name that resolves here (DNS rebinding) has another Host header. */
export function isRightHost(headers: IncomingHttpHeaders, port: number): boolean {
  return headers.host === `${LOOPBACK}:${port}` || headers.host === `localhost:${port}`;
}

/** A page of another site sends its own Origin; a typed address sends none. */
export function isRightOrigin(headers: IncomingHttpHeaders, port: number, demanded: boolean): boolean {
  const { origin } = headers;
  if (origin === undefined) return !demanded;
  return origin === `http://${LOOPBACK}:${port}` || origin === `http://localhost:${port}`;
}

/** Sent with every answer, errors included. */
export const SECURITY_HEADERS: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
};
