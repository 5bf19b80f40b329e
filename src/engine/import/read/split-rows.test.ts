import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_ROW_BYTES } from './parse-row';
import { type RowOutput, UNIT_SEPARATOR } from './row-output';
import { RowSplitter, type SplitShape } from './split-rows';
import { triedRuns } from '../../../../tests/support/tried';

const SHAPE: SplitShape = {
  delimiter: ',',
  quoting: true,
  fields: 3,
  headerRows: 0,
  carriageReturnEnds: false,
  damaged: false,
};

interface GoodRow {
  line: number;
  fields: string[];
  given: string;
  note: string;
}

/** What DuckDB would make of the two outputs. */
function read(output: RowOutput): string[][] {
  const text = output.bytes.subarray(0, output.length).toString('utf8');
  const letters: Record<string, string> = { n: '\n', r: '\r', u: '\x1f', e: '\x1b' };
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(String.fromCharCode(UNIT_SEPARATOR)))
    .map((fields) => fields.map((field) => field.replace(/\x1b(.)/g, (_, letter: string) => letters[letter]!)));
}

function split(text: string | Buffer, options: Partial<SplitShape> = {}, pieces: readonly number[] = []) {
  const splitter = new RowSplitter({ ...SHAPE, ...options });
  const bytes = Buffer.from(text);
  let position = 0;
  for (const length of pieces) {
    splitter.push(Buffer.from(bytes.subarray(position, position + length)), false);
    position += length;
  }
  splitter.push(bytes.subarray(position), true);
  const good = read(splitter.rows).map((row): GoodRow => ({
    line: Number(row[0]),
    fields: row.slice(1, -2),
    given: row.at(-2)!,
    note: row.at(-1)!,
  }));
  const rejected = read(splitter.rejected).map(([line, reason, raw]) => ({ line: Number(line), reason, raw }));
  return { good, rejected, counts: splitter.counts };
}

const fieldsOf = (text: string, options: Partial<SplitShape> = {}) =>
  split(text, options).good.map((row) => row.fields);

describe('rows and fields', () => {
  test('are separated by line ends and delimiters, and numbered from 1', () => {
    const { good, counts } = split('a,b,c\nd,e,f\n');
    expect(good).toEqual([
      { line: 1, fields: ['a', 'b', 'c'], given: '', note: '' },
      { line: 2, fields: ['d', 'e', 'f'], given: '', note: '' },
    ]);
    expect(counts).toMatchObject({ rows: 2, rejected: 0, lineEnds: 'LF' });
  });

  test('keep commas, doubled quotes and line breaks in quotes, and their raw text', () => {
    const { good } = split('1,"a, ""b""\r\nc",x\n2,"",y');
    expect(good).toEqual([
      { line: 1, fields: ['1', 'a, "b"\r\nc', 'x'], given: '1,"a, ""b""\r\nc",x', note: '' },
      { line: 3, fields: ['2', '', 'y'], given: '2,"",y', note: '' },
    ]);
  });

  test('lose the blanks around them', () => {
    const { good, counts } = split(' a ,\tb, "c" \n');
    expect(good[0]!.fields).toEqual(['a', 'b', 'c']);
    expect(good[0]!.given).toBe(' a ,\tb, "c" ');
    expect(counts.trimmed).toBe(1);
  });

  test('may hold a quote in their middle, and anywhere if quoting is off', () => {
    expect(fieldsOf('5" disc,b,c\n')).toEqual([['5" disc', 'b', 'c']]);
    expect(fieldsOf('"5"|b|"\n', { delimiter: '|', quoting: false })).toEqual([['"5"', 'b', '"']]);
  });

  test('end with any line end, mixed ones too', () => {
    const { good, counts } = split('a,b,c\r\nd,e,f\ng,h,i\r\r\nj,k,l');
    expect(good.map((row) => row.fields.join(''))).toEqual(['abc', 'def', 'ghi', 'jkl']);
    expect(good.every((row) => row.given === '')).toBe(true);
    expect(counts.lineEnds).toBe('mixed');
    expect(split('a,b,c\rd,e,f\r', { carriageReturnEnds: true }).good.map((row) => row.line)).toEqual([1, 2]);
  });

  test('skip blank lines, and count them', () => {
    const { good, counts } = split('\na,b,c\n\n \t\nd,e,f\n\n');
    expect(good.map((row) => row.line)).toEqual([2, 5]);
    expect(counts).toMatchObject({ rows: 2, blankLines: 4 });
  });

  test('skip a header that spans lines', () => {
    expect(split('"a\nb",b,c\n1,2,3\n', { headerRows: 1 }).good).toEqual([
      { line: 3, fields: ['1', '2', '3'], given: '', note: '' },
    ]);
  });

  test('carry a note if bytes did not fit the encoding', () => {
    expect(split('a\uFFFD,b,c\nd,e,f\n', { damaged: true }).good.map((row) => row.note)).toEqual(['d', '']);
  });
});

