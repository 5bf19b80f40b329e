/** IDs behind a key: the same key and ID give the same hash, and without the key a hash reveals nothing. */
import { createHmac } from 'node:crypto';

/** Bytes in a key. */
export const KEY_BYTES = 32;

/** An ID as the importer compares it: `12.0` is `12` (src/engine/import/clean/ids.ts has the same rule in SQL). */
export function canonicalId(text: string): string {
  const trimmed = text.trim();
  return /^-?[0-9]+\.0*$/.test(trimmed) ? trimmed.slice(0, trimmed.indexOf('.')) : trimmed;
}

/**
 * HMAC-SHA-256 in hexadecimal. A plain hash would not protect: IDs are short, so anyone with a hash could try them all.
 * @param purpose separates the uses of one key
 */
export function keyedHash(key: Uint8Array, purpose: string, id: string): string {
  return createHmac('sha256', key).update(`shelfwise ${purpose}\n${id}`).digest('hex');
}
