/**
 * The valid originals of all cases: one small data set with everything in it, and a run of each model, trained once.
 */
import * as path from 'node:path';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import { bundleRun } from '../../../src/features/bundles/engine/bundle-run';
import { importFolder } from '../../../src/engine/import/import-folder';
import { createRun } from '../../../src/engine/runs/store';
import { openWorkspace, runFolder, type Workspace } from '../../../src/engine/storage/workspace';
import { trainRun } from '../../../src/engine/training/train/train-run';
import type { Dataset } from '../../../src/shared/contract/dataset';
import type { ModelName } from '../../../src/shared/recipe/models';
import { completeRecipe } from '../../../src/shared/recipe/schema';
import { makeSmallFolder } from '../../support/small-folder';
import { contentsOf } from '../../support/zip-files';
import { DATASET, objectIn, type Parts, put, resealed, withManifest } from './seal';

export type { Parts };

export type Model = ModelName;

/** A run that trains at once, with more titles than a list holds. */
const RECIPE = {
  'structure.width': 4,
  'stopping.rule': 'fixed',
  'stopping.epochs': 1,
  'optimiser.batch': 8,
  'als.factors': 4,
  'als.passes': 1,
} as const;

interface Originals {
  readonly workspace: Workspace;
  readonly dataset: Dataset;
  /** The user's folder, in the contest's layout, every file of it. */
  readonly source: string;
}

let making: Promise<Originals> | null = null;
const bundles = new Map<string, Promise<Parts>>();

/** A small folder with every file and some dirt, imported. */
export function originals(): Promise<Originals> {
  making ??= makeOriginals();
  return making;
}

async function makeOriginals(): Promise<Originals> {
  const { folder } = await makeSmallFolder({
    profiles: 16,
    items: 60,
    eventsPerProfile: 8,
    everyFile: true,
    dirt: { shortRows: 2, lateSeconds: 3 },
  });
  const root = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-originals-'));
  const workspace = await openWorkspace(path.join(root, 'workspace'));
  const source = path.join(root, 'source');
  await fs.rename(folder, source);
  return { workspace, source, dataset: await importFolder({ workspace, folder: source }) };
}

/** The parts of a bundle of that model's run; each call returns copies. */
export async function bundleParts(model: Model = 'popularity', withData = true): Promise<Parts> {
  const key = `${model} ${withData}`;
  if (!bundles.has(key)) bundles.set(key, trainAndBundle(model, withData));
  return Object.fromEntries(
    Object.entries(await bundles.get(key)!).map(([name, content]) => [name, Buffer.from(content)]),
  );
}

async function trainAndBundle(model: Model, withData: boolean): Promise<Parts> {
  const { workspace, dataset } = await originals();
  const recipe = completeRecipe({ ...RECIPE, model });
  const { runId } = await createRun(workspace, { dataset, recipe, seed: 5, name: `hostile ${model}` });
  await trainRun(workspace.folder, runFolder(workspace, runId));
  const out = path.join(path.dirname(workspace.folder), `${model}-${withData}.shelfwise`);
  await bundleRun({ workspace, runId, out, withData });
  return timeless(await contentsOf(out));
}

/** Removes what differs between trainings: the same seed has to give the same mutations. */
async function timeless(parts: Parts): Promise<Parts> {
  const day = '2026-01-02T03:04:05.000Z';
  put(parts, 'run.json', 'runId', 'rhostile22');
  for (const field of ['createdAt', 'finishedAt']) put(parts, 'run.json', field, day);
  for (const field of ['seconds', 'peakMemory']) put(parts, 'run.json', field, 1);
  const { stages } = objectIn(parts, 'run.json') as { stages: { seconds: number }[] };
  put(
    parts,
    'run.json',
    'stages',
    stages.map((stage) => ({ ...stage, seconds: 1 })),
  );
  if (parts['epochs.jsonl'])
    parts['epochs.jsonl'] = Buffer.from(
      parts['epochs.jsonl'].toString().replaceAll(/"seconds":[^,}]+/g, '"seconds":1'),
    );
  if (parts[DATASET]) {
    put(parts, DATASET, 'importedAt', day);
    const { files } = objectIn(parts, DATASET) as { files: object[] };
    put(
      parts,
      DATASET,
      'files',
      files.map((file) => ({ ...file, modifiedMs: 1, changedMs: 1 })),
    );
  }
  return withManifest(await resealed(parts, { fingerprint: false }));
}

/** Takes away what was made. */
export async function removeOriginals(): Promise<void> {
  if (making === null) return;
  await fs.rm(path.dirname((await making).workspace.folder), { recursive: true, force: true });
}