describe('rows that cannot be cut into fields', () => {
  test.each([
    ['a,b\nd,e,f\n', 'too-few-fields', 'a,b'],
    ['a,b,c,d\nd,e,f\n', 'too-many-fields', 'a,b,c,d'],
    ['a,b,c,\nd,e,f\n', 'too-many-fields', 'a,b,c,'],
    ['a,"b"x,c\nd,e,f\n', 'malformed-quote', 'a,"b"x,c'],
    ['a,b\0,c\nd,e,f\n', 'zero-byte', 'a,b\0,c'],
    ['a,"b,c\nd,e,f\n', 'unterminated-quote', 'a,"b,c'],
  ])('%j: rejects only the first row', (text, reason, raw) => {
    const { good, rejected, counts } = split(text);
    expect(rejected).toEqual([{ line: 1, reason, raw }]);
    expect(good.map((row) => [row.line, ...row.fields])).toEqual([[2, 'd', 'e', 'f']]);
    expect(counts).toMatchObject({ rows: 2, rejected: 1 });
  });

  test('a file cut off in its last row: rejects only that row', () => {
    const { good, rejected } = split('a,b,c\nd,e');
    expect(good).toHaveLength(1);
    expect(rejected).toEqual([{ line: 2, reason: 'truncated-row', raw: 'd,e' }]);
  });

  test('does not let a stray quote swallow the rows up to the next quote', () => {
    const { good, rejected } = split('a,"b,c\nd,e,f\ng,"h, i",j\nk,l,m\n');
    expect(rejected).toEqual([{ line: 1, reason: 'malformed-quote', raw: 'a,"b,c' }]);
    expect(good.map((row) => row.fields)).toEqual([
      ['d', 'e', 'f'],
      ['g', 'h, i', 'j'],
      ['k', 'l', 'm'],
    ]);
  });

  test('rejects a row of megabytes as one, and finds the next', () => {
    const text = `a,b,c\n${'x'.repeat(5 * LONGEST_ROW_BYTES)}\nd,e,f\n`;
    const pieces = Array.from({ length: 20 }, () => 100_000);
    const { good, rejected } = split(text, {}, pieces);
    expect(good.map((row) => row.line)).toEqual([1, 3]);
    expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([[2, 'row-too-long']]);
    expect(rejected[0]!.raw!.length).toBeLessThan(10_000);
  });
});

/** Texts that need quotes more often than random ones. */
const fieldText = fc.string({
  unit: fc.constantFrom('a', '7', ' ', ',', '"', '\n', '\r\n', '\x1f', '\x1b', '한', '😀'),
});
const blanks = /^[ \t]+|[ \t]+$/g;

describe('for any table', () => {
  test('returns what was written, however it was quoted, ended and cut into pieces', () => {
    const cell = fc.record({ text: fieldText, quoted: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }),
        fc.infiniteStream(fc.constantFrom('\n', '\r\n')),
        fc.boolean(),
        fc.array(fc.nat(40), { maxLength: 30 }),
        (table, lineEnds, endsWithLine, pieces) => {
          const rows = table.map((row) => row.map(({ text, quoted }) => write(text, quoted)).join(','));
          const text = rows.map(
            (row, index) => row + (endsWithLine || index < rows.length - 1 ? lineEnds.next().value : ''),
          );
          const { good, rejected, counts } = split(text.join(''), {}, pieces);
          expect(rejected).toEqual([]);
          expect(good.map((row) => row.fields)).toEqual(
            table.map((row) => row.map((field) => field.text.replace(blanks, ''))),
          );
          let line = 1;
          const lines = text.map((row) => (line += row.split('\n').length - 1) - row.split('\n').length + 1);
          expect(good.map((row) => row.line)).toEqual(lines);
          good.forEach((row, index) => expect(row.given || row.fields.join(',')).toBe(rows[index]));
          expect(counts.rows).toBe(table.length);
        },
      ),
    );
  });

  test('takes any bytes without failing, and calls every row good or rejected', { tags: ['thorough'] }, () => {
    const piece = fc.oneof(fc.constantFrom('\n', '\r', ',', '"', 'a', '"a"', 'a,b,c\n', '\0', ' '), fc.string());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.array(fc.nat(9), { maxLength: 60 }), (texts, pieces) => {
        const whole = split(texts.join(''));
        expect(whole.good.length + whole.rejected.length).toBe(whole.counts.rows);
        expect(new Set([...whole.good, ...whole.rejected].map((row) => row.line)).size).toBe(whole.counts.rows);
        expect(split(texts.join(''), {}, pieces)).toEqual(whole);
      }),
      { numRuns: triedRuns(500) },
    );
  });
});

function write(text: string, quoted: boolean): string {
  // Three fields have two commas, so no row is empty or blank.
  const mustQuote = /[",\n\r]/.test(text);
  return quoted || mustQuote ? `"${text.replaceAll('"', '""')}"` : text;
}
