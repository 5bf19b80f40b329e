/** A question that several places of the program answer has the same answer in each of them. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type EngineClient } from '../../src/features/engine';
import { openWorkspace } from '../../src/engine/storage/workspace';
import type { TuningEffect } from '../../src/features/inspect/contract/tuning-effect';
import { type RuleSet, ruleSetOf, ruleSetSchema } from '../../src/shared/contract/rules';
import { NEUTRAL_TUNING } from '../../src/shared/contract/tuning';
import { completeRecipe } from '../../src/shared/recipe/schema';
import { today } from '../../src/shared/values/day';
import { finalValue } from '../../src/shared/values/final-value';
import { importDistinctive, itemId, profileId, SMALL_RECIPE } from '../support/trained-run';
import { trainersHere as launcher } from '../support/trainers-here';

const PROFILES = 120;

let place: string;
let client: EngineClient;
let data: string;
/** Two runs of the same recipe and seed, which have the same lists. */
let first: string;
let second: string;

beforeAll(async () => {
  place = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-answers-'));
  const { workspace, dataset } = await importDistinctive(await openWorkspace(path.join(place, 'workspace')), PROFILES);
  data = dataset.fingerprint;
  ({ client } = await createEngine({ workspaceFolder: workspace.folder, launcher }));
  const train = async () => {
    const { runId } = await client.runs.start({ data, recipe: completeRecipe(SMALL_RECIPE), seed: 5 });
    await finalValue(await client.runs.watch({ runId }));
    return runId;
  };
  first = await train();
  second = await train();
}, 60_000);

afterAll(() => fs.rm(place, { recursive: true, force: true }));

const setOf = (...rules: object[]): RuleSet =>
  ruleSetSchema.parse({
    formatVersion: 1,
    rules: rules.map((rule, at) => ({ id: `rule-${at}`, name: `Rule ${at}`, ...rule })),
  });

async function save(set: RuleSet): Promise<void> {
  const { revision } = await client.rules.get({ data });
  await client.rules.set({ data, revision, set });
}

const titles = (...items: number[]) => ({ titles: { ids: items.map(itemId) } });
const aged = (age: number) => ({ profiles: { attributes: { age: [String(age)] } } });

describe('which lists changed since the run before', () => {
  const flagged = async () => {
    const { checks } = await client.checks.run({ runId: second });
    return checks.find(({ id }) => id === 'changed')!;
  };

  test('is the same for What changed and for the check: none, if the same rules make both', async () => {
    await save(setOf({ kind: 'hide', ...titles(2, 4, 6, 8, 10, 12, 14, 16), ...aged(3) }));
    const changes = await client.changes.lists({ before: { runId: first }, after: { runId: second } });
    expect(changes).toMatchObject({ changed: 0, reordered: 0, profiles: PROFILES });
    expect(await flagged()).toMatchObject({ count: 0, notApplicable: null });
    // The rule does change lists: beside those without it, ten have other titles.
    const without = await client.changes.lists({ before: { runId: first, rules: 'none' }, after: { runId: second } });
    expect(without.changed).toBe(10);
  });
});

describe('what a tuning changes', () => {
  const tuning = { ...NEUTRAL_TUNING, neighbours: { count: 10, share: 0.2 } };
  const effect = async (more: object = {}): Promise<TuningEffect> =>
    finalValue(await client.tuning.effect({ runId: first, tuning, ...more }));

  test('is the same for its effect, the lists one by one and an export: places that rules fill do not change', async () => {
    const alone = await effect({ rules: 'none' });
    // Twenty-five pins leave places only to those who have watched some of their titles.
    await save(setOf(...Array.from({ length: 25 }, (_, at) => ({ kind: 'pin', ...titles(at), place: at + 1 }))));
    let changed = 0;
    for (let profile = 0; profile < PROFILES; profile++) {
      const list = await client.lists.show({ runId: first, profile: profileId(profile), tuning });
      if (list.gone.length > 0 || list.items.some(({ rank, before }) => rank !== before)) changed++;
    }
    const under = await effect();
    expect(under.all.changed).toBe(changed);
    expect(changed).toBeLessThan(alone.all.changed / 5);
    expect(Math.abs(under.all.holdOut!.score.mean)).toBeLessThan(Math.abs(alone.all.holdOut!.score.mean));

    const out = path.join(place, 'tuned.csv');
    const { checks } = await client.runs.export({ runId: first, out, format: 'csv', tuning: { tuning } });
    const told = checks.find(({ check }) => check === 'tuning')!.said![0];
    expect(told).toMatchObject({ values: { changed, total: PROFILES } });
  });
});

