/** How good the models are on a data folder, and how their defaults are chosen. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { importFolder } from '../../src/engine/import/import-folder';
import { selectTrainingData } from '../../src/engine/data/selection';
import { openSnapshot } from '../../src/engine/data/snapshot';
import type { TrainingData } from '../../src/engine/data/tables';
import { shuffledProfiles } from '../../src/engine/evaluate/shuffled-profiles';
import { mappingSchema } from '../../src/shared/contract';
import { loadBackend } from '../../src/engine/model/backend';
import { createFitModel } from '../../src/engine/fit/fit-model';
import { openWorkspace } from '../../src/engine/storage/workspace';
import { leaderboardRecipe, SHUFFLED_PROFILES } from '../../src/shared/recipe/presets';
import { completeRecipe, parseAssignment } from '../../src/shared/recipe/schema';
import type { Recipe } from '../../src/shared/recipe/table';
import { measureCold } from './cold';
import { measure } from './measure';
import { type Part, PARTS } from './parts';

const HELP = `Scores of models on a data folder, one JSON line each.

  node bench/quality/main.mjs --data FOLDER [--mapping FILE] [--models a,b] [--parts ${PARTS.join(',')}] [--seeds 3] [--set knob=value,knob=value]...

  Models are rows of the leaderboard (ease, dae-balanced, ...); each --set is a setting of its own to try.
  random, time and cold are test parts; choose by random-validation, rolling and cold-validation.
`;

export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string' },
      mapping: { type: 'string' },
      models: { type: 'string', default: 'popularity,recent,trend,item-knn,ease,als,dae-balanced' },
      parts: { type: 'string', default: 'random,time,rolling' },
      seeds: { type: 'string', default: '3' },
      set: { type: 'string', multiple: true, default: [''] },
    },
  });
  const parts = values.parts.split(',').filter((name): name is Part => PARTS.some((part) => part === name));
  if (values.data === undefined || parts.length === 0) {
    process.stderr.write(HELP);
    return 2;
  }
  const { kernels } = await loadBackend('portable');
  const fit = createFitModel(kernels, async () => void (await setImmediate()));
  const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => index + 1);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-quality-'));
  try {
    const load = await loaderOf(folder, values.data, values.mapping);
    for (const part of parts)
      for (const model of values.models.split(','))
        for (const set of values.set) {
          const recipe = recipeOf(model, set);
          const data = await load(recipe);
          const profiles = model === SHUFFLED_PROFILES ? shuffledProfiles(data.profiles, 1) : data.profiles;
          const job = { data: { ...data, profiles }, part, recipe, seeds, fit };
          const lines = part.startsWith('cold') ? await measureCold(job) : [await measure(job)];
          for (const line of lines) process.stdout.write(`${JSON.stringify({ part, model, set, ...line })}\n`);
        }
  } finally {
    await rm(folder, { recursive: true });
  }
  return 0;
}

function recipeOf(model: string, set: string): Recipe {
  return completeRecipe(
    Object.fromEntries(set.split(',').filter(Boolean).map(parseAssignment)),
    leaderboardRecipe(model),
  );
}

/** Imports once; what a recipe selects is read anew, because recipes may select other events. */
async function loaderOf(
  temporary: string,
  folder: string,
  mappingFile?: string,
): Promise<(recipe: Recipe) => Promise<TrainingData>> {
  const workspace = await openWorkspace(temporary);
  const mapping = mappingFile && mappingSchema.parse(JSON.parse(await readFile(mappingFile, 'utf8')));
  const { fingerprint } = await importFolder({ workspace, folder, ...(mapping && { mapping }) });
  const snapshot = await openSnapshot(workspace, fingerprint);
  return (recipe) => selectTrainingData(snapshot, recipe);
}
