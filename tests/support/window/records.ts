/** A data set and runs as written by the program, from a released workspace, and hand-made rows. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { datasetSchema, type Dataset } from '../../../src/shared/contract/dataset';
import { runSchema, type Run } from '../../../src/shared/contract/run-life';
import { recipeAgain } from '../../../src/shared/recipe/schema';
import type { ProfileRow } from '../../../src/shared/contract/profiles';

const WORKSPACE = path.join(import.meta.dirname, '../../workspaces/0.1.0');
const readJson = (...place: string[]): object =>
  JSON.parse(fs.readFileSync(path.join(WORKSPACE, ...place), 'utf8')) as object;

const [FINGERPRINT] = fs.readdirSync(path.join(WORKSPACE, 'datasets'));

const UNMARKED = { name: null, starred: false, archived: false, note: '', revision: 0, changedAt: null };
const recorded = (id: string): Run => runSchema.parse({ ...readJson('runs', id, 'run.json'), marks: UNMARKED });
/** As a run of the present recipe version. */
const run = (id: string): Run => {
  const there = recorded(id);
  return { ...there, recipe: recipeAgain(there.recipe) };
};

export const dataset = (): Dataset => datasetSchema.parse(readJson('datasets', FINGERPRINT!, 'dataset.json'));
/** A finished run of the autoencoder. */
export const autoencoderRun = (): Run => run('rbzbnb3zjb');
/** The same run as it was recorded, of an earlier recipe version. */
export const earlierRun = (): Run => recorded('rbzbnb3zjb');
/** A finished run of a baseline. */
export const popularityRun = (): Run => run('rtcv7vaqaj');
/** A row of the grid of profiles, of one outside the hold-out. */
export const profileRow = (profile: string): ProfileRow => ({
  profile,
  attributes: {},
  watched: 1,
  lastActive: null,
  latest: [],
  taste: [],
  recall: null,
  score: null,
  found: null,
  reviewed: false,
  noted: false,
  stability: null,
});
