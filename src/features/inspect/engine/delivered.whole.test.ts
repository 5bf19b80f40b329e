/** What is shown of a profile is the row that is exported, under drawn rules, tunings, segments and days. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type EngineClient } from '../../engine';
import type { AppliedTuning } from '../../../shared/contract/applied-tuning';
import { type RulesChoice, type RuleSet, ruleSetSchema } from '../../../shared/contract/rules';
import { NEUTRAL_TUNING, type Tuning } from '../../../shared/contract/tuning';
import { presetRecipe } from '../../../shared/recipe/presets';
import { csvRows } from '../../../shared/values/csv';
import { finalValue } from '../../../shared/values/final-value';
import { RandomStream } from '../../../engine/model/random';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { trainersHere } from '../../../../tests/support/trainers-here';
import { triedRuns } from '../../../../tests/support/tried';

const SAMPLE = path.join(import.meta.dirname, '../../../../resources/sample');
const PROFILES = 200;

let client: EngineClient;
let data: string;
let runId: string;
let profiles: string[];
let items: string[];
let genres: string[];
beforeAll(async () => {
  ({ client } = await createEngine({ workspaceFolder: await temporaryFolder(), launcher: trainersHere }));
  ({ fingerprint: data } = await finalValue(await client.datasets.import({ folder: SAMPLE })));
  const recipe = { ...presetRecipe('quick'), 'stopping.rule': 'fixed', 'stopping.epochs': 3 } as const;
  ({ runId } = await client.runs.start({ data, recipe, seed: 1 }));
  await finalValue(await client.runs.watch({ runId }));
  profiles = (await client.profiles.page({ data, runId, start: 0, end: 5000 })).rows.map(({ profile }) => profile);
  const titles = (await client.titles.page({ data, runId, start: 0, end: 5000 })).rows;
  items = titles.map(({ item }) => item);
  genres = [...new Set(titles.flatMap(({ group }) => group?.split(', ') ?? []))];
});

/** One of each kind of rule, about drawn titles, profiles and days; some of them are off. */
function drawRules(random: RandomStream): RuleSet {
  const one = <Of>(all: readonly Of[]): Of => all[random.below(all.length)]!;
  const some = <Of>(all: readonly Of[], count: number): Of[] => Array.from({ length: count }, () => one(all));
  const ids = (count: number) => ({ ids: [...new Set(some(items, count))] });
  const genre = () => ({ attributes: { genre_mid: [one(genres)] } });
  const who = () =>
    one([undefined, { attributes: { sex: [one(['F', 'M'])] } }, { watched: { from: 1 + random.below(12) } }]);
  const day = (): string => `2026-0${1 + random.below(8)}-15`;
  const place = () => 1 + random.below(25);
  const kinds = [
    () => ({ kind: 'pin', titles: ids(2), place: place() }),
    () => ({ kind: 'pin', titles: genre(), place: place() }),
    () => ({ kind: 'boost', titles: genre(), places: 1 + random.below(75) }),
    () => ({ kind: 'bury', titles: genre(), places: 1 + random.below(75) }),
    () => ({ kind: 'hide', titles: random.below(2) === 0 ? genre() : ids(40) }),
    () => ({ kind: 'at-most', count: random.below(4), per: { attribute: 'genre_mid' } }),
    () => ({ kind: 'at-most', count: 1, per: { series: true } }),
    () => ({ kind: 'age', titles: genre(), attribute: 'age', ages: { from: 3 + random.below(6) } }),
    () => ({ kind: 'in-order' }),
    () => ({ kind: 'expire', titles: genre(), after: day() }),
    () => ({ kind: 'never-with', titles: genre(), others: genre() }),
    () => ({
      kind: 'new-titles',
      count: 1 + random.below(4),
      ...(random.below(2) === 0 ? {} : { place: place() }),
    }),
  ];
  const rules = Array.from({ length: 1 + random.below(6) }, (_, index) => {
    const profilesOf = who();
    return {
      id: `r${index}`,
      name: `Rule ${index}`,
      on: random.below(5) > 0,
      ...(profilesOf && { profiles: profilesOf }),
      ...(random.below(3) === 0 ? { from: day() } : {}),
      ...one(kinds)(),
    };
  });
  const always = { id: 'new', name: 'New ones', kind: 'new-titles', count: 2, from: '2026-04-01' };
  return ruleSetSchema.parse({ formatVersion: 1, rules: [...rules, always] });
}

