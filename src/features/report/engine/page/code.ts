/** A QR code, drawn: a text that a telephone reads from paper or from a screen. */
import { encodeQR } from 'qr';
import { Html } from './html';

/** Modules of free room around it, which the standard asks for. */
const ROOM = 4;

/**
 * Black on white in every theme, since that is what telephones read.
 * @param label what a screen reader says of it: words of our own
 */
export function qrCode(text: string, label: string): Html {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: ROOM });
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])));
  const side = rows.length;
  return new Html(
    `<svg class="code" viewBox="0 0 ${side} ${side}" role="img" aria-label="${label}" shape-rendering="crispEdges">` +
      `<rect width="${side}" height="${side}" fill="white"/><path d="${dark.join('')}" fill="black"/></svg>`,
  );
}
