/**
 * The synthetic data set of contest size, or a multiple of it: generated and imported once, then read from its
 * snapshot.
 */
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { importFolder } from '../../src/engine/import/import-folder';
import { selectTrainingData } from '../../src/engine/data/selection';
import { openSnapshot } from '../../src/engine/data/snapshot';
import type { TrainingData } from '../../src/engine/data/tables';
import { openWorkspace } from '../../src/engine/storage/workspace';
import { completeRecipe } from '../../src/shared/recipe/schema';
import { generateFolder } from '../generate/generate-folder';
import { CONTEST } from '../generate/options';

/** Set by asked.mjs: a bundle does not know its origin. */
const CACHE = process.env['SHELFWISE_BENCH_CACHE']!;

export async function contestData(): Promise<TrainingData> {
  const workspace = await openWorkspace(path.join(CACHE, 'workspace'));
  const note = path.join(CACHE, 'contest.json');
  if (!existsSync(note)) {
    const folder = path.join(CACHE, 'contest');
    await generateFolder(CONTEST, folder);
    const { fingerprint } = await importFolder({ workspace, folder });
    await writeFile(note, JSON.stringify({ fingerprint }));
  }
  const { fingerprint } = JSON.parse(readFileSync(note, 'utf8')) as { fingerprint: string };
  return selectTrainingData(await openSnapshot(workspace, fingerprint), completeRecipe({}));
}