/** What an export can take: no key about a single profile. */
function drawTuning(random: RandomStream): Tuning {
  const tunings: Partial<Tuning>[] = [
    { hidden: 0.1 * (1 + random.below(8)), mask: random.below(1000) },
    { condition: 0.1 * random.below(20) },
    { neighbours: { count: 1 + random.below(30), share: 0.1 * (1 + random.below(9)) } },
    { directions: [{ direction: random.below(4), amount: random.below(7) - 3 || 2 }] },
    { hidden: 0.5, condition: 1.5, directions: [{ direction: 1, amount: -1.5 }] },
    { watched: 'include' },
  ];
  return { ...NEUTRAL_TUNING, ...tunings[random.below(tunings.length)] };
}

/** The exported list of each profile. */
async function exportedRows(
  rules: RulesChoice | undefined,
  tuning: AppliedTuning | null,
): Promise<Map<string, string[]>> {
  const out = path.join(await temporaryFolder(), 'lists.csv');
  await client.runs.export({
    runId,
    out,
    format: 'csv',
    rules,
    ...(tuning && { tuning }),
  });
  const rows = new Map<string, string[]>();
  const [header = [], ...lines] = csvRows(await fs.readFile(out, 'utf8'));
  const [profile, item] = ['profile_id', 'album_id'].map((name) => header.findIndex((column) => column === name));
  for (const line of lines) rows.set(line[profile!]!, [...(rows.get(line[profile!]!) ?? []), line[item!]!]);
  return rows;
}

describe('the list that is shown', { timeout: 900_000, tags: ['thorough'] }, () => {
  it('is the row that is exported, with a rule for each place that a rule made', async () => {
    const random = new RandomStream(11, 'shown and exported');
    const perDraw = 10;
    const seen = { ruled: 0, tuned: 0, segments: 0, newTitles: 0, out: 0, pinned: 0, asSaved: 0 };
    for (let draw = 0; draw < triedRuns(PROFILES) / perDraw; draw++) {
      const set = drawRules(random);
      const date = `2026-0${1 + random.below(9)}-20`;
      const tuning = draw % 3 === 2 ? null : drawTuning(random);
      // Rules have one list of what was watched: an export under them cannot let some profiles alone see it again.
      const isOfSegment = tuning !== null && tuning.watched === undefined && draw % 2 === 0;
      const filter = { attributes: { sex: [random.below(2) === 0 ? 'F' : 'M'] } };
      const segment = isOfSegment ? await client.segments.keep({ data, name: `segment ${draw}`, filter }) : null;
      const isIn = new Set(
        segment === null
          ? profiles
          : (await client.profiles.page({ data, start: 0, end: 5000, filter })).rows.map(({ profile }) => profile),
      );
      // Saved rules count by themselves, given ones in their place.
      const isSaved = draw % 4 < 2;
      if (isSaved) {
        const { revision } = await client.rules.get({ data });
        await client.rules.set({ data, revision, set });
        seen.asSaved++;
      }
      const rules = isSaved ? { date } : { set, date };
      const exported = await exportedRows(rules, tuning && { tuning, ...(segment && { segment: segment.id }) });
      for (let turn = 0; turn < perDraw; turn++) {
        const profile = profiles[random.below(profiles.length)]!;
        const own = tuning !== null && isIn.has(profile) ? tuning : NEUTRAL_TUNING;
        const shown = await client.lists.show({ runId, profile, tuning: own, rules });
        const what = `${profile} under ${JSON.stringify({ set, date, own })}`;
        expect(
          shown.items.map(({ item }) => item),
          what,
        ).toEqual(exported.get(profile));
        const ranked = await client.lists.show({ runId, profile, tuning: own, rules: 'none' });
        const modelPlace = new Map(ranked.items.map(({ item, rank }) => [item, rank]));
        expect(ranked.items.every(({ rules: by }) => by.length === 0)).toBe(true);
        // Titles without the name of a rule keep the order of the model, and those that are gone are told.
        const unnamed = shown.items
          .filter(({ rules: by }) => by.length === 0)
          .map(({ ranked: place }) => place ?? Infinity);
        expect(unnamed, what).toEqual(unnamed.toSorted((left, right) => left - right));
        const out = ranked.items.filter(({ item }) => !shown.items.some((one) => one.item === item));
        expect(
          shown.out.map(({ item }) => item),
          what,
        ).toEqual(out.map(({ item }) => item));
        for (const { item, ranked: place } of shown.items)
          if (modelPlace.has(item)) expect(place).toBe(modelPlace.get(item));
        if (shown.rules !== null) seen.ruled++;
        if (own !== NEUTRAL_TUNING) seen.tuned++;
        if (segment !== null) seen.segments++;
        if (shown.items.some(({ newTitle }) => newTitle !== null)) seen.newTitles++;
        if (shown.items.some(({ rules: by }) => by.length > 0)) seen.pinned++;
        if (shown.out.length > 0) seen.out++;
      }
    }
    for (const [kind, count] of Object.entries(seen)) expect(count, kind).toBeGreaterThan(0);
  });
});