describe('how many lists a rule changes', () => {
  test('is the same for its effect, What changed and an export', async () => {
    const set = setOf({ kind: 'boost', ...titles(2, 9, 20, 33), places: 3 });
    const rules = { set, date: today() };
    await save(setOf());
    const { changed } = await finalValue(await client.rules.try({ runId: first, ...rules }));
    const changes = await client.changes.lists({
      before: { runId: first, rules: 'none' },
      after: { runId: first, rules },
    });
    const { checks } = await client.runs.export({
      runId: first,
      out: path.join(place, 'ruled.csv'),
      format: 'csv',
      rules,
    });
    const told = checks.find(({ check }) => check === 'rules')!.said![0];
    expect(changes.changed).toBe(changed);
    expect(told).toMatchObject({ values: { changed } });
    // Some of them keep their titles.
    expect(changes.reordered).toBeGreaterThan(0);
    expect(changes.reordered).toBeLessThan(changed);
  });
});

describe('what one rule costs', () => {
  test('is the same, with its interval, for the rule, for a title that is to reach more and for new titles', async () => {
    await save(setOf());
    const { recommended } = await client.titles.audience({ runId: first, titles: { ids: [itemId(40)] } });
    const goal = { profiles: Math.min(PROFILES, recommended + 40) };
    const { options } = await client.titles.reach({ runId: first, titles: { ids: [itemId(40)] }, goal });
    const costs = options.map(({ cost }) => cost);
    expect(costs.some((cost) => cost !== null && cost.low < cost.high)).toBe(true);
    const tried = [];
    for (const { rule } of options)
      tried.push(
        (await finalValue(await client.rules.try({ runId: first, set: ruleSetOf([rule]), date: today() }))).cost,
      );
    expect(tried).toEqual(costs);
  });
});

test('an export can be compared with a tuned draft under the rules of next week, and one under a tuning with itself', async () => {
  await save(setOf({ kind: 'pin', ...titles(40), place: 1, from: '2031-01-06' }));
  const tuning = { ...NEUTRAL_TUNING, neighbours: { count: 10, share: 0.2 } };
  const exported = async (name: string, more: object = {}): Promise<string> =>
    (await client.runs.export({ runId: first, out: path.join(place, name), format: 'csv', ...more })).sha256;
  const before = { runId: first, exported: await exported('week.csv') };
  const after = { runId: first, tuning, rules: { date: '2031-01-06' } };
  const changes = await client.changes.lists({ before, after });
  // The draft pins one title on top of every list of those who have not watched it.
  expect(changes.titles.find(({ item }) => item === itemId(40))).toMatchObject({ reason: 'rules', went: 0 });
  expect(changes.reasons.map(({ reason }) => reason).toSorted()).toEqual(['rules', 'tuning']);
  expect(changes.after).toMatchObject({ tuning, rules: { names: ['Rule 0'] }, exportedAt: null });
  const own = { runId: first, exported: await exported('tuned.csv', { tuning: { tuning } }) };
  expect(await client.changes.lists({ before: own, after: { runId: first, tuning } })).toMatchObject({
    changed: 0,
    before: { tuning },
  });
});
