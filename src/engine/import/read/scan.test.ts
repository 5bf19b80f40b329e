import { mkdtemp, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeFile } from '../../storage/files';
import { sha256 } from '../../storage/read-files';
import { LineScanner, type Scan, scanFile } from './scan';
import { triedRuns } from '../../../../tests/support/tried';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-scan-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function scan(content: string | Buffer, fields = 2): Promise<Scan> {
  const file = path.join(folder, 'file.csv');
  const bytes = Buffer.from(content);
  await writeFile(file, bytes);
  return scanFile(file, bytes.length, { delimiter: ',', fields });
}

test('takes a regular file for plain, whatever its line end, byte order mark or script', async () => {
  for (const content of ['a,b\n1,2\n', 'a,b\r\n1,2\r\n', 'a,b\n1,2', '\uFEFFa,b\n1,2\n', 'a,b\n한글,\n']) {
    const seen = await scan(content);
    expect([content, seen.plain, seen.lines]).toEqual([content, true, 2]);
    expect(seen.sha256).toBe(sha256(content));
  }
});

test.each([
  ['mixed line ends', 'a,b\r\n1,2\n'],
  ['a carriage return in a line', 'a,b\n1\r,2\n'],
  ['carriage returns alone', 'a,b\r1,2\r'],
  ['two carriage returns', 'a,b\r\r\n1,2\r\r\n'],
  ['a blank line', 'a,b\n\n1,2\n'],
  ['a blank line with CRLF', 'a,b\r\n\r\n1,2\r\n'],
  ['a blank line at the end', 'a,b\n1,2\n\n'],
  ['a quote', 'a,b\n"1",2\n'],
  ['a zero byte', 'a,b\n1\0,2\n'],
  ['blanks before a field', 'a,b\n1, 2\n'],
  ['blanks after a field', 'a,b\n1 ,2\n'],
  ['blanks at the end of a line', 'a,b\n1,2 \n'],
  ['blanks at the end of a line with CRLF', 'a,b\r\n1,2 \r\n'],
  ['blanks at the end of the file', 'a,b\n1,2 '],
  ['blanks at the beginning', ' a,b\n1,2\n'],
  ['too few fields', 'a,b\n1\n'],
  ['a delimiter too many at the end of a row, which DuckDB would drop', 'a,b\n1,2,\n'],
  ['too many fields', 'a,b\n1,2,3\n'],
  ['a cut-off row', 'a,b\n1,2\n1'],
  ['CP949', iconv.encode('a,b\n뽀로로,타요\n', 'cp949')],
  ['broken UTF-8', Buffer.concat([Buffer.from('a,b\n한글한글,'), Buffer.from([0xff, 0x0a])])],
  ['UTF-16', Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le')],
])('takes a file with %s for not plain', async (_, content) => {
  expect((await scan(content)).plain).toBe(false);
});

test('detects line ends', async () => {
  expect((await scan('a,b\n')).lineEnds).toBe('LF');
  expect((await scan('a,b\r\n1,2\r\n')).lineEnds).toBe('CRLF');
  expect((await scan('a,b\r\n1,2\n')).lineEnds).toBe('mixed');
  expect((await scan('a,b\r1,2')).lineEnds).toBe('CR');
  expect((await scan('a,b')).lineEnds).toBe('none');
});

test(
  'takes for plain what needs only splitting at line ends and commas, and counting the fields of each row',
  { tags: ['thorough'] },
  async () => {
    const piece = fc.constantFrom('a', '1', ',', ',', '\n', '\n', 'a,b\n', '\r\n', '"', ' ', '한');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const text = pieces.join('');
        const { plain, lines } = await scan(text);
        if (!plain || text === '') return;
        const rows = text.replace(/\r?\n$/, '').split(text.includes('\r\n') ? '\r\n' : '\n');
        expect(lines).toBe(rows.length);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/["\r]/);
        const fields = rows.flatMap((row) => row.split(','));
        expect(fields.every((field) => field === field.trim())).toBe(true);
        expect(fields).toHaveLength(rows.length * 2);
      }),
      { numRuns: triedRuns(500) },
    );
  },
);

test('judges a file alike whole and in pieces', () => {
  const piece = fc.constantFrom('a', ',', '\n', '\r\n', '\r', '"', 'a,b\n', '한', 'x y');
  const seen = (scanner: LineScanner) => [scanner.lines, scanner.lineEnds, scanner.regular];
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.array(fc.nat(5), { maxLength: 30 }), (texts, lengths) => {
      const bytes = Buffer.from(texts.join(''));
      const whole = new LineScanner(',', 2);
      whole.push(bytes);
      whole.end();
      const inPieces = new LineScanner(',', 2);
      let position = 0;
      for (const length of lengths) inPieces.push(bytes.subarray(position, (position += length)));
      inPieces.push(bytes.subarray(position));
      inPieces.end();
      // A blank at the end of a piece counts as padding, so only that may differ.
      if (!bytes.includes(' ')) expect(seen(inPieces)).toEqual(seen(whole));
      else expect(inPieces.regular && !whole.regular).toBe(false);
    }),
  );
});
