import { describe, expect, it } from 'vitest';
import { mergeRules } from '../contract/merged-rules';
import { type Rule, RULES_VERSION, ruleSetJsonSchema, ruleSetSchema } from '../../../shared/contract/rules';
import { MOST_RULE_VALUES, MOST_RULES } from '../../../shared/limits';
import { checkedRules, hashRules, rulesOn } from '../../../engine/rules/rule-set';

const hide = { id: 'a', name: 'A', kind: 'hide', titles: { ids: ['t1'] } };
const file = (...rules: object[]): object => ({ formatVersion: 1, rules });
/** A rule about titles by their length. */
const ofLength = (range: object) => ({ ...hide, titles: { numbers: { run_time: range } } });
const present = (...rules: object[]): object => ({ formatVersion: RULES_VERSION, rules });

it('accepts a file as written, with its defaults', () => {
  expect(checkedRules({ $schema: './rules.schema.json', ...file(hide) }, 'rules.json').rules).toEqual([
    { ...hide, on: true },
  ]);
  expect(Object.keys(ruleSetJsonSchema())).toContain('properties');
});

describe('an invalid set of rules', () => {
  const many = Array.from({ length: MOST_RULES + 1 }, (_, place) => ({ ...hide, id: `r${place}` }));
  it.each([
    ['no object', null, /does not hold a JSON object/],
    ['a list', [], /does not hold a JSON object/],
    ['no version', { rules: [] }, /formatVersion/],
    ['a kind that does not exist', file({ ...hide, kind: 'promote' }), /rules\[0\] \(a, “A”\)\.kind/],
    ['an unknown field', file({ ...hide, weight: 3 }), /rules\[0\] \(a, “A”\).*weight/],
    ['a place beyond the list', file({ ...hide, kind: 'pin', place: 26 }), /rules\[0\] \(a, “A”\)\.place/],
    [
      'places in the wrong order',
      { formatVersion: 2, rules: [{ ...hide, kind: 'pin', place: 5, to: 4 }] },
      /before the first/,
    ],
    ['a last place beyond the list', { formatVersion: 2, rules: [{ ...hide, kind: 'pin', place: 5, to: 26 }] }, /\.to/],
    [
      'members in version 1',
      file({ ...hide, profiles: { members: { segment: 's', name: 'S', day: '2026-11-26', profiles: ['1'] } } }),
      /formatVersion.*has to be 2/,
    ],
    [
      'no members',
      {
        formatVersion: 2,
        rules: [{ ...hide, profiles: { members: { segment: 's', name: 'S', day: '2026-11-26', profiles: [] } } }],
      },
      /members\.profiles/,
    ],
    ['a range in version 1', file({ ...hide, kind: 'pin', place: 1, to: 5 }), /formatVersion.*has to be 2/],
    ['a range of numbers in version 1', file(ofLength({ to: 20 })), /formatVersion.*has to be 3/],
    [
      'a range of numbers in version 2',
      { formatVersion: 2, rules: [ofLength({ to: 20 })] },
      /formatVersion.*has to be 3/,
    ],
    [
      'the other titles of a pair by numbers in version 1',
      file({ ...hide, kind: 'never-with', others: { numbers: { run_time: { to: 20 } } } }),
      /formatVersion.*has to be 3/,
    ],
    ['a range of numbers without an end', present(ofLength({})), /run_time: limits no number/],
    ['a range of numbers in the wrong order', present(ofLength({ from: 9, to: 3 })), /run_time: leaves no number/],
    ['an end that is a text', present(ofLength({ to: '20' })), /run_time\.to/],
    ['an end that is not finite', present(ofLength({ to: Number.POSITIVE_INFINITY })), /run_time\.to/],
    ['an end that no number has', present(ofLength({ from: Number.NaN })), /run_time\.from/],
    ['ranges of no attribute', present({ ...hide, titles: { numbers: {} } }), /names no attribute/],
    ['no day', file({ ...hide, from: '2026-02-30' }), /no day of the calendar/],
    ['days in the wrong order', file({ ...hide, from: '2026-03-02', until: '2026-03-01' }), /ends before it begins/],
    ['ages in the wrong order', file({ ...hide, kind: 'age', attribute: 'age', ages: { from: 5, to: 3 } }), /no age/],
    ['all titles hidden', file({ ...hide, titles: {} }), /names no titles/],
    ['two of one ID', file(hide, hide), /two rules of one id/],
    ['a strange ID', file({ ...hide, id: '../A' }), /small letters/],
    ['a name that a terminal obeys', file({ ...hide, name: 'a\u001b[2J' }), /control characters/],
    ['too many rules', file(...many), /rules/],
    ['too many titles', file({ ...hide, titles: { ids: Array(MOST_RULE_VALUES + 1).fill('t') } }), /titles\.ids/],
    [
      'too much',
      file(...many.slice(1).map((rule) => ({ ...rule, titles: { ids: Array(30).fill('t'.repeat(99)) } }))),
      /too long/,
    ],
  ])('%s', (_, content, message) => {
    expect(() => checkedRules(content, 'rules.json')).toThrow(
      expect.objectContaining({ code: 'bad-data', message: expect.stringMatching(message) as string }) as Error,
    );
  });

  it('a newer version, whatever else it contains', () => {
    expect(() => checkedRules({ formatVersion: RULES_VERSION + 1, rules: 'elsewhere' }, 'rules.json')).toThrow(
      expect.objectContaining({ code: 'newer-version' }) as Error,
    );
  });

  it('a name of an attribute that cannot be a key', () => {
    const strange = JSON.parse('{"ids":["t1"],"attributes":{"__proto__":["x"]}}') as object;
    const parsed = ruleSetSchema.safeParse(file({ ...hide, titles: strange }));
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    expect(parsed.success && Object.keys(parsed.data.rules[0]!.titles?.attributes ?? {}).includes('__proto__')).toBe(
      false,
    );
  });
});

