/** How people write an ID, and what is made of each way: found without doubt, listed for a person to look at, or something else. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubtsIn } from './doubts';
import { mentions, withoutSentencesOf } from './mentions';
import { triedRuns } from '../../../../tests/support/tried';

type Standing = 'found' | 'doubtful' | 'nothing';

function standingOf(text: string, id: string): Standing {
  if (mentions(text, id)) return 'found';
  return doubtsIn(text, id) === null ? 'nothing' : 'doubtful';
}

/** Ways to write the profile 1019. */
const OF_DIGITS: Readonly<Record<Standing, readonly string[]>> = {
  found: [
    '1019',
    '#1019',
    '(1019)',
    '「1019」',
    '"1019"',
    '1019.',
    '1019.0',
    '1019.00',
    '1019의',
    '1019번',
    '1019호',
    '1019와',
    '프로필1019',
    '프로필#1019',
    '아이1019님',
    '子1019の',
    'seg-1019',
    'seg_1019/2026',
    'No.1019',
    'id=1019&x=1',
    'ID1019',
    'profile1019',
    'p1019',
    'P1019번',
    '1019th',
    '1019x',
    'u1019u',
    'é1019',
    'Д1019',
    '１０１９',
    'ＩＤ１０１９',
    '①⓪①⑨',
    '𝟏𝟎𝟏𝟗',
    '10\u200b19',
    '10\u200c19',
    '10\u200d19',
    '10\u200e19',
    '10\u200f19',
    '10\u206019',
    '10\ufeff19',
    '10\u00ad19',
    '1\u200b0\u200b1\u200b9',
    '１０\u200b１９',
    '\u202e1019',
    '10\u034f19',
    '10\ufe0f19',
    '10\u318f19'.replace('\u318f', '\u3164'),
    '10\u000019',
    '1019\u200b번',
    '1019²',
    '①1019',
    'lists_1019.csv',
    '/home/kim/1019/lists.csv',
    'C:\\lists\\1019.csv',
    '1019-12-31',
  ],
  doubtful: [
    '1,019',
    '1.019',
    "1'019",
    '1’019',
    '1 019',
    '1\u00a0019',
    '1\u202f019',
    '1_019',
    '1,019.0',
    '1·019',
    '10 19',
    '10-19',
    '10–19',
    '1-0-1-9',
    '01019',
    '001019',
    '00,001,019',
    'ID01019',
    '００１０１９',
    '1019.5',
    '3.1019',
    '5 1 019 7',
    '١٠١٩',
    '۱۰۱۹',
    '१०१९',
    '1\u03320\u03321\u03329\u0332',
    '1\ufe0f\u20e30\ufe0f\u20e31\ufe0f\u20e39\ufe0f\u20e3',
  ],
  nothing: [
    '10190',
    '11019',
    '101',
    '019',
    '2019',
    '1091',
    '10:19',
    '10/19',
    '1 0190',
    '11,019',
    '1,0190',
    'x10190',
    '',
  ],
};

/** Ways to write the profile kid-zq7. */
const OF_LETTERS: Readonly<Record<Standing, readonly string[]>> = {
  found: [
    'kid-zq7',
    '#kid-zq7',
    'kid-zq7의',
    '프로필kid-zq7',
    'ｋｉｄ-ｚｑ７',
    'kid\u200b-zq7',
    'kid-z\u00adq7',
    'lists_kid-zq7.csv'.replace('_', ' '),
  ],
  doubtful: [
    'KID-ZQ7',
    'Kid-zq7',
    'kid zq7',
    'kidzq7',
    'kid_zq7',
    'kid.zq7',
    'kid–zq7',
    'kíd-zq7',
    'ki\u0308d-zq7',
    'xkid-zq7',
    'IDkid-zq7',
    'kid-zq7x',
  ],
  nothing: ['kid-zq77', 'kid-zq', 'kid', 'zq7', 'kid-zp7', ''],
};

describe.each([
  ['1019', OF_DIGITS],
  ['kid-zq7', OF_LETTERS],
] as const)('the id %s', (id, ways) => {
  const all = (Object.entries(ways) as [Standing, readonly string[]][]).flatMap(([standing, texts]) =>
    texts.map((text) => [standing, text] as const),
  );

  it.each(all)('is %s: %j', (standing, written) => {
    for (const text of [written, ` ${written} `, `(${written})`, `목록 ${written} 확인`])
      expect([text, standingOf(text, id)]).toEqual([text, standing]);
  });

  it('takes its sentence along where it is found, and no other', () => {
    for (const written of ways.found.filter((text) => !text.endsWith('.')))
      expect(withoutSentencesOf(`All fine. See ${written} there. Next.`, id)).toBe('All fine. Next.');
    for (const written of [...ways.doubtful, ...ways.nothing]) {
      const text = `All fine. See ${written} there. Next.`;
      expect(withoutSentencesOf(text, id)).toBe(text);
    }
  });
});

