/** The golden runs: a small folder, a seed, and recipes whose hashes must come out the same on every system. */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
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

const SEED = 20260101;
const HERE = import.meta.dirname;
const TRAINER = path.join(HERE, '../../out/main/trainer.js');

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
    'mixture.weights': 'windows',
    'mixture.peers': 0.85,
    'ease.regularisation': 100_000,
  },
} satisfies Record<string, Partial<Recipe>>;

export type GoldenRow = keyof typeof KNOBS;
export const GOLDEN_ROWS = Object.keys(KNOBS) as GoldenRow[];

interface GoldenHashes {
  readonly fingerprint: string;
  readonly rows: Readonly<Record<GoldenRow, { readonly weightsSha256: string; readonly listsSha256: string }>>;
}

export async function goldenHashes(): Promise<GoldenHashes> {
  return JSON.parse(await readFile(path.join(HERE, 'hashes.json'), 'utf8')) as GoldenHashes;
}

/**
 * Imports the golden folder and trains a golden run in a trainer process.
 * @param program that runs the trainer: this Node, another Node, or an emulator before a Node
 * @param settings environment variables of the trainer
 */
export async function trainGolden(
  row: GoldenRow,
  program: readonly string[] = [process.execPath],
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly record: RunRecord; readonly output: string }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-golden-'));
  try {
    await cp(path.join(HERE, 'folder'), path.join(folder, 'data'), { recursive: true });
    const workspace = await openWorkspace(path.join(folder, 'workspace'));
    const dataset = await importFolder({ workspace, folder: path.join(folder, 'data') });
    const recipe = completeRecipe({ ...KNOBS[row], ...SMALL });
    const { runId } = await createRun(workspace, { dataset, recipe, seed: SEED });
    const run = runFolder(workspace, runId);
    const output = await runTrainer(program, ['run', workspace.folder, run], settings);
    return { record: await readRecord(run), output };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function runTrainer(
  program: readonly string[],
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<string> {
  const child = spawn(program[0]!, [...program.slice(1), TRAINER, ...words], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(output));
  });
}
