/** Stored user data in a bundle: labels, rules and notes, and the maps of its run. */
import { type Case, setStage, testCases } from './support/cases';
import { nested, partsCase } from './support/parts-case';
import { json } from './support/seal';

setStage();

/** Display labels, which only the manifest seals. */
const labelCases: Case[] = (
  [
    [
      'as they should be',
      'works',
      json({ formatVersion: 1, entries: [{ attribute: 'sex', code: 'F', label: 'Girl' }] }),
    ],
    ['of nothing', 'bad-data', Buffer.alloc(0)],
    ['null', 'bad-data', json(null)],
    ['a list', 'bad-data', json([])],
    ['an empty object', 'works', json({})],
    ['with a field that is not known', 'works', json({ more: { deep: [1] } })],
    ['of a newer version', 'newer-version', json({ formatVersion: 2 })],
    ['that a terminal obeys', 'bad-data', json({ entries: [{ attribute: 'sex', label: '\u001B[2J' }] })],
    ['without end', 'bad-data', json({ entries: [{ attribute: 'sex', label: 'x'.repeat(1_000_000) }] })],
    ['of ten million bytes', 'bad-data', Buffer.alloc(10_000_000, ' ')],
    ['with a path for a time zone', 'bad-data', json({ timeZone: '../../outside' })],
    ['with an unknown time zone', 'works', json({ timeZone: 'Moon/Tranquility' })],
    ['of names that objects have a meaning for', 'works', json({ entries: [{ attribute: '__proto__', label: 'x' }] })],
    ['of 100,000 lists in one another', 'bad-data', Buffer.from(nested('[', ']', 100_000))],
  ] as const
).map(([name, expected, content]) =>
  partsCase(`labels.json ${name}`, expected, (parts) => void (parts['dataset/labels.json'] = content)),
);

/** Foreign rules, which only the manifest seals. They wait to be imported, and must be valid in every field. */
const hide = { id: 'a', name: 'A', kind: 'hide', titles: { ids: ['1'] } };
const setOf = (...rules: object[]) => ({ formatVersion: 1, rules });
const pinFrom2To = (to: number) => ({ ...hide, kind: 'pin', place: 2, to });
const picked = { segment: 's', name: 'Campaign', day: '2026-11-26', profiles: ['1'] };
const forMembers = (changes: object = {}) => ({ ...hide, profiles: { members: { ...picked, ...changes } } });
const savedOf2 = (...rules: object[]) => ({ formatVersion: 1, saved: { formatVersion: 2, rules }, approved: null });
const ruleCases: Case[] = (
  [
    ['as they should be', 'works', { formatVersion: 1, saved: setOf(hide), approved: null }],
    ['null', 'bad-data', null],
    ['a set without its file', 'bad-data', setOf(hide)],
    ['with a field that is not known', 'bad-data', { formatVersion: 1, saved: null, approved: null, more: 1 }],
    ['of a newer version', 'newer-version', { formatVersion: 2, saved: null, approved: null }],
    [
      'with a set of a newer version',
      'newer-version',
      { formatVersion: 1, saved: { formatVersion: 9 }, approved: null },
    ],
    ['of an unknown kind', 'bad-data', { formatVersion: 1, saved: setOf({ ...hide, kind: 'run' }), approved: null }],
    [
      'with a condition more',
      'bad-data',
      { formatVersion: 1, saved: setOf({ ...hide, if: 'always' }), approved: null },
    ],
    [
      'that a terminal obeys',
      'bad-data',
      { formatVersion: 1, saved: setOf({ ...hide, name: '\u001B[2J' }), approved: null },
    ],
    ['of one ID twice', 'bad-data', { formatVersion: 1, saved: setOf(hide, hide), approved: null }],
    [
      'without number',
      'bad-data',
      {
        formatVersion: 1,
        saved: setOf(...Array.from({ length: 10_000 }, (_, id) => ({ ...hide, id: `a${id}` }))),
        approved: null,
      },
    ],
    ['of all titles', 'bad-data', { formatVersion: 1, saved: setOf({ ...hide, titles: {} }), approved: null }],
    ['with a range of places', 'works', savedOf2(pinFrom2To(5))],
    ['with a range of places that ends before it begins', 'bad-data', savedOf2(pinFrom2To(1))],
    ['with a range of places beyond the list', 'bad-data', savedOf2(pinFrom2To(26))],
    [
      'with a range of places as an earlier version would misread it',
      'bad-data',
      { formatVersion: 1, saved: setOf(pinFrom2To(5)), approved: null },
    ],
    ['for members of a segment', 'works', savedOf2(forMembers())],
    ['for members that are not there', 'works', savedOf2(forMembers({ profiles: ['nobody', '__proto__'] }))],
    ['for no members', 'bad-data', savedOf2(forMembers({ profiles: [] }))],
    [
      'for members without number',
      'bad-data',
      savedOf2(forMembers({ profiles: Array.from({ length: 10_001 }, (_, id) => `${id}`) })),
    ],
    ['for members of a segment that a terminal obeys', 'bad-data', savedOf2(forMembers({ name: '\u001B[2J' }))],
    ['for members of no day', 'bad-data', savedOf2(forMembers({ day: '2026-02-30' }))],
  ] as const
).map(([name, expected, content]) =>
  partsCase(`rules.json ${name}`, expected, (parts) => void (parts['rules.json'] = json(content))),
);
const ruleBytesCases: Case[] = [
  partsCase(
    'rules.json of ten million bytes',
    'bad-data',
    (parts) => void (parts['rules.json'] = Buffer.alloc(10_000_000, ' ')),
  ),
  partsCase('rules.json of nothing', 'bad-data', (parts) => void (parts['rules.json'] = Buffer.alloc(0))),
  partsCase('rules.json among the data', 'bad-data', (parts) => void (parts['dataset/rules.json'] = json(setOf(hide)))),
];

/** Foreign notes on profiles. */
const noteOf = (more: object = {}) => ({ profile: 'nobody', text: 'x', changedAt: null, ...more });
const noteCases: Case[] = (
  [
    ['without any', 'works', { formatVersion: 1, notes: [] }],
    ['on an unknown profile', 'bad-data', { formatVersion: 1, notes: [noteOf()] }],
    ['on __proto__', 'bad-data', { formatVersion: 1, notes: [noteOf({ profile: '__proto__' })] }],
    ['as an object', 'bad-data', { formatVersion: 1, notes: { nobody: noteOf() } }],
    ['of a newer version', 'newer-version', { formatVersion: 2, notes: [] }],
    ['without end', 'bad-data', { formatVersion: 1, notes: [noteOf({ text: 'x'.repeat(1_000_000) })] }],
    ['at no time', 'bad-data', { formatVersion: 1, notes: [noteOf({ changedAt: 'yesterday' })] }],
  ] as const
).map(([name, expected, content]) =>
  partsCase(`notes.json ${name}`, expected, (parts) => void (parts['dataset/notes.json'] = json(content))),
);
/** Maps that are invalid, or of another model. */
const mapCases: Case[] = (['map-profiles.safetensors', 'map-titles.safetensors'] as const).flatMap((file) => [
  partsCase(`${file} of nothing`, 'bad-data', (parts) => void (parts[file] = Buffer.alloc(0))),
  partsCase(`${file} that is a model`, 'bad-data', (parts) => void (parts[file] = parts['model.safetensors']!)),
]);

testCases(labelCases, ruleCases, ruleBytesCases, noteCases, mapCases);
