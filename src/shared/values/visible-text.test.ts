import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { visibleJson, visibleText } from './visible-text';

/** What a terminal shows unchanged, by Unicode classes; independent of the code. */
const SHOWN = /^[^\p{Cc}\u2028\u2029\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]*$/u;

it('characters that a terminal obeys are shown instead', () => {
  expect(visibleText('a\u001B]0;x\u0007b')).toBe('a␛]0;x␇b');
  expect(visibleText('\u009B2J\u007F')).toBe('<U+009B>2J␡');
  expect(visibleText('abc\u202Edef\u2066')).toBe('abc<U+202E>def<U+2066>');
  expect(visibleText('one\r\ntwo\tthree')).toBe('one␍␊two␉three');
});

it('other text stays unchanged', () => {
  for (const text of ['뽀로로와 친구들', 'Zoë’s “Farm” 🐄', '👨‍👩‍👧', ''])
    expect([visibleText(text), visibleJson(text)]).toEqual([text, text]);
});

it('no text keeps characters that a terminal obeys, and its JSON stays equivalent', { tags: ['thorough'] }, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visibleText(text)).toMatch(SHOWN);
      const json = visibleJson(JSON.stringify({ [text]: text }));
      expect(json).toMatch(SHOWN);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ [text]: text })));
    }),
  );
});
