/**
 * The sentence for parents names what weighs most, for the top three titles of every profile of the sample.
 *
 * @module-tag rare
 */
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { createEngine } from '../../engine';
import type { Explanation, ScorePart } from '../../../shared/contract/explanation';
import { titleParts } from '../../../shared/values/episode';
import { finalValue } from '../../../shared/values/final-value';
import { presetRecipe } from '../../../shared/recipe/presets';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { everyNth } from '../../../../tests/support/tried';
import { trainersHere } from '../../../../tests/support/trainers-here';

const SAMPLE = path.join(import.meta.dirname, '../../../../resources/sample');
const TOP = 3;
/** The sample's codes of interests, which say nothing to a parent. */
const CODE = /\b[A-Z]\d{2}\b/;

const quotedIn = (sentence: string): RegExpMatchArray[] => [...sentence.matchAll(/“([^”]+)”(?: (\d+) times)?/g)];
const attributesIn = (sentence: string): string[] => [...sentence.matchAll(/A-(\w+)/g)].map(([, name]) => name!);

/** Reads the sentence as a parent does. Rounding is no part of the score. */
function namedParts({ parts, titles, sentence: { en } }: Explanation): { named: ScorePart[]; others: ScorePart[] } {
  const series = new Set(quotedIn(en).map(([, name]) => name));
  const attributes = new Set(attributesIn(en));
  const isWholeProfile = en.includes('children like yours watch') || en.includes('children like yours (above all');
  const isNamed = ({ kind, id }: ScorePart): boolean => {
    if (kind === 'attribute') return isWholeProfile || attributes.has(id!);
    if (kind !== 'history' && kind !== 'companion') return en.includes('many children watch this');
    if (en.includes('what your child watched')) return true;
    const title = titles.find(({ item }) => item === id)?.title ?? null;
    return title !== null && series.has(titleParts(title).series);
  };
  const weighed = parts.filter(({ kind }) => kind !== 'rest');
  return { named: weighed.filter(isNamed), others: weighed.filter((part) => !isNamed(part)) };
}

const sum = (parts: readonly ScorePart[]): number => parts.reduce((before, { value }) => before + value, 0);
const raises = (parts: readonly ScorePart[]): ScorePart[] => parts.filter(({ value }) => value > 0);

it('what is named weighs together more than what is not, and no code is named', { timeout: 600_000 }, async () => {
  const { client } = await createEngine({ workspaceFolder: await temporaryFolder(), launcher: trainersHere });
  const { fingerprint: data, profileAttributes } = await finalValue(await client.datasets.import({ folder: SAMPLE }));
  // Names that can be found in a sentence, and labels for some values alone: two share one.
  const entries = [
    ...profileAttributes.map(({ name }: { name: string }) => ({ attribute: name, label: `A-${name}` })),
    ...['K01', 'K02'].map((code) => ({ attribute: 'ch_interest_keyword_cd', code, label: 'Animals' })),
  ];
  await client.labels.set({ data, revision: 0, entries });
  const recipe = { ...presetRecipe('quick'), 'stopping.rule': 'fixed', 'stopping.epochs': 6 } as const;
  const { runId } = await client.runs.start({ data, recipe, seed: 1 });
  await finalValue(await client.runs.watch({ runId }));

  const { rows } = await client.profiles.page({ data, runId, start: 0, end: 5000 });
  const seen = { popularity: 0, first: 0, titles: 0, above: 0, attributes: 0, several: 0 };
  for (const { profile } of everyNth(rows, 6)) {
    const { history } = await client.profiles.open({ data, profile });
    const { items } = await client.lists.show({ runId, profile, count: TOP });
    for (const { item } of items) {
      const told = await client.profiles.explain({ runId, profile, item });
      const { en, ko } = told.sentence;
      const { named, others } = namedParts(told);
      expect(sum(named), `${profile} ${item}: ${en}`).toBeGreaterThan(sum(others));
      expect(sum(raises(named)), `${profile} ${item}: ${en}`).toBeGreaterThan(sum(raises(others)));
      for (const sentence of [en, ko]) expect(sentence).not.toMatch(CODE);
      // Both languages name the same, and count viewings.
      const quoted = quotedIn(en);
      expect([...ko.matchAll(/‘([^’]+)’/g)].map(([, name]) => name)).toEqual(quoted.map(([, name]) => name));
      expect(attributesIn(ko)).toEqual(attributesIn(en));
      expect(ko.includes('많은 아이들이')).toBe(en.includes('many children'));
      for (const [, name, times = '1'] of quoted) {
        const views = history.filter(({ title }) => title !== null && titleParts(title).series === name);
        expect(Number(times)).toBe(views.reduce((before, view) => before + view.times, 0));
      }
      if (en.includes('many children')) seen.popularity++;
      if (en.startsWith('Because many children')) seen.first++;
      if (en.includes('your child watched “')) seen.titles++;
      if (en.includes('above all “')) seen.above++;
      if (en.includes('children like yours')) seen.attributes++;
      if (en.includes(', and ')) seen.several++;
    }
  }
  // Each kind of sentence occurred, or the test would prove little.
  for (const [kind, count] of Object.entries(seen)) expect(count, kind).toBeGreaterThan(0);
});
