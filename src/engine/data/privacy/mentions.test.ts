import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTooShort, mentions, standsInRow, withoutSentencesOf } from './mentions';
import { triedRuns } from '../../../../tests/support/tried';

describe('a row of a table has an id', () => {
  it.each([
    ['12', '12'],
    ['12', 'x,12,500'],
    ['12', 'x,12.0,500'],
    ['12', 'See "12".'],
    ['kid-7', 'sister of kid-7!'],
    ['kid.5.', 'x,kid.5.,500'],
    ['kid 5!', 'kid 5!,94'],
    ['k,5x', '"k,5x",94'],
    ['kid(5)', 'x;kid(5);94'],
    ['k:5:z', 'k:5:z|94'],
    ['kid "5"', '"kid ""5""",94'],
    ['아이 1', 'x,아이 1,94'],
    ['a\\d', 'a\\d,94'],
    ['12', '12, until 2026-12-31'],
    ['12', '2026-13-12'],
    ['12', '12월 아이'],
    ['12', 'in 2026: 12'],
    ['민수', 'x,민수,94'],
  ])('%s: %s', (id, text) => expect(standsInRow(text, id)).toBe(true));

  it.each([
    ['12', '112,500'],
    ['12', '12.5'],
    ['12', '3.12'],
    ['12', '12.05'],
    ['12', '120'],
    ['12', '12th'],
    ['12', 'a12'],
    ['1019', 'x,IFSUC1019,500'],
    ['kid-7', 'kid-77'],
    ['kid 5!', 'kid 5,94'],
    ['a\\d', 'a1'],
    ['é', 'née'],
    ['민수', '김민수'],
    ['12', 'Hide until 2026-12-31'],
    ['31', '764,2026-12-31 08:31:12,94'],
    ['12', '2026-12-12T12:12:12.012Z'],
    ['2026', 'Hide until Dec 31, 2026'],
    ['31', 'Hide until December 31, 2026.'],
    ['12', '2026년 12월 31일까지 숨기기'],
    ['31', '2026. 12. 31.까지'],
    ['', 'any,text'],
  ])('not %s: %s', (id, text) => expect(standsInRow(text, id)).toBe(false));
});

