import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows, idField, textField, withFormula, withoutFormula } from './csv';

/** The cells of a spreadsheet, for every separator its locale may use. */
const cells = (text: string): string[] => text.split(/[;\t\r\n]/);
const runs = (cell: string): boolean => /^[\s"]*[=+\-@＝＋－＠]/.test(cell);

describe('a text exported to a spreadsheet', () => {
  it.each([
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\rX', "'\rX"],
    ['  =1', "'  =1"],
    ['＝1＋1', "'＝1＋1"],
    ['Robots;=HYPERLINK("x")', 'Robots;\'=HYPERLINK("x")'],
    ['first\n=1', "first\n'=1"],
  ])('%j is no longer a formula', (text, guarded) => {
    expect(withoutFormula(text)).toBe(guarded);
  });

  it.each(['Robots', 'Up - and away', 'a=b', '1+1', "'tis", '', '뽀로로', '7,5'])('%j stays unchanged', (text) => {
    expect(withoutFormula(text)).toBe(text);
  });

  it('is never run, whatever it is', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ';', ' ', '"', "'", 'a', '＝'),
    });
    fc.assert(
      fc.property(hostile, (text) => {
        for (const cell of cells(withoutFormula(text))) expect(runs(cell)).toBe(false);
      }),
    );
  });

  it('is restored when it comes back', () => {
    const without = fc.string({ unit: fc.constantFrom('=', '-', '\t', '\r', '\n', ';', ' ', '"', 'a', '＝') });
    fc.assert(
      fc.property(without, (text) => {
        expect(withFormula(withoutFormula(text))).toBe(text);
      }),
    );
    expect(["'tis", "it's;'so", "'a=b"].map(withFormula)).toEqual(["'tis", "it's;'so", "'a=b"]);
  });

  it('is exact if raw text is requested', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const [[field] = []] = [...csvRows(`${textField(text, 'raw')},end\n`)];
        expect(field).toBe(text);
      }),
    );
  });
});

it('an ID that is a whole number stays one', () => {
  expect(['-7', '0042', '-x', '=1'].map((id) => idField(id, 'guarded'))).toEqual(['-7', '0042', "'-x", "'=1"]);
  expect(idField('=1', 'raw')).toBe('=1');
});
