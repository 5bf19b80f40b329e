/**
 * A closed version of the recipe can grow, and what it has stays: its runs are verified by every later program (docs/decisions/0059). Each
 * problem says whether a change is an addition, and how it is made, or belongs to a new version.
 *
 * @module-tag telling
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMPANION_KNOBS } from './companions';
import type { Knob } from './knob';
import { KNOBS, RECIPE_VERSION } from './table';

const ROOT = path.join(import.meta.dirname, '../../..');
const readJson = (...place: string[]): unknown => JSON.parse(readFileSync(path.join(ROOT, ...place), 'utf8'));

/** What a knob may be, without texts and models, which may change at any time. */
interface Meaning {
  readonly kind: Knob['kind'];
  readonly default: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly choices?: readonly string[];
  readonly pattern?: string;
  readonly longest?: number;
  readonly since?: string;
}
type Table = Readonly<Record<string, Meaning>>;

interface Closed {
  /** The program that was released with this. */
  readonly release: string;
  readonly knobs: Table;
  readonly goldenRows: readonly string[];
  readonly goldenSha256: string;
}

const CLOSED = readJson(`src/shared/recipe/closed-${RECIPE_VERSION}.json`) as Closed;
const TABLE: Table = KNOBS;

const NEW_VERSION = 'It needs a new recipe version: docs/run-format.md#a-next-version.';
const PROOF =
  'Golden runs have to keep their hashes (npm test -- --all tests/golden/golden), and one more with another value gets hashes of its own (tests/golden).';
const show = JSON.stringify;

/** Changes of the table that a closed version cannot take, as instructions. */
function problemsOf(table: Table, closed: Table): string[] {
  const added = Object.keys(table).filter((name) => !Object.hasOwn(closed, name));
  const order = Object.keys(table).filter((name) => Object.hasOwn(closed, name));
  return [
    ...added.filter((name) => table[name]!.since === undefined).map(unmarked),
    ...Object.keys(closed)
      .filter((name) => !Object.hasOwn(table, name))
      .map((name) => `${name} is gone. Recorded runs have it and are trained again by it. ${NEW_VERSION}`),
    ...order.flatMap((name) => changesOf(name, closed[name]!, table[name]!)),
    ...(order.join() ===
    Object.keys(closed)
      .filter((name) => order.includes(name))
      .join()
      ? []
      : ['The order of the knobs changed, in which recipes are hashed. Put them back; a new one may stand anywhere.']),
  ];
}

const unmarked = (name: string): string =>
  `${name} is new. If its default changes no bit of what is trained without it, it is an addition: write since: '1.1' in its row, the version of the program that has it first. Recipes are stored and hashed without it while it has the default. ${PROOF} If its default changes bits: ${NEW_VERSION}`;

function changesOf(name: string, was: Meaning, is: Meaning): string[] {
  const problems: string[] = [];
  const tell = (isProblem: boolean, problem: string): void => void (isProblem && problems.push(`${name}: ${problem}`));
  tell(
    is.kind !== was.kind || is.pattern !== was.pattern || is.longest !== was.longest,
    `what it takes is another kind of value. Recorded runs have values of the other. ${NEW_VERSION}`,
  );
  tell(
    is.default !== was.default,
    `the default was ${show(was.default)} and is ${show(is.default)}. The same recipe file would train something else. ${NEW_VERSION} To begin new runs with another value, write it in a preset (src/shared/recipe/presets.ts).`,
  );
  tell(
    is.minimum! > was.minimum! || is.maximum! < was.maximum!,
    `it took ${was.minimum} to ${was.maximum} and takes ${is.minimum} to ${is.maximum}. Recorded runs may have any of those values. ${NEW_VERSION} (A wider range is an addition.)`,
  );
  const gone = (was.choices ?? []).filter((choice) => !is.choices?.includes(choice));
  tell(
    gone.length > 0,
    `${gone.join(', ')} cannot be chosen any more. Recorded runs may have it. ${NEW_VERSION} (A new choice is an addition.)`,
  );
  const further = (is.choices ?? []).filter((choice) => !was.choices?.includes(choice));
  tell(
    (COMPANION_KNOBS as readonly string[]).includes(name) && further.length > 0,
    `${further.join(', ')} would be tried, too, wherever companions are chosen by the data, which changes the bits of these runs. ${NEW_VERSION} Until then, companionPlace is null in its row (src/shared/recipe/models.ts).`,
  );
  tell(
    is.since !== was.since,
    `"since" was ${show(was.since)} and is ${show(is.since)}. It decides whether the default is hashed: put it back.`,
  );
  return problems;
}

