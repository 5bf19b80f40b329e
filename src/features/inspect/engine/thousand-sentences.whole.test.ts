/** The sentence for parents says all that the numbers support and nothing else, for each of a thousand profiles. */
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { generateFolder } from '../../../../bench/generate/generate-folder';
import { createEngine } from '../../engine';
import type { Explanation } from '../../../shared/contract/explanation';
import { titleParts } from '../../../shared/values/episode';
import { finalValue } from '../../../shared/values/final-value';
import { presetRecipe } from '../../../shared/recipe/presets';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { launcher } from '../../../../tests/support/trained-run';

const PROFILES = 1000;
/** A named part has at least a tenth of all that raises the score, and is one of the first two of its kind. */
const LEAST = 0.1;
const MOST = 2;

/** What the parts of a score support, by name: series or titles, and attributes. */
function borne(told: Explanation): { watched: Map<string, number>; attributes: Map<string, number> } {
  const counts = (kind: string): boolean => !['base', 'length', 'rest'].includes(kind);
  const raises = told.parts.filter(({ kind, value }) => counts(kind) && value > 0);
  const least = LEAST * raises.reduce((sum, { value }) => sum + value, 0);
  const series = new Map<string, number>();
  for (const { item, title } of told.titles) {
    const part = told.parts.find(({ kind, id }) => kind === 'history' && id === item)?.value ?? 0;
    const name = titleParts(title ?? item).series;
    series.set(name, (series.get(name) ?? 0) + part);
  }
  const attributes = told.attributes.map(({ name }): [string, number] => [
    name,
    told.parts.find(({ kind, id }) => kind === 'attribute' && id === name)?.value ?? 0,
  ]);
  const enough = (all: Iterable<[string, number]>): Map<string, number> =>
    new Map(
      [...all]
        .filter(([, part]) => part > 0 && part >= least)
        .toSorted(([, left], [, right]) => right - left)
        .slice(0, MOST),
    );
  return { watched: enough(series), attributes: enough(attributes) };
}

it(
  'the sentence names exactly what contributes to the score, with the number of viewings',
  { tags: ['thorough'], timeout: 300_000 },
  async () => {
    const source = path.join(await temporaryFolder(), 'theirs');
    await generateFolder({ seed: 7, profiles: PROFILES, items: 500, events: 30_000, dirt: 'none' }, source);
    const { client } = await createEngine({ workspaceFolder: await temporaryFolder(), launcher });
    const { fingerprint: data, profileAttributes } = await finalValue(await client.datasets.import({ folder: source }));
    // Names that can be found in a sentence.
    const entries = profileAttributes.map(({ name }: { name: string }) => ({ attribute: name, label: `A-${name}` }));
    await client.labels.set({ data, revision: 0, entries });
    const recipe = { ...presetRecipe('quick'), 'stopping.rule': 'fixed', 'stopping.epochs': 3 } as const;
    const { runId } = await client.runs.start({ data, recipe, seed: 1 });
    await finalValue(await client.runs.watch({ runId }));

    const { rows } = await client.profiles.page({ data, runId, start: 0, end: PROFILES });
    expect(rows).toHaveLength(PROFILES);
    const seen = { both: 0, watched: 0, attributes: 0, neither: 0 };
    for (const [index, { profile }] of rows.entries()) {
      const { history } = await client.profiles.open({ data, profile });
      const { items } = await client.tuning.apply({ runId, profile });
      const told = await client.profiles.explain({ runId, profile, item: items[index % items.length]!.item });
      const { watched, attributes } = borne(told);
      const { en, ko } = told.sentence;
      const quoted = [...en.matchAll(/“([^”]+)”(?: (\d+) times)?/g)];
      expect(quoted.map(([, name]) => name)).toEqual([...watched.keys()]);
      expect([...ko.matchAll(/‘([^’]+)’/g)].map(([, name]) => name)).toEqual([...watched.keys()]);
      for (const [, name, times = '1'] of quoted) {
        const views = history.filter(({ item, title }) => titleParts(title ?? item).series === name);
        expect(Number(times)).toBe(views.reduce((sum, view) => sum + view.times, 0));
      }
      for (const sentence of [en, ko])
        expect([...sentence.matchAll(/A-(\w+): /g)].map(([, name]) => name)).toEqual([...attributes.keys()]);
      if (watched.size + attributes.size === 0) {
        seen.neither++;
        const trend = told.parts.some(({ kind, value }) => kind === 'trend' && value > 0);
        expect(en.includes('at the moment')).toBe(trend);
      } else seen[watched.size === 0 ? 'attributes' : attributes.size === 0 ? 'watched' : 'both']++;
    }
    // Each kind of sentence occurred, or the test would prove little.
    expect(seen.both + seen.watched + seen.attributes + seen.neither).toBe(PROFILES);
    for (const kind of ['both', 'watched'] as const) expect(seen[kind]).toBeGreaterThan(0);
  },
);
