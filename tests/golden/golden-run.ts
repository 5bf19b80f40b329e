/** The golden runs: a small folder, a seed, and recipes whose hashes must come out the same on every system. */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { importFolder } from '../../src/engine/import/import-folder';
import { createRun } from '../../src/engine/runs/store';
import { readRecord } from '../../src/engine/runs/record';
import { openWorkspace, runFolder } from '../../src/engine/storage/workspace';
import type { RunRecord } from '../../src/shared/contract/run';
import { presetRecipe } from '../../src/shared/recipe/presets';
import { completeRecipe } from '../../src/shared/recipe/schema';
import type { Recipe } from '../../src/shared/recipe/table';

export const SEED = 20260101;
const HERE = import.meta.dirname;

/** A program that trains: this build on this system, or another. */
export interface Trainer {
  readonly script: string;
  /** What an absolute path of this system is called where the program runs. */
  pathOf(file: string): string;
}

const OWN: Trainer = { script: path.join(HERE, '../../out/main/trainer.js'), pathOf: (file) => file };

/** For the small folder. */
const SMALL: Partial<Recipe> = {
  'structure.width': 64,
  'optimiser.batch': 32,
  'stopping.epochs': 6,
  'stopping.patience': 3,
  'als.factors': 24,
};

/** What each row trains: every model, every loss, every format of numbers, and everything that can be mixed in. */
const KNOBS = {
  dae: {},
  als: { model: 'als' },
  'item-knn': { model: 'item-knn' },
  ease: { model: 'ease' },
  filter: { model: 'filter' },
  'low-pass': { model: 'filter', 'filter.lowPass': 0.5, 'filter.vectors': 6 },
  original: presetRecipe('original'),
  binary: { 'loss.kind': 'binary' },
  squared: { 'loss.kind': 'squared' },
  sampled: { 'loss.sample': 16, 'structure.activation': 'relu', 'structure.condition': 'concatenate' },
  bfloat16: { 'numeric.products': 'bfloat16' },
  mixture: {
    'structure.input': 'l1-l2',
    'mixture.members': 2,
    'mixture.trend': true,
    'mixture.companion': 'als',
    'mixture.second': 'item-knn',
    'mixture.weights': 'fixed',
    'mixture.peers': 0.85,
  },
  windows: {
    'mixture.trend': true,
    'mixture.companion': 'chosen',
    'mixture.second': 'chosen',
    'mixture.weights': 'windows',
    'ease.regularisation': 1,
  },
  validation: {
    'stopping.split': 'random',
    'mixture.companion': 'chosen',
    'mixture.second': 'chosen',
    'mixture.weights': 'validation',
    'optimiser.rate': 0.0001,
  },
  chebyshev: { model: 'filter', 'filter.form': 'chebyshev' },
  'chebyshev-mild': {
    'mixture.companion': 'als',
    'mixture.second': 'filter',
    'mixture.weights': 'fixed',
    'filter.form': 'chebyshev-mild',
  },
} satisfies Record<string, Partial<Recipe>>;

export type GoldenRow = keyof typeof KNOBS;
export const GOLDEN_ROWS = Object.keys(KNOBS) as GoldenRow[];

interface GoldenHashes {
  readonly fingerprint: string;
  readonly rows: Readonly<Record<GoldenRow, { readonly weightsSha256: string; readonly listsSha256: string }>>;
}

/** The recipe of a row. */
export const goldenRecipe = (row: GoldenRow): Recipe => completeRecipe({ ...KNOBS[row], ...SMALL });

export async function goldenHashes(): Promise<GoldenHashes> {
  return JSON.parse(await readFile(path.join(HERE, 'hashes.json'), 'utf8')) as GoldenHashes;
}

/**
 * Imports the golden folder and trains a golden run in a trainer process.
 * @param program that runs the trainer: this Node, another Node, or an emulator before a Node
 * @param settings environment variables of the trainer
 * @param trainer what that program runs
 */
export async function trainGolden(
  row: GoldenRow,
  program: readonly string[] = [process.execPath],
  settings: Readonly<Record<string, string>> = {},
  trainer: Trainer = OWN,
): Promise<{ readonly record: RunRecord; readonly output: string }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-golden-'));
  try {
    await cp(path.join(HERE, 'folder'), path.join(folder, 'data'), { recursive: true });
    const workspace = await openWorkspace(path.join(folder, 'workspace'));
    const dataset = await importFolder({ workspace, folder: path.join(folder, 'data') });
    const { runId } = await createRun(workspace, { dataset, recipe: goldenRecipe(row), seed: SEED });
    const run = runFolder(workspace, runId);
    const words = [trainer.pathOf(trainer.script), 'run', trainer.pathOf(workspace.folder), trainer.pathOf(run)];
    const output = await runTrainer([...program, ...words], settings, path.join(folder, 'output.txt'));
    return { record: await readRecord(run), output };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Windows' Node, under Wine, can write to a file, but not to a pipe of Linux. */
async function runTrainer(
  [program, ...words]: readonly string[],
  settings: Readonly<Record<string, string>>,
  file: string,
): Promise<string> {
  const output = await open(file, 'w');
  try {
    const child = spawn(program!, words, {
      env: { ...process.env, ...settings },
      stdio: ['ignore', output.fd, output.fd],
    });
    const ended = await new Promise<string>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (status, signal) => resolve(`Ended with status ${status}, signal ${signal}.`));
    });
    return `${await readFile(file, 'utf8')}${ended}`;
  } finally {
    await output.close();
  }
}