it('has the same hash for any order of keys, and another for another order of rules', () => {
  const other = { ...hide, id: 'b' };
  const set = checkedRules(file(hide, other), 'f');
  const shuffled = checkedRules(
    { rules: [{ titles: hide.titles, kind: 'hide', name: 'A', on: true, id: 'a' }, other], formatVersion: 1 },
    'f',
  );
  expect(hashRules(shuffled)).toBe(hashRules(set));
  expect(hashRules(checkedRules(file(other, hide), 'f'))).not.toBe(hashRules(set));
});

it('is of the lowest version that has its rules, so that hashes of earlier rules stay', () => {
  const range = { ...hide, id: 'b', kind: 'pin', place: 1, to: 5 };
  const set = checkedRules({ formatVersion: 2, rules: [hide, range] }, 'f');
  expect(set.formatVersion).toBe(2);
  const early = checkedRules({ formatVersion: 2, rules: [hide] }, 'f');
  expect(hashRules(early)).toBe(hashRules(checkedRules(file(hide), 'f')));
  // A draft that is off shows in no hash of the rules that are on.
  const off = checkedRules({ formatVersion: 2, rules: [hide, { ...range, on: false }] }, 'f');
  expect(hashRules(rulesOn(off))).toBe(hashRules(early));
  expect(mergeRules(early, set, 'saved').set.formatVersion).toBe(2);
  const short = { ...ofLength({ from: 0, to: 20 }), id: 'c' };
  expect(checkedRules(present(hide, short, range), 'f').formatVersion).toBe(3);
  expect(checkedRules(present(hide, range), 'f').formatVersion).toBe(2);
});

it('merges two sets, and takes the side it is told to for rules that differ', () => {
  const saved = checkedRules(file(hide, { ...hide, id: 'b' }), 'f');
  const given = checkedRules(file({ ...hide, on: false }, { ...hide, id: 'b' }, { ...hide, id: 'c' }), 'f');
  const ids = (rules: readonly Rule[]): string[] => rules.map(({ id, on }) => `${id} ${on}`);
  const kept = mergeRules(saved, given, 'saved');
  expect(kept).toMatchObject({ added: ['c'], differing: ['a'] });
  expect(ids(kept.set.rules)).toEqual(['a true', 'b true', 'c true']);
  expect(ids(mergeRules(saved, given, []).set.rules)).toEqual(ids(kept.set.rules));
  expect(ids(mergeRules(saved, given, kept.differing).set.rules)).toEqual(['a false', 'b true', 'c true']);
  expect(ids(mergeRules(saved, given, 'given').set.rules)).toEqual(['a false', 'b true', 'c true']);
});