describe('other ids', () => {
  it.each([
    ['민수', '민수', 'found'],
    ['민수', '민\u200b수는', 'found'],
    ['민수', '민 수', 'doubtful'],
    ['민수', '김민수', 'nothing'],
    ['é7k2', 'e7k2', 'doubtful'],
    ['é7k2', 'e\u03017k2', 'found'],
    ['Anna', 'anna', 'doubtful'],
    ['anna', 'Hannah', 'nothing'],
    ['10-19', 'ID10-19', 'found'],
    ['10-19', '1019', 'doubtful'],
    ['-1019', '-1019', 'found'],
    ['0000', '0000', 'found'],
    ['0000', '00', 'doubtful'],
    ['10\u200b19', '1019', 'doubtful'],
    ['1019', '10\u200b19', 'found'],
    ['a', 'A', 'nothing'],
    // Too short to tell: listed wherever it stands, whatever it is of.
    ['5', 'Season 5', 'doubtful'],
    ['5', 'S5E1', 'doubtful'],
    ['5', 'child 5의', 'doubtful'],
    ['5', '５', 'doubtful'],
    ['5', '\u200b5', 'doubtful'],
    ['101', '101', 'doubtful'],
    ['5', '2.5', 'nothing'],
    ['5', '15', 'nothing'],
    ['5', '05', 'nothing'],
    ['12', 'until 2026-12-31', 'nothing'],
  ] as const)('%j in %j: %s', (id, text, standing) => expect(standingOf(text, id)).toBe(standing));
});

describe('a doubt', () => {
  it('says what stands around the first place, in one line, and how many places there are', () => {
    expect(doubtsIn('One.\nLike 1,019\tand 01019.', '1019')).toEqual({ around: 'One. Like 1,019 and 01019.', more: 1 });
    const long = `${'가나다 '.repeat(40)}１,０１９ ${'라마바 '.repeat(40)}`;
    const { around, more } = doubtsIn(long, '1019')!;
    expect(around).toMatch(/^….*１,０１９.*…$/u);
    expect([Array.from(around).length < 90, more]).toEqual([true, 0]);
  });

  it('shows characters whole', () => {
    const { around } = doubtsIn(`${'😀'.repeat(50)}1,019${'😀'.repeat(50)}`, '1019')!;
    expect(around).not.toMatch(/\p{Cs}/u);
  });

  it('shows what is written, also behind letters that its reading makes longer', () => {
    const { around } = doubtsIn(`${'ﷺ'.repeat(40)} see 1,019`, '1019')!;
    expect(around).toContain('see 1,019');
  });
});

describe('hostile texts and ids', () => {
  const pieces = [
    '1',
    '0',
    '9',
    ',',
    '.',
    ' ',
    'a',
    'A',
    '-',
    '\u200b',
    '\u0301',
    '이고',
    '이랑',
    '\n',
    '㈱',
    '😀',
    '\ud800',
    '""',
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join(''));

  it('are read, whatever is in them, and an id is found in itself', () => {
    fc.assert(
      fc.property(text, text, (written, id) => {
        mentions(written, id);
        doubtsIn(written, id);
        expect(mentions(withoutSentencesOf(written, id), id)).toBe(false);
        if (id !== '') expect(standingOf(id, id) === 'nothing' && id.trim() !== '' ? id : '').toBe('');
      }),
      { numRuns: triedRuns(3000) },
    );
  });

  // A way to look that takes the product of the lengths, or tries every reading, does not come to an answer here.
  it.each<[id: string, written: string, standing: Standing]>([
    ['1'.repeat(50_000), '1'.repeat(400_000), 'nothing'],
    [`${'1'.repeat(50_000)}0`, '1'.repeat(400_000), 'nothing'],
    [`a${'b'.repeat(50_000)}`, 'b'.repeat(400_000), 'nothing'],
    ['1019', '1 '.repeat(200_000), 'nothing'],
    ['1019', '1019.'.repeat(80_000), 'doubtful'],
    ['1019', '1,019 '.repeat(80_000), 'doubtful'],
    ['0001', '0'.repeat(400_000), 'nothing'],
    ['민수', `민수${'이고'.repeat(200_000)}현`, 'found'],
    ['민수', `민수${'이고'.repeat(14)}현 `.repeat(10_000), 'nothing'],
    ['1019', 'Jan'.repeat(120_000), 'nothing'],
    ['1019', '"'.repeat(400_000), 'nothing'],
    ['1019', '\u0301'.repeat(400_000), 'nothing'],
    ['kid-7', 'k-'.repeat(200_000), 'nothing'],
    ['kid-7', `${'.'.repeat(200_000)}kid-7${'!"'.repeat(100_000)}`, 'found'],
  ])('are read in one go: %.12s in %.12s', { tags: ['thorough'] }, (id, written, standing) => {
    expect(standingOf(written, id)).toBe(standing);
    expect(mentions(withoutSentencesOf(written, id), id)).toBe(false);
  });
});
