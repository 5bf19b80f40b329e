/** The golden run by the command line of a package, in a process of whatever system it is for. */
import { cpSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { expect } from 'vitest';
import type { RunRecord } from '../../../src/shared/contract/run';
import { goldenHashes, goldenRecipe, SEED } from '../../golden/golden-run';

const FOLDER = path.join(import.meta.dirname, '../../golden/folder');

/** Puts the data and the recipe into a folder, and returns the words that train it there. */
export function layGolden(folder: string, pathOf: (file: string) => string = (file) => file): string[] {
  const [data, recipe] = [path.join(folder, 'data'), path.join(folder, 'recipe.json')];
  cpSync(FOLDER, data, { recursive: true });
  writeFileSync(recipe, JSON.stringify(goldenRecipe('dae')));
  return ['train', '--data', pathOf(data), '--recipe', pathOf(recipe), '--seed', String(SEED), '--quiet', '--json'];
}

/** @param answer what the command printed */
export async function expectGoldenAnswer(answer: string): Promise<RunRecord> {
  const { fingerprint, rows } = await goldenHashes();
  const run = JSON.parse(answer) as RunRecord;
  expect(run.status).toBe('finished');
  expect(run.environment).toMatchObject({ backend: 'tensorflow', flags: { SHELFWISE_KERNELS: 'exact' } });
  expect(run.environment!.tensorflowSha256).toMatch(/^[0-9a-f]{64}$/);
  expect(run.dataset.fingerprint).toBe(fingerprint);
  const { weightsSha256, listsSha256 } = run;
  expect({ weightsSha256, listsSha256 }).toEqual(rows.dae);
  return run;
}