describe('a text mentions an id', () => {
  it.each([
    ['kid-7', 'sister of kid-7!'],
    ['kid(5)', '아이 kid(5)의 부모'],
    ['kid "5"', '"kid ""5""",94'],
    ['아이 1', '“아이 1”만'],
    ['KEEP', 'KEEP(kid-zq)와'],
    ['1019', '1019, until 2026-12-31'],
    ['1019', '1019월'],
    ['2026', '2026-13-12'],
    ['민수', '민수에게는 맞음'],
    ['민수', '프로필 민수님'],
    ['민수', '민수이고이랑'],
    ['민수', '민수'.normalize('NFD')],
  ])('%s: %s', (id, text) => expect(mentions(text, id)).toBe(true));

  it.each([
    ['1019', '11019,500'],
    ['1019', '1019.5'],
    ['1019', '3.1019'],
    ['1019', '1019.05'],
    ['1019', '10190'],
    ['kid-7', 'kid-77'],
    ['kid-7', 'akid-7'],
    ['kid 5!', 'kid 5,94'],
    ['a\\d', 'a1'],
    ['é', 'née'],
    ['민수', '김민수'],
    ['민수', '민수현의 부모'],
    ['2026', 'Hide until 2026-12-31'],
    ['2026', 'until2026-12-31'],
    ['2026', '2026-12-12T12:12:12.012Z'],
    ['2026', 'Hide until December 31, 2026.'],
    ['2026', '2026년 12월 31일까지 숨기기'],
    ['2026', '2026. 12. 31.까지'],
    ['', 'any,text'],
  ])('not %s: %s', (id, text) => expect(mentions(text, id)).toBe(false));

  it.each(['5', '12', '101', '-5', '5!', '#', '٥'])('never for %s, which is a number of something else too', (id) => {
    expect(mentions(`Season ${id}: see profile ${id}.`, id)).toBe(false);
    expect(standsInRow(`x,${id},94`, id)).toBe(true);
  });

  /** Where an ID of letters and digits may stand in a text of a person. */
  const NEIGHBOURS = [
    ...Array.from('의번와을는가이#-_/\\()[]{}<>「」『』"\'“”‘’.,:;!?~…·@&*+=|%^$` \t\n'),
    '',
    '、',
    '。',
    '😀',
    '\u202e',
    '\u200b',
    '\ufeff',
  ];
  const LETTERS = Array.from('azAZéДßñ');
  const DIGITS = Array.from('0179');

  const letter = fc.constantFrom(...Array.from('abkzABKZ0123456789'));
  const idText = fc
    .tuple(letter, fc.array(fc.oneof(letter, fc.constantFrom('-', '_', '.', ' ')), { maxLength: 8 }), letter)
    .map(([first, inner, last]) => `${first}${inner.join('')}${last}`)
    .filter((id) => !isTooShort(id));
  const neighbour = fc.constantFrom(...NEIGHBOURS);

  it('whatever stands beside it that does not continue it, and not inside another id', () => {
    const drawn = fc.tuple(
      idText,
      neighbour,
      neighbour,
      fc.constantFrom(...DIGITS),
      fc.constantFrom(...LETTERS, 'e\u0301'),
    );
    fc.assert(
      fc.property(drawn, ([id, before, after, digit, continuing]) => {
        // Digits beside a point would make it one of a number; and where nothing stands between, words of Hangul follow.
        const text = `아이들${before}${id}${after}부모`;
        expect(mentions(text, id), text).toBe(true);
        for (const other of [`${before}${digit}${id}${after}`, `${before}${id}${digit}${after}`])
          expect(mentions(other, id), other).toBe(false);
        // A letter makes another word of one with letters; of digits it says what they are.
        const isOfLetters = /[a-z]/i.test(id);
        for (const other of [`${before}${continuing}${id}${after}`, `${before}${id}${continuing}${after}`])
          expect(mentions(other, id), other).toBe(!isOfLetters);
      }),
      { numRuns: triedRuns(5000) },
    );
  });

  it('of characters that nobody sees there may be any number inside', () => {
    const unseen = fc.array(
      fc.constantFrom('', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff', '\u00ad', '\u0000'),
    );
    fc.assert(
      fc.property(idText, unseen, (id, between) => {
        const written = Array.from(id, (one, at) => `${one}${between[at] ?? ''}`).join('');
        expect(mentions(`see (${written})`, id), JSON.stringify(written)).toBe(true);
      }),
      { numRuns: triedRuns(2000) },
    );
  });
});

describe('sentences that have the id', () => {
  it.each([
    ['1019의 부모가 물어봄. 목록은 좋음.', '목록은 좋음.'],
    ['Looked at ten lists. That of 1019 is odd! All others are fine.', 'Looked at ten lists. All others are fine.'],
    ['Score 0.5, ten lists. 1019 too', 'Score 0.5, ten lists.'],
    ['first line\n1019번\nlast line', 'first line\nlast line'],
    ['"1019 is odd." The rest is fine.', 'The rest is fine.'],
    ['1019', ''],
    ['nothing of it', 'nothing of it'],
  ])('go, and the others stay: %j', (text, left) => expect(withoutSentencesOf(text, '1019')).toBe(left));

  it('take the whole text with them if the id lies across two', () => {
    expect(withoutSentencesOf('See kid. 5 there.', 'kid. 5')).toBe('');
  });

  it('leave nothing of the id, whatever the text', () => {
    const parts = [
      '1019',
      '10\u200b19',
      'k-1',
      '.',
      '! ',
      '?',
      '\n',
      ' ',
      '의',
      '"',
      '(',
      '3',
      '目',
      'no. ',
      '…',
      '。',
    ];
    const drawn = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(drawn, fc.constantFrom('1019', 'k-1', '1013', '1019의', 'no. 3'), (text, id) => {
        expect(mentions(withoutSentencesOf(text, id), id)).toBe(false);
      }),
      { numRuns: triedRuns(3000) },
    );
  });
});
