/** The data folders that benches name: generated once and kept. */
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { selectTrainingData } from '../../src/engine/data/selection';
import { openSnapshot } from '../../src/engine/data/snapshot';
import type { TrainingData } from '../../src/engine/data/tables';
import { importFolder } from '../../src/engine/import/import-folder';
import { openWorkspace } from '../../src/engine/storage/workspace';
import { completeRecipe } from '../../src/shared/recipe/schema';
import { generateFolder } from '../generate/generate-folder';
import { CONTEST, type GeneratorOptions, SAMPLE } from '../generate/options';

/** Set by the calling bench: a bundle does not know its origin. */
const CACHE = process.env['SHELFWISE_BENCH_CACHE']!;

/** More profiles and titles than a contest's, with shorter histories: about 800,000 pairs. */
const SPARSE: GeneratorOptions = { seed: 1, profiles: 30_000, items: 40_000, events: 1_250_000, dirt: 'none' };

const NAMED: Record<string, GeneratorOptions> = { sample: SAMPLE, contest: CONTEST, sparse: SPARSE };

/** @param name of a generated folder, or a path */
export async function folderOf(name: string): Promise<string> {
  const options = NAMED[name];
  if (options === undefined) return name;
  const folder = path.join(CACHE, 'folders', name);
  if (!existsSync(folder)) await generateFolder(options, folder);
  return folder;
}

/** What a run trains on in such a folder, which is imported once. */
export async function trainingDataOf(name: string): Promise<TrainingData> {
  const workspace = await openWorkspace(path.join(CACHE, 'workspace'));
  const { fingerprint } = await importFolder({ workspace, folder: await folderOf(name) });
  return selectTrainingData(await openSnapshot(workspace, fingerprint), completeRecipe({}));
}
