/** A data set and runs as written by the program, from a released workspace, and hand-made rows. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { datasetSchema, type Dataset } from '../../../src/shared/contract/dataset';
import { runSchema, type Run } from '../../../src/shared/contract/run-life';
import type { ProfileRow } from '../../../src/shared/contract/profiles';

const WORKSPACE = path.join(import.meta.dirname, '../../workspaces/1.0.0');
const readJson = (...place: string[]): object =>
  JSON.parse(fs.readFileSync(path.join(WORKSPACE, ...place), 'utf8')) as object;

const [FINGERPRINT] = fs.readdirSync(path.join(WORKSPACE, 'datasets'));

const UNMARKED = { name: null, starred: false, archived: false, note: '', revision: 0, changedAt: null };
const run = (id: string, name: string): Run =>
  runSchema.parse({ ...readJson('runs', id, 'run.json'), name, marks: UNMARKED });

export const dataset = (): Dataset => datasetSchema.parse(readJson('datasets', FINGERPRINT!, 'dataset.json'));
/** A finished run of the autoencoder. */
export const autoencoderRun = (): Run => run('r9cu59ftet', 'quick');
/** A finished run of a baseline. */
export const popularityRun = (): Run => run('rsxrsu43du', 'popularity, kids, seed 1');
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
