/** Ids behind a key: the same key and id give the same hash, and without the key a hash tells nothing. */
import { createHmac } from 'node:crypto';

/** Bytes of a key. */
export const KEY_BYTES = 32;

/** An id as the importer compares it: `12.0` is `12` (src/engine/import/clean/ids.ts has the same rule in SQL). */
export function canonicalId(text: string): string {
  const trimmed = text.trim();
  return /^-?[0-9]+\.0*$/.test(trimmed) ? trimmed.slice(0, trimmed.indexOf('.')) : trimmed;
}

/**
 * HMAC-SHA-256 in hexadecimal. A plain hash would be no protection: ids are short, so whoever has one tries them all.
 * @param purpose keeps what one key is used for apart
 */
export function keyedHash(key: Uint8Array, purpose: string, id: string): string {
  return createHmac('sha256', key).update(`shelfwise ${purpose}\n${id}`).digest('hex');
}

/** The words of a row of a table, or of another text: they end at delimiters, quotes, brackets and blanks, and at the end of a sentence. */
const wordsOf = (text: string): string[] =>
  text.split(/[,;|"'\s()[\]{}:]+/).flatMap((word) => [canonicalId(word), word.replace(/[.!?]+$/, '')]);

/** Whether a text has the id among its words. */
export const mentions = (text: string, id: string): boolean => text.includes(id) && wordsOf(text).includes(id);

/** Whether one of the words of a text is such an id. */
export const mentionsAny = (text: string, isOne: (id: string) => boolean): boolean => wordsOf(text).some(isOne);
