/** A real run: a small folder imported, a trainer launched, its record awaited. Needs the built trainer (npm run setup builds it). */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll } from 'vitest';
import { importFolder } from '../../src/engine/import/import-folder';
import { numericEnvironment } from '../../src/engine/environment/numeric-mode';
import { createRun } from '../../src/engine/runs/store';
import type { Trainer } from '../../src/engine/trainers/trainer-launcher';
import { verifyRun } from '../../src/engine/verify/verify';
import { watchRun } from '../../src/engine/watch/watch-run';
import { makeFolder } from '../../src/engine/storage/files';
import { runFolder, type Workspace } from '../../src/engine/storage/workspace';
import { createTrainerLauncher } from '../../src/host/launcher';
import type { Dataset, Progress, RunRecord, Verification } from '../../src/shared/contract';
import { completeRecipe } from '../../src/shared/recipe/schema';
import { finalValue } from '../../src/shared/final-value';
import { temporaryFolder, temporaryWorkspace } from './finished-run';
import { writeTables } from './small-folder';

export const launcher = createTrainerLauncher({ endsWithParent: true });

/** IDs that occur nowhere by chance, so that a search for them means something. */
export const profileId = (index: number): string => String(880000017 + 1009 * index);
export const itemId = (index: number): string => String(7100 + index);

/** Two groups of profiles and items, each watching its own; more items than two lists hold. */
export async function writeDistinctiveFolder(folder: string, profiles = 24, items = 60): Promise<void> {
  const history = ['profile_id,ss_id,log_time,act_target_dtl,album_id,payment,continuous_play,short_trailer'];
  const attributes = ['profile_id,sex,age'];
  const albums = ['album_id,title'];
  for (let item = 0; item < items; item++) albums.push(`${itemId(item)},"Title, no. ${item}"`);
  for (let profile = 0; profile < profiles; profile++) {
    attributes.push(`${profileId(profile)},${profile % 2 ? 'M' : 'F'},${1 + (profile % 12)}`);
    for (let event = 0; event < 8; event++) {
      const item = (profile % 2) + 2 * ((profile + event * (1 + (profile % 3))) % (items / 2));
      const day = String(1 + event * 3).padStart(2, '0');
      const minute = String((profile * 7 + event) % 60).padStart(2, '0');
      history.push(`${profileId(profile)},${event},202603${day}12${minute}00,IFSUC0001,${itemId(item)},0,N,N`);
    }
  }
  await writeTables(folder, { 'history_data.csv': history, 'profile_data.csv': attributes, 'meta_data.csv': albums });
}

export interface Trained {
  workspace: Workspace;
  /** The user's folder. */
  source: string;
  dataset: Dataset;
  folder: string;
  record: RunRecord;
}

export const SMALL_RECIPE = {
  'structure.width': 8,
  'stopping.rule': 'fixed',
  'stopping.epochs': 4,
  'optimiser.batch': 8,
  'numeric.mode': 'portable',
} as const;

export async function importDistinctive(
  workspace?: Workspace,
  profiles?: number,
): Promise<Omit<Trained, 'folder' | 'record'>> {
  const source = path.join(await temporaryFolder(), 'theirs');
  await writeDistinctiveFolder(source, profiles);
  const into = workspace ?? (await temporaryWorkspace());
  return { workspace: into, source, dataset: await importFolder({ workspace: into, folder: source }) };
}

/** Launches a trainer on a new run without waiting for it. */
export async function startRun(
  workspace: Workspace,
  dataset: Dataset,
  knobs: Record<string, unknown> = {},
): Promise<{ folder: string; runId: string; trainer: Trainer }> {
  const recipe = completeRecipe({ ...SMALL_RECIPE, ...knobs });
  const { runId } = await createRun(workspace, { dataset, recipe, seed: 5 });
  const folder = runFolder(workspace, runId);
  return { folder, runId, trainer: launch(workspace, folder, recipe['numeric.mode']) };
}

export function launch(workspace: Workspace, folder: string, mode: RunRecord['recipe']['numeric.mode']): Trainer {
  const environment = numericEnvironment(mode);
  return launcher.launch({ workspaceFolder: workspace.folder, runFolder: folder, environment });
}

export async function trainedRun(knobs: Record<string, unknown> = {}): Promise<Trained> {
  const imported = await importDistinctive();
  const { folder, trainer } = await startRun(imported.workspace, imported.dataset, knobs);
  const record = await finalValue(watchRun(folder));
  const { output } = await trainer.ended;
  if (record.status !== 'finished') throw new Error(`${record.status}: ${record.reason?.message} ${output}`);
  return { ...imported, folder, record };
}

/** Folders of runs by the knobs they were trained with, for the tests of one file. */
const trainedBefore = new Map<string, Promise<{ kept: string; record: RunRecord }>>();
afterAll(async () => {
  for (const before of trainedBefore.values()) await fs.rm((await before).kept, { recursive: true, force: true });
});

/**
 * As `trainedRun`, in a workspace of its own too, but trained once for all tests of a file and copied to the others: for what is asked of a
 * run that may have come from elsewhere.
 */
export async function copiedRun(knobs: Record<string, unknown> = {}): Promise<Trained> {
  const key = JSON.stringify(knobs);
  if (!trainedBefore.has(key)) trainedBefore.set(key, trainToKeep(knobs));
  const { kept, record } = await trainedBefore.get(key)!;
  const imported = await importDistinctive();
  const folder = runFolder(imported.workspace, record.runId);
  await makeFolder(imported.workspace.runs);
  await fs.cp(kept, folder, { recursive: true });
  return { ...imported, folder, record };
}

async function trainToKeep(knobs: Record<string, unknown>): Promise<{ kept: string; record: RunRecord }> {
  const { folder, record } = await trainedRun(knobs);
  const kept = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-trained-'));
  await fs.cp(folder, kept, { recursive: true });
  return { kept, record };
}

export async function verified(
  workspace: Workspace,
  runId: string,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Verification> {
  const verification = verifyRun({ workspace, runId, launcher });
  for (;;) {
    const { done, value } = await verification.next();
    if (done === true) return value;
    onProgress(value);
  }
}
