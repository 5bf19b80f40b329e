/** Measures how good the models are on a data folder, and how their defaults are chosen. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { importFolder } from '../../src/engine/import/import-folder';
import { selectTrainingData } from '../../src/engine/data/selection';
import { openSnapshot } from '../../src/engine/data/snapshot';
import type { TrainingData } from '../../src/engine/data/tables';
import { shuffledProfiles } from '../../src/engine/model/evaluate/attribute-variants';
import { mappingSchema } from '../../src/shared/contract/dataset';
import { loadBackend } from '../../src/engine/model/backend';
import { createFitModel } from '../../src/engine/training/fit/fit-model';
import { openWorkspace } from '../../src/engine/storage/workspace';
import { leaderboardRecipe, SHUFFLED_PROFILES } from '../../src/shared/recipe/presets';
import { completeRecipe, parseAssignment } from '../../src/shared/recipe/schema';
import type { Recipe } from '../../src/shared/recipe/table';
import { readOptions, REQUIRED } from '../support/options.mjs';
import { type Measured, tableOf } from './beside';
import { measureCold } from './cold';
import { measure } from './measure';
import { PARTS } from './parts';

const HELP = `Scores of models on a data folder, one JSON line each.

  node bench/quality/main.mjs --data FOLDER [--mapping FILE] [--models a,b] [--parts ${PARTS.join(',')}] [--seeds 3] [--set knob=value,knob=value]... [--beside]

  Models are rows of the leaderboard (ease, dae-balanced, ...); each --set is a setting of its own to try.
  random, time and cold are hold-outs; choose by random-validation, rolling and cold-validation.
  --beside ends with a table for each hold-out but cold: how far each autoencoder is from each baseline, and what a fit costs.
`;

export async function main(args: string[]): Promise<number> {
  const values = readOptions(
    HELP,
    {
      data: REQUIRED,
      mapping: null,
      models: 'popularity,recent,trend,item-knn,ease,als,dae-balanced',
      parts: { among: PARTS, usually: ['random', 'time', 'rolling'] },
      seeds: 3,
      set: { repeated: [''] },
      beside: false,
    },
    args,
  );
  const { kernels } = await loadBackend();
  const fit = createFitModel(kernels, async () => void (await setImmediate()));
  const seeds = Array.from({ length: values.seeds }, (_, index) => index + 1);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-quality-'));
  const besides: Measured[] = [];
  try {
    const load = await loaderOf(folder, values.data, values.mapping);
    for (const part of values.parts)
      for (const model of values.models.split(','))
        for (const set of values.set) {
          const recipe = recipeOf(model, set);
          const data = await load(recipe);
          const profiles = model === SHUFFLED_PROFILES ? shuffledProfiles(data.profiles, 1) : data.profiles;
          const job = { data: { ...data, profiles }, part, recipe, seeds, fit };
          const print = (line: object): boolean =>
            process.stdout.write(`${JSON.stringify({ part, model, set, ...line })}\n`);
          if (part.startsWith('cold')) {
            (await measureCold(job)).forEach(print);
            continue;
          }
          const { line, measured } = await measure(job);
          print(line);
          besides.push({ ...measured, model: set === '' ? model : `${model} ${set}` });
        }
    if (values.beside)
      for (const part of values.parts.filter((one) => besides.some((measured) => measured.part === one)))
        process.stdout.write(`\n${tableOf(part, besides)}\n`);
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

/** Imports once; reads the selection anew per recipe, because recipes may select other events. */
async function loaderOf(
  temporary: string,
  folder: string,
  mappingFile: string | null,
): Promise<(recipe: Recipe) => Promise<TrainingData>> {
  const workspace = await openWorkspace(temporary);
  const mapping = mappingFile !== null && mappingSchema.parse(JSON.parse(await readFile(mappingFile, 'utf8')));
  const { fingerprint } = await importFolder({ workspace, folder, ...(mapping && { mapping }) });
  const snapshot = await openSnapshot(workspace, fingerprint);
  return (recipe) => selectTrainingData(snapshot, recipe);
}
