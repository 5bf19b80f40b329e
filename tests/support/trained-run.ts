/**
 * A real run: imports a small folder, launches a trainer, waits for its record. Needs the built trainer (npm run setup
 * builds it).
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { importFolder } from '../../src/engine/import/import-folder';
import { computingEnvironment } from '../../src/engine/machine/environment/computing';
import { createRun } from '../../src/engine/runs/store';
import type { Trainer } from '../../src/engine/machine/trainers/trainer-launcher';
import { verifyRun } from '../../src/features/verify/engine/verify';
import { watchRun } from '../../src/engine/runs/watch/watch-run';
import { openWorkspace, runFolder, type Workspace } from '../../src/engine/storage/workspace';
import { createTrainerLauncher } from '../../src/host/launcher';
import type { Dataset } from '../../src/shared/contract/dataset';
import type { Progress } from '../../src/shared/contract/progress';
import type { RunRecord, Verification } from '../../src/shared/contract/run';
import { completeRecipe } from '../../src/shared/recipe/schema';
import { finalValue } from '../../src/shared/values/final-value';
import { temporaryFolder, temporaryWorkspace } from './finished-run';
import { keptOnce } from './kept';
import { writeTables } from './small-folder';

export const launcher = createTrainerLauncher({ endsWithParent: true });

/** IDs that occur nowhere else, so that a search for them is meaningful. */
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
} as const;

export type Imported = Omit<Trained, 'folder' | 'record'>;

/** The distinctive folder, imported once for all test files and copied, unless it goes into an existing workspace. */
export async function importDistinctive(workspace?: Workspace, profiles?: number): Promise<Imported> {
  const write = (folder: string): Promise<void> => writeDistinctiveFolder(folder, profiles);
  if (workspace !== undefined) return importedNow(workspace, write);
  return importedOnce(`data of ${profiles ?? 'all'}`, write);
}

/**
 * A folder that is imported once for all test files, and copied.
 * @param name everything that its content depends on
 */
export async function importedOnce(name: string, write: (folder: string) => Promise<void>): Promise<Imported> {
  const kept = await keptOnce(name, async (into) => keep(into, await importedNow(await temporaryWorkspace(), write)));
  return copyOf(kept);
}

async function importedNow(workspace: Workspace, write: (folder: string) => Promise<void>): Promise<Imported> {
  const source = path.join(await temporaryFolder(), 'theirs');
  await write(source);
  return { workspace, source, dataset: await importFolder({ workspace, folder: source }) };
}

async function keep(into: string, { workspace, source, dataset }: Imported): Promise<void> {
  await fs.cp(workspace.folder, path.join(into, 'workspace'), { recursive: true });
  await fs.cp(source, path.join(into, 'theirs'), { recursive: true });
  await fs.writeFile(path.join(into, 'dataset.json'), JSON.stringify(dataset));
}

/** A copy in new folders, without the folder that the data set was imported from. */
async function copyOf(kept: string): Promise<Imported> {
  const folder = await temporaryFolder();
  await fs.cp(kept, folder, { recursive: true });
  const dataset = JSON.parse(await fs.readFile(path.join(kept, 'dataset.json'), 'utf8')) as Dataset;
  const source = path.join(folder, 'theirs');
  const workspace = await openWorkspace(path.join(folder, 'workspace'));
  const file = path.join(workspace.datasets, dataset.fingerprint, 'dataset.json');
  const written = await fs.readFile(file, 'utf8');
  await fs.writeFile(file, written.replaceAll(JSON.stringify(dataset.folder), JSON.stringify(source)));
  return { workspace, source, dataset: { ...dataset, folder: source } };
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
  return { folder, runId, trainer: launch(workspace, folder) };
}

export function launch(workspace: Workspace, folder: string): Trainer {
  const environment = computingEnvironment();
  return launcher.launch({ workspaceFolder: workspace.folder, runFolder: folder, environment });
}

/**
 * A finished run in its own workspace, which the test may change. It is trained once for all test files and copied, so
 * it costs next to nothing: use it for any run whose training itself is not tested.
 */
export async function trainedRun(knobs: Record<string, unknown> = {}): Promise<Trained> {
  const kept = await keptOnce(`run ${JSON.stringify(knobs)}`, async (into) => {
    const trained = await trainedAnew(knobs);
    await keep(into, trained);
    await fs.writeFile(path.join(into, 'run.json'), JSON.stringify(trained.record));
  });
  const record = JSON.parse(await fs.readFile(path.join(kept, 'run.json'), 'utf8')) as RunRecord;
  const imported = await copyOf(kept);
  return { ...imported, folder: runFolder(imported.workspace, record.runId), record };
}

/** Like `trainedRun`, but trained now in a process with the current environment, for tests of training itself. */
export async function trainedAnew(knobs: Record<string, unknown> = {}): Promise<Trained> {
  const imported = await importDistinctive();
  const { folder, trainer } = await startRun(imported.workspace, imported.dataset, knobs);
  const record = await finalValue(watchRun(folder));
  const { output } = await trainer.ended;
  if (record.status !== 'finished') throw new Error(`${record.status}: ${record.reason?.message} ${output}`);
  return { ...imported, folder, record };
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
