/** Makes a run one that an earlier version of the recipe trained, as version 0.2.0 left it: whole, and read only. */
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { writeFile, writeJson } from '../../src/engine/storage/files';
import { sha256 } from '../../src/engine/storage/read-files';
import type { RunRecord } from '../../src/shared/contract/run';
import { EARLIER_KNOB_NAMES, EARLIER_KNOBS, type EarlierRecipe, knobOf } from '../../src/shared/recipe/earlier';
import type { Knob } from '../../src/shared/recipe/knob';
import { canonicalRecipe } from '../../src/shared/recipe/stored';

export async function makeEarlier(runFolder: string, version: EarlierRecipe['version'] = 3): Promise<void> {
  const file = path.join(runFolder, 'run.json');
  // Their records had no hash of themselves.
  const { recordSha256: _, ...record } = JSON.parse(await readFile(file, 'utf8')) as RunRecord;
  const knobs = Object.fromEntries(
    EARLIER_KNOB_NAMES.map((name) => {
      const knob: Knob = EARLIER_KNOBS[name];
      const value = knobOf(record.recipe, name);
      // A choice that the earlier versions did not have.
      const isNew = knob.kind === 'choice' && !knob.choices.some((choice) => choice === value);
      return [name, value === undefined || isNew ? knob.default : value];
    }),
  );
  const recipe = { version, ...knobs } as EarlierRecipe;
  const text = canonicalRecipe(recipe);
  await writeFile(path.join(runFolder, 'recipe.json'), text);
  const files = record.files && { ...record.files, 'recipe.json': sha256(text) };
  await writeJson(file, { ...record, recipe, recipeSha256: sha256(text), ...(files && { files }) });
}
