import { describe, expect, it } from 'vitest';
import type { Forgotten, Kind } from './kept-parts';
import { type Content, KINDS, pruneKept, textsIn } from './prune-kept';

const PROFILE = '10190';
const forgotten: Forgotten = {
  profile: PROFILE,
  only: { titles: [], unknownTitles: ['t9'], values: { town: ['Jeju'] } },
  isKnownLabel: ({ code }) => code !== 'Jeju',
};
const content = (records: Record<string, unknown>, earlier: Record<string, readonly unknown[]> = {}): Content => ({
  records: new Map(Object.entries(records)),
  earlier: new Map(Object.entries(earlier)),
});
const rule = (more: object) => ({ id: 'a', name: 'Pin', kind: 'pin', ...more });
const rules = (...list: readonly object[]) => ({ set: { formatVersion: 1, rules: list }, later: 'stays' });
const own = (...list: readonly object[]) => ({ settings: {}, own: list });
const labels = (...entries: readonly object[]) => ({ entries, timeZone: 'UTC' });
const segment = (filter: object, name = 'Some') => ({ name, filter, later: 1 });
const town = (...values: readonly string[]) => ({ attributes: { town: values } });

/** What is kept, what is left of it, and what of it is told. */
const CASES: readonly (readonly [what: string, kind: Kind, before: unknown, after: unknown, changed?: string])[] = [
  ['a rule for it alone', 'rules', rules(rule({ profiles: { text: PROFILE } })), rules(), 'Pin'],
  [
    'a member among others',
    'rules',
    rules(rule({ profiles: { members: { profiles: ['1', PROFILE] } } })),
    rules(rule({ profiles: { members: { profiles: ['1'] } } })),
    'Pin',
  ],
  ['the only member', 'rules', rules(rule({ profiles: { members: { profiles: [PROFILE] } } })), rules(), 'Pin'],
  ['a rule for what only it had', 'rules', rules(rule({ titles: { ids: ['t9'] } })), rules(), 'Pin'],
  [
    'a title among others',
    'rules',
    rules(rule({ titles: { ids: ['t9', 't1'] } })),
    rules(rule({ titles: { ids: ['t1'] } })),
    'Pin',
  ],
  [
    'a sentence that is not full',
    'rules',
    { ...rules(), unfinished: [rule({ profiles: town('Jeju') })] },
    { ...rules(), unfinished: [] },
    'Pin',
  ],
  [
    'a name, which a person may change',
    'rules',
    rules(rule({ name: `For ${PROFILE}` })),
    rules(rule({ name: `For ${PROFILE}` })),
  ],
  ['a check', 'checks', own(rule({ profiles: town('Jeju', 'Seoul') })), own(rule({ profiles: town('Seoul') })), 'Pin'],
  ['a picked profile', 'segments', segment({ profiles: ['1', PROFILE] }), segment({ profiles: ['1'] }), 'Some'],
  ['a segment of it alone', 'segments', segment({ profiles: [PROFILE] }), null, 'Some'],
  ['a value that only it had', 'segments', segment(town('Jeju')), null, 'Some'],
  ['a value among others', 'segments', segment(town('Jeju', 'Seoul')), segment(town('Seoul')), 'Some'],
  ['a search for it', 'segments', segment({ text: PROFILE }), null, 'Some'],
  ['a search for a part of it', 'segments', segment({ text: '1019' }), segment({ text: '1019' })],
  [
    'a value of a tuning',
    'tunings',
    { name: 'Loud', tuning: { attributes: { town: 'Jeju', sex: 'F' }, added: ['t9'] } },
    { name: 'Loud', tuning: { attributes: { sex: 'F' }, removed: [], added: [] } },
    'Loud',
  ],
  [
    'an aim for titles that only it had',
    'aims',
    { name: 'Kept', aim: { kind: 'each', titles: { ids: ['t9'] }, count: 1 } },
    null,
    'Kept',
  ],
  [
    'a title of an aim',
    'aims',
    { name: 'Kept', aim: { kind: 'each', titles: { ids: ['t9', 't1'] }, count: 1 } },
    { name: 'Kept', aim: { kind: 'each', titles: { ids: ['t1'] }, count: 1 } },
    'Kept',
  ],
  [
    'a label',
    'labels',
    labels({ attribute: 'town', code: 'Jeju', label: 'J' }, { attribute: 'town', label: 'T' }),
    labels({ attribute: 'town', label: 'T' }),
    'town Jeju',
  ],
  ['a note on another one', 'notes', { text: `Sister of ${PROFILE}.` }, { text: `Sister of ${PROFILE}.` }],
  ['what nobody can read', 'rules', { set: 'damaged' }, { set: 'damaged' }],
];

