import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decoderOf, type Encoding, EncodingEvidence, encodingOfBeginning } from './encoding';
import { triedRuns } from '../../../../tests/support/tried';

function judge(bytes: Buffer, pieces: readonly number[] = []): { encoding: Encoding; damaged: boolean } {
  const evidence = new EncodingEvidence();
  let position = 0;
  for (const length of pieces) evidence.push(bytes.subarray(position, (position += length)));
  evidence.push(bytes.subarray(position));
  return evidence.judge(true);
}

const KOREAN = 'album_id,title\n1,뽀로로와 친구들\n2,꼬마버스 타요: "출동!"\n3,한글이 야호 2\n';

test.each([
  ['ASCII', Buffer.from('a,b\n1,2\n'), 'utf-8'],
  ['Korean in UTF-8', Buffer.from(KOREAN), 'utf-8'],
  ['Korean as a spreadsheet saves it', iconv.encode(KOREAN, 'cp949'), 'cp949'],
  ['rare syllables that only CP949 has', iconv.encode(`${KOREAN}4,뷁 똠방각하\n`, 'cp949'), 'cp949'],
  ['French in latin-1', iconv.encode('1|Cité des enfants perdus, La|Amélie, français, où\n', 'latin1'), 'latin-1'],
  ['German capitals in latin-1', iconv.encode('1,Ärger in Österreich,Übermut\n', 'latin1'), 'latin-1'],
  ['quotes of Windows', iconv.encode('1,“Muriel’s Wedding” – café\n', 'win1252'), 'windows-1252'],
] as const)('recognises %s', (_, bytes, encoding) => {
  expect(judge(bytes).encoding).toBe(encoding);
});

test('keeps the encoding despite a few broken bytes, and notes them', () => {
  const cut = (bytes: Buffer): Buffer => Buffer.concat([bytes, bytes.subarray(15, 17).subarray(0, 1)]);
  expect(judge(cut(Buffer.from(KOREAN + '뽀')).subarray(0, -2))).toEqual({ encoding: 'utf-8', damaged: true });
  const korean = iconv.encode(KOREAN, 'cp949');
  expect(judge(Buffer.concat([korean, Buffer.from([0xc7])]))).toEqual({ encoding: 'cp949', damaged: true });
});

test('trusts a byte order mark or the zeros of UTF-16', () => {
  expect(encodingOfBeginning(Buffer.from('\uFEFFa,b'))).toBe('utf-8-bom');
  expect(encodingOfBeginning(Buffer.from('\uFEFFa,b', 'utf16le'))).toBe('utf-16le');
  expect(encodingOfBeginning(Buffer.from('profile_id,album_id', 'utf16le'))).toBe('utf-16le');
  expect(encodingOfBeginning(iconv.encode('profile_id,album_id', 'utf-16be'))).toBe('utf-16be');
  expect(encodingOfBeginning(Buffer.from('profile_id,album_id'))).toBe(null);
});

const korean = fc.string({ unit: fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)) });

test('reads any Korean text back from UTF-8, CP949 and UTF-16, however it is cut into pieces', () => {
  const cases = fc.constantFrom<Encoding>('utf-8', 'cp949', 'utf-16le', 'utf-16be');
  fc.assert(
    fc.property(
      korean,
      cases,
      fc.array(fc.nat(7), { maxLength: 20 }),
      fc.boolean(),
      (text, encoding, pieces, damaged) => {
        const bytes = iconv.encode(text, encoding);
        const decoder = decoderOf(encoding, damaged);
        const decoded: Buffer[] = [];
        let position = 0;
        // A piece is only valid until the next one, so the part that is kept must be a copy.
        for (const length of [...pieces, bytes.length])
          decoded.push(Buffer.from(decoder.push(bytes.subarray(position, (position += length)))));
        expect(Buffer.concat([...decoded, decoder.end()]).toString()).toBe(text);
      },
    ),
  );
});

test('judges the validity of UTF-8 alike whole and in pieces, and as the platform does', { tags: ['thorough'] }, () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
  );
  fc.assert(
    fc.property(bytes, fc.array(fc.nat(3), { maxLength: 12 }), (content, pieces) => {
      const whole = judge(Buffer.from(content));
      expect(judge(Buffer.from(content), pieces)).toEqual(whole);
      const isValid = ((): boolean => {
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(content);
          return true;
        } catch {
          return false;
        }
      })();
      expect(whole.encoding === 'utf-8' && !whole.damaged).toBe(isValid);
    }),
    { numRuns: triedRuns(2000) },
  );
});
