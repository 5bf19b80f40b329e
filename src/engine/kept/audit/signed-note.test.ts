import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bytesOfBase64, holds, isOfKey, keyIdOf, parseNote, rawPublicKey, signNote, writtenNote } from './signed-note';

/** The example of Go's golang.org/x/mod/sumdb/note, whose format C2SP took over. */
const NOTE = [
  'If you think cryptography is the answer to your problem,',
  "then you don't know what your problem is.",
  '',
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=',
  '',
].join('\n');
const KEY = Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64').subarray(1);

describe('a note of another program', () => {
  const { text, signatures } = parseNote(NOTE)!;

  it('is read, and its signature holds for its key', () => {
    expect(keyIdOf('PeterNeumann', KEY).toString('hex')).toBe('c74f20a3');
    expect(isOfKey(signatures[0]!, KEY)).toBe(true);
    expect(holds(text, signatures[0]!, KEY)).toBe(true);
    expect(writtenNote({ text, signatures })).toBe(NOTE);
  });

  it('does not hold with another letter, another key or a shorter signature', () => {
    const [signature] = signatures;
    expect(holds(text.replace('answer', 'Answer'), signature!, KEY)).toBe(false);
    expect(holds(text, signature!, KEY.with(0, 1))).toBe(false);
    expect(holds(text, { signature: signature!.signature.subarray(1) }, KEY)).toBe(false);
    expect(holds(text, signature!, KEY.subarray(1))).toBe(false);
  });
});

describe('what is written', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const text = 'shelfwise/here\n1\n';
  const signature = signNote(text, 'shelfwise/here', privateKey);

  it('comes back, with one signature or several, and holds', () => {
    const other = signNote(text, 'other', generateKeyPairSync('ed25519').privateKey);
    const note = parseNote(writtenNote({ text, signatures: [signature, other] }))!;
    expect(note.text).toBe(text);
    expect(note.signatures.map(({ name }) => name)).toEqual(['shelfwise/here', 'other']);
    expect(holds(note.text, note.signatures[0]!, rawPublicKey(privateKey))).toBe(true);
    expect(holds(note.text, note.signatures[1]!, rawPublicKey(privateKey))).toBe(false);
  });

  it.each([
    ['line ends of Windows', (note: string) => note.replaceAll('\n', '\r\n')],
    ['no line break at its end', (note: string) => note.slice(0, -1)],
    ['empty lines behind it', (note: string) => `${note}\n\n`],
  ])('is read with %s, as a letter may leave it', (_, change) => {
    const note = parseNote(change(writtenNote({ text, signatures: [signature] })))!;
    expect(holds(note.text, note.signatures[0]!, rawPublicKey(privateKey))).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['a text alone', text],
    ['no empty line', `${text}— a AAAAAAA=\n`],
    ['a hyphen for the dash', `${text}\n- a AAAAAAA=\n`],
    ['a name with a plus', `${text}\n— a+b AAAAAAA=\n`],
    ['a base64 that is none', `${text}\n— a AAAA*AA=\n`],
    ['a base64 with bits too many', `${text}\n— a AAAAAAB=\n`],
    ['a signature of no bytes', `${text}\n— a AAAAAA==\n`],
    ['a line after the signatures', `${text}\n— a AAAAAAA=\nmore\n`],
    ['a control character', `${text}\u0000\n\n— a AAAAAAA=\n`],
    ['too many signatures', `${text}\n${'— a AAAAAAA=\n'.repeat(65)}`],
  ])('is none with %s', (_, written) => {
    expect(parseNote(written)).toBeNull();
  });
});

it('takes base64 in one form alone', () => {
  expect(bytesOfBase64('AAE=')).toEqual(Buffer.from([0, 1]));
  for (const text of ['AAE', 'AAF=', 'AA-_', ' AAE=', 'AAE=\n']) expect(bytesOfBase64(text)).toBeNull();
});