describe('what is saved with a data set', () => {
  it.each(CASES.map(([what, kind, before, after, changed = '']) => ({ what, kind, before, after, changed })))(
    'loses $what ($kind)',
    ({ kind, before, after, changed }) => {
      const pruned = pruneKept(kind, content({ key: before }), forgotten);
      const left = content(after === null ? {} : { key: after });
      expect(pruned).toEqual({ content: left, changed: changed === '' ? [] : [changed] });
    },
  );

  it.each(KINDS)('stays the same object where nothing of %s is about it', (kind) => {
    const there = content({ other: rules(rule({})) }, { other: [labels({ attribute: 'sex' }), { text: 'x' }] });
    expect(pruneKept(kind, there, forgotten).content).toBe(there);
  });

  it.each(['reviews', 'notes', 'decisions'] as const)('loses all %s of it, and keeps those of others', (kind) => {
    const there = content({ [PROFILE]: { text: 'x' }, '1': { text: 'y' } }, { [PROFILE]: [{ text: 'z' }] });
    expect(pruneKept(kind, there, forgotten).content).toEqual(content({ '1': { text: 'y' } }));
    expect(textsIn(kind, PROFILE, { text: 'x', owner: 'x' }, PROFILE)).toEqual([]);
  });

  it('has texts of people, each with what a person knows it by', () => {
    const members = { name: 'Group', profiles: ['1'] };
    const all: readonly (readonly [Kind, unknown, readonly string[]])[] = [
      ['notes', { text: 'x' }, ['profile-note 7 x']],
      ['decisions', { owner: 'Mina' }, ['owner 7 Mina']],
      ['segments', segment({ text: 'y' }), ['segment-name Some Some', 'search Some y']],
      ['tunings', { name: 'Loud' }, ['tuning-name Loud Loud']],
      ['rules', rules(rule({ profiles: { members } })), ['rule-name Pin Pin Group', 'search Pin ']],
      ['checks', own(rule({ profiles: { text: 'z' } })), ['check-name Pin Pin ', 'search Pin z']],
      [
        'labels',
        labels({ attribute: 'sex' }, { attribute: 'sex', code: 'F', label: 'she' }),
        ['label sex ', 'label sex she'],
      ],
      ['reviews', '2026-01-01', []],
    ];
    for (const [kind, state, texts] of all)
      expect(textsIn(kind, '7', state, PROFILE).map(({ where, id, text }) => `${where} ${id} ${text}`)).toEqual(texts);
  });

  it('loses more of the past, which nobody can change: names, labels and sentences with the ID', () => {
    const named = segment({ watched: { from: 1 } }, `For ${PROFILE}`);
    const note = { text: `Sister of ${PROFILE}. Likes bears.` };
    const label = { attribute: 'sex', label: `of ${PROFILE}` };
    for (const [kind, state, left] of [
      ['segments', named, undefined],
      ['rules', rules(rule({ name: `For ${PROFILE}` })), [rules()]],
      ['labels', labels(label), [labels()]],
      ['notes', note, [{ text: 'Likes bears.' }]],
    ] as const) {
      const { records, earlier } = pruneKept(kind, content({ key: state }, { key: [state] }), forgotten).content;
      expect([kind, records.get('key'), earlier.get('key')]).toEqual([kind, state, left]);
    }
  });
});
