/**
 * Signed notes of C2SP (https://c2sp.org/signed-note): a text, an empty line, and a line for each signature. Ed25519 alone, signature type 1. A key is
 * known by its name and an ID of four bytes.
 */
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

const ED25519 = 1;
const KEY_ID_BYTES = 4;
const SIGNATURE_BYTES = 64;

/** A note must take at least 16; no person collects more than this. */
const MOST_SIGNATURES = 64;

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const SIGNATURE_LINE = /^— ([^\s+]+) (\S+)$/u;

export interface NoteSignature {
  /** Of the key. */
  readonly name: string;
  readonly keyId: Buffer;
  readonly signature: Buffer;
}

export interface SignedNote {
  /** What is signed: with its last line break, and without the empty line behind it. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** The bytes of standard base64 in its one canonical form; null for anything else. */
export function bytesOfBase64(text: string): Buffer | null {
  if (!BASE64.test(text)) return null;
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}

/**
 * Null for what is no signed note. Line ends of Windows, and lines or blanks that a letter adds at the end, are taken as they were meant: the
 * signature decides whether the text is the one that was signed.
 */
export function parseNote(written: string): SignedNote | null {
  const note = `${written.replaceAll('\r\n', '\n').trimEnd()}\n`;
  const end = note.lastIndexOf('\n\n');
  if (end === -1 || /[\u0000-\u0009\u000B-\u001F\uFFFD]/.test(note)) return null;
  const signatures: NoteSignature[] = [];
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const [, name, encoded] = SIGNATURE_LINE.exec(line) ?? [];
    const bytes = encoded === undefined ? null : bytesOfBase64(encoded);
    if (name === undefined || bytes === null || bytes.length <= KEY_ID_BYTES) return null;
    signatures.push({ name, keyId: bytes.subarray(0, KEY_ID_BYTES), signature: bytes.subarray(KEY_ID_BYTES) });
  }
  return signatures.length > MOST_SIGNATURES ? null : { text: note.slice(0, end + 1), signatures };
}

const lineOf = ({ name, keyId, signature }: NoteSignature): string =>
  `— ${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`;

export const writtenNote = ({ text, signatures }: SignedNote): string => `${text}\n${signatures.map(lineOf).join('')}`;

/** The 32 bytes of an Ed25519 key as RFC 8032 encodes it. */
export const rawPublicKey = (key: KeyObject): Buffer =>
  Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x!, 'base64url');

const keyOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') }, format: 'jwk' });

export const keyIdOf = (name: string, raw: Uint8Array): Buffer =>
  createHash('sha256')
    .update(`${name}\n`)
    .update(Uint8Array.of(ED25519))
    .update(raw)
    .digest()
    .subarray(0, KEY_ID_BYTES);

export function signNote(text: string, name: string, key: KeyObject): NoteSignature {
  return { name, keyId: keyIdOf(name, rawPublicKey(key)), signature: sign(null, Buffer.from(text), key) };
}

/** Whether a signature says that it is of this key: only then a failure to verify means something. */
export const isOfKey = ({ name, keyId }: NoteSignature, raw: Uint8Array): boolean => keyId.equals(keyIdOf(name, raw));

/** @param raw the 32 bytes of the public key */
export function holds(text: string, { signature }: Pick<NoteSignature, 'signature'>, raw: Uint8Array): boolean {
  if (raw.length !== 32 || signature.length !== SIGNATURE_BYTES) return false;
  try {
    return verify(null, Buffer.from(text), keyOf(raw), signature);
  } catch {
    // 32 bytes that are no point of the curve.
    return false;
  }
}