describe(`version ${RECIPE_VERSION} of the recipe`, () => {
  it('has what it had when it was closed; what is new is marked', () => {
    expect(problemsOf(TABLE, CLOSED.knobs)).toEqual([]);
  });

  it('keeps the hashes of its golden runs', () => {
    const { fingerprint, rows } = readJson('tests/golden/hashes.json') as { fingerprint: string; rows: object };
    const kept = Object.entries(rows).filter(([row]) => CLOSED.goldenRows.includes(row));
    const hash = createHash('sha256')
      .update(show({ fingerprint, rows: Object.fromEntries(kept) }))
      .digest('hex');
    expect(
      hash,
      `Runs of version ${RECIPE_VERSION} come out in other bits: nobody could verify what they trained. Find what changed them and undo it: a knob or a choice that is added must leave the arithmetic alone where it is not chosen. What cannot be done so: ${NEW_VERSION} New golden runs go to the end of tests/golden/hashes.json.`,
    ).toBe(CLOSED.goldenSha256);
  });

  it('closes with each release what was added since the last', () => {
    const { version } = readJson('package.json') as { version: string };
    const open = Object.entries(TABLE).filter(([name, knob]) => show(meaningOf(knob)) !== show(CLOSED.knobs[name]));
    expect(
      version === CLOSED.release ? [] : open.map(([name, knob]) => `${show(name)}: ${show(meaningOf(knob))}`),
      `Version ${version} of the program releases these knobs: write them to closed-${RECIPE_VERSION}.json, in the place that they have in the table, and ${show(version)} as its release.`,
    ).toEqual([]);
  });
});

/** In the order of closed-*.json. */
function meaningOf({ kind, minimum, maximum, choices, pattern, longest, default: value, since }: Meaning): Meaning {
  return { kind, minimum, maximum, choices, pattern, longest, default: value, since } as Meaning;
}

describe('a change of a closed version', () => {
  const BEFORE: Table = {
    width: { kind: 'integer', minimum: 2, maximum: 64, default: 8 },
    loss: { kind: 'choice', choices: ['binary', 'squared'], default: 'binary' },
    'mixture.second': { kind: 'choice', choices: ['none', 'chosen', 'als'], default: 'none' },
  };
  const { width, loss, ...others } = BEFORE as Readonly<Record<'width' | 'loss' | 'mixture.second', Meaning>>;
  const ADDED: Meaning = { kind: 'number', minimum: 0, maximum: 1, default: 0 };

  it.each<[string, Table]>([
    ['a new knob that is marked', { ...BEFORE, warmUp: { ...ADDED, since: '1.1' } }],
    ['a new knob that is marked, between others', { width, warmUp: { ...ADDED, since: '1.1' }, loss, ...others }],
    ['a new choice', { ...BEFORE, loss: { ...loss, choices: ['hinge', 'binary', 'squared'] } }],
    ['a wider range', { ...BEFORE, width: { ...width, minimum: 1, maximum: 128 } }],
  ])('is an addition: %s', (_, table) => {
    expect(problemsOf(table, BEFORE)).toEqual([]);
  });

  it.each<[string, Table, string]>([
    ['a new knob without a mark', { ...BEFORE, warmUp: ADDED }, "since: '1.1'"],
    ['a knob that is gone', { loss, ...others }, 'width is gone'],
    ['another default', { ...BEFORE, width: { ...width, default: 9 } }, 'the default was 8 and is 9'],
    ['a narrower range', { ...BEFORE, width: { ...width, maximum: 32 } }, 'it took 2 to 64 and takes 2 to 32'],
    ['a choice that is gone', { ...BEFORE, loss: { ...loss, choices: ['binary'] } }, 'squared cannot be chosen'],
    ['another kind', { ...BEFORE, width: { ...width, kind: 'number' } }, 'another kind of value'],
    [
      'a further companion',
      { ...BEFORE, 'mixture.second': { ...others['mixture.second'], choices: ['none', 'chosen', 'als', 'slim'] } },
      'slim would be tried',
    ],
  ])('says that a new version is needed: %s', (_, table, says) => {
    const problems = problemsOf(table, BEFORE);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(says);
    expect(problems[0]).toContain(NEW_VERSION);
  });

  it.each<[string, Table, string]>([
    ['another order', { loss, width, ...others }, 'The order of the knobs changed'],
    ['a mark on a knob that was there', { ...BEFORE, width: { ...width, since: '1.1' } }, '"since" was undefined'],
  ])('is to be undone: %s', (_, table, says) => {
    expect(problemsOf(table, BEFORE)).toEqual([expect.stringContaining(says)]);
  });
});
