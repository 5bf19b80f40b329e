import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, fit, pad, singleLine } from './width';

describe('the width of a text', () => {
  it('is two columns for a Korean character and one for a Latin one', () => {
    expect(displayWidth('abc')).toBe(3);
    expect(displayWidth('뽀로로')).toBe(6);
    expect(displayWidth('뽀로로 3기')).toBe(10);
  });

  it('counts no columns for marks, joiners and colours', () => {
    expect(displayWidth('e\u0301')).toBe(1);
    expect(displayWidth('\u001B[31mred\u001B[39m')).toBe(3);
    expect(displayWidth('👨‍👩‍👧')).toBe(2);
  });

  it('counts a decomposed Korean syllable once', () => {
    expect(displayWidth('한'.normalize('NFD'))).toBe(2);
  });
});

describe('fitting a text', () => {
  it('keeps short texts and marks a cut', () => {
    expect(fit('short', 5)).toBe('short');
    expect(fit('longer', 5)).toBe('long…');
    expect(fit('뽀로로와 친구들', 6)).toBe('뽀로…');
  });

  it('never cuts a character in two and never exceeds the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 30 }), (text, width) => {
        const line = singleLine(text);
        const fitted = fit(line, width);
        expect(displayWidth(fitted)).toBeLessThanOrEqual(Math.max(0, width));
        expect(fitted === line || fitted.endsWith('…') || fitted === '').toBe(true);
      }),
    );
  });

  it('pads by columns, not by characters', () => {
    expect(pad('뽀로로', 8)).toBe('뽀로로  ');
    expect(pad('7', 3, 'right')).toBe('  7');
    expect(pad('too long', 3)).toBe('too long');
  });
});

it('text from a data folder can neither colour the terminal nor start a new line', () => {
  expect(singleLine('a\u001B[31mb\r\nc\u202Ed')).toBe('a␛[31mb c<U+202E>d');
});
