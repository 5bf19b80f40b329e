/**
 * What attributes are worth, on the sample, in which they decide: most where nothing watched is known. Where they are shuffled from the start, they are
 * worth what other shuffled ones are.
 * @module-tag rare
 */
import * as path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { importFolder } from '../../src/engine/import/import-folder';
import { selectTrainingData } from '../../src/engine/data/selection';
import { openSnapshot } from '../../src/engine/data/snapshot';
import type { TrainingData } from '../../src/engine/data/tables';
import { loadBackend } from '../../src/engine/model/backend';
import { profilesAs } from '../../src/engine/model/evaluate/attribute-variants';
import type { FitModel } from '../../src/engine/model/evaluate/measure-models';
import { splitForTest } from '../../src/engine/model/evaluate/split';
import { openWorkspace } from '../../src/engine/storage/workspace';
import { coldScores, foldsOf, KNOWN } from '../../src/engine/training/fit/cold';
import { createFitModel } from '../../src/engine/training/fit/fit-model';
import { heldOutRecipe } from '../../src/features/condition/engine/try-variant';
import { knownRow, worthOf } from '../../src/features/condition/engine/worth';
import type { KnownRow } from '../../src/features/condition/contract/condition';
import { verdictOf } from '../../src/shared/words/paired-text';
import { ATTRIBUTE_VARIANTS, type AttributeVariant } from '../../src/shared/values/attribute-variants';
import { presetRecipe } from '../../src/shared/recipe/presets';
import { temporaryFolder } from '../support/finished-run';

const SEED = 1;
const recipe = heldOutRecipe(presetRecipe('quick'));
let data: TrainingData;
let fit: FitModel;

beforeAll(async () => {
  const folder = await temporaryFolder();
  const workspace = await openWorkspace(path.join(folder, 'workspace'));
  const sample = fileURLToPath(new URL('../../resources/sample', import.meta.url));
  const { fingerprint } = await importFolder({ workspace, folder: sample });
  data = await selectTrainingData(await openSnapshot(workspace, fingerprint), recipe, { letsGo: false });
  fit = createFitModel((await loadBackend()).kernels, async () => void (await setImmediate()));
});

/** Of two parts held out, one after the other. */
async function rowsOf(of: TrainingData): Promise<KnownRow[]> {
  const split = await splitForTest(of, recipe, SEED);
  const folds = foldsOf(of.profiles.ids.length);
  const scores: Record<AttributeVariant, number[][]> = { with: [], without: [], shuffled: [] };
  for (const variant of ATTRIBUTE_VARIANTS)
    for (const fold of [0, 1]) {
      const own = { ...of, profiles: profilesAs(variant, of.profiles, SEED) };
      const isCold = (profile: number): boolean => folds[profile] === fold;
      const part = await coldScores({ data: own, events: of.events, split, isCold, recipe, seed: SEED, fit });
      part.forEach((some, at) => (scores[variant][at] ??= []).push(...some));
    }
  return KNOWN.map((known, at) =>
    knownRow(known, { with: scores.with[at]!, without: scores.without[at]!, shuffled: scores.shuffled[at]! }),
  );
}

test(
  'attributes that decide help most where nothing watched is known, as much as a few titles',
  { timeout: 600_000 },
  async () => {
    const rows = await rowsOf(data);
    const gains = rows.map(({ without }) => without.mean);
    expect(gains).toEqual(gains.toSorted((left, right) => right - left));
    expect(verdictOf(rows[0]!.without)).toBe('better');
    expect(verdictOf(rows[0]!.shuffled)).toBe('better');
    expect(gains[0]).toBeGreaterThan(0.1);
    expect(gains.at(-1)).toBeLessThan(0.02);
    const { verdict, titles } = worthOf(rows);
    expect(verdict).toBe('better');
    expect(titles).toMatchObject({ is: 'about' });
    expect([2, 3, 4]).toContain(titles!.count);
  },
);

test(
  'attributes that were shuffled from the start are about the same as shuffled ones',
  { timeout: 600_000 },
  async () => {
    const rows = await rowsOf({ ...data, profiles: profilesAs('shuffled', data.profiles, 99) });
    expect(rows.map(({ shuffled }) => verdictOf(shuffled))).toEqual(rows.map(() => 'same'));
    expect(worthOf(rows)).toMatchObject({ verdict: 'same', titles: null });
  },
);
