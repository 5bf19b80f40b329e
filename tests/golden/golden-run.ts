/** The golden run: a small folder, a recipe and a seed whose hashes must come out the same in every build, for good. */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { importFolder } from '../../src/engine/import/import-folder';
import { numericEnvironment } from '../../src/engine/machine/environment/numeric-mode';
import { createRun } from '../../src/engine/runs/store';
import { readRecord } from '../../src/engine/runs/record';
import { openWorkspace, runFolder } from '../../src/engine/storage/workspace';
import type { RunRecord } from '../../src/shared/contract/run';
import type { ModelName } from '../../src/shared/recipe/models';
import { completeRecipe } from '../../src/shared/recipe/schema';
import type { Recipe } from '../../src/shared/recipe/table';

export const GOLDEN_SEED = 20260101;
const HERE = import.meta.dirname;
/** Settings for the small golden folder, where a model's default is meant for catalogues. */
const SMALL: { [Name in ModelName]?: Partial<Recipe> } = { als: { 'als.factors': 24 } };
/**
 * Knobs with golden rows: everything that can be mixed in, chosen on windows in time; products in bfloat16; the
 * filter's low-pass.
 */
export type GoldenKnobs = 'mixture' | 'bfloat16' | 'low-pass';
const TRAINER = path.join(HERE, '../../out/main/trainer.js');

export interface GoldenRow {
  readonly recipeVersion: Recipe['version'];
  readonly model: ModelName;
  /** File of knobs beside recipe.json; none if absent. */
  readonly knobs?: GoldenKnobs;
  readonly backend: 'tensorflow' | 'wasm';
  /** The kernels on the backend tensorflow; "tensorflow" for WASM too, which has its own instead. */
  readonly kernels: 'exact' | 'tensorflow';
  /** Version of libtensorflow, or of the WASM kernels. */
  readonly version: string;
  /** "linux-x64"; "any" for the WASM row, which every system must match. */
  readonly platform: string;
  readonly mode: 'portable' | 'everywhere';
  readonly weightsSha256: string;
  readonly listsSha256: string;
}

export interface GoldenHashes {
  readonly fingerprint: string;
  readonly rows: readonly GoldenRow[];
}

export async function goldenHashes(): Promise<GoldenHashes> {
  return JSON.parse(await readFile(path.join(HERE, 'hashes.json'), 'utf8')) as GoldenHashes;
}

export interface GoldenOutcome {
  readonly record: RunRecord;
  readonly output: string;
  readonly knobs?: GoldenKnobs;
}

/**
 * Imports the golden folder and trains the golden run in a trainer process.
 * @param program that runs the trainer: this Node, another Node, or an emulator before a Node
 */
export async function trainGolden(
  version: Recipe['version'],
  mode: GoldenRow['mode'],
  program: readonly string[] = [process.execPath],
  model: ModelName = 'dae',
  knobs?: GoldenKnobs,
): Promise<GoldenOutcome> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-golden-'));
  try {
    await cp(path.join(HERE, 'folder'), path.join(folder, 'data'), { recursive: true });
    const workspace = await openWorkspace(path.join(folder, 'workspace'));
    const dataset = await importFolder({ workspace, folder: path.join(folder, 'data') });
    const own = await knobsOf('recipe');
    const more = knobs === undefined ? SMALL[model] : await knobsOf(knobs);
    const recipe = completeRecipe({ ...own, ...more, model, version, 'numeric.mode': mode });
    const { runId } = await createRun(workspace, { dataset, recipe, seed: GOLDEN_SEED });
    const run = runFolder(workspace, runId);
    const output = await runTrainer(program, ['run', workspace.folder, run], mode);
    return { record: await readRecord(run), output, ...(knobs && { knobs }) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const knobsOf = async (name: 'recipe' | GoldenKnobs): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(path.join(HERE, `${name}.json`), 'utf8')) as Record<string, unknown>;

function runTrainer(program: readonly string[], words: readonly string[], mode: GoldenRow['mode']): Promise<string> {
  const environment: NodeJS.ProcessEnv = { ...process.env };
  for (const [name, value] of Object.entries(numericEnvironment(mode)))
    if (value === null) delete environment[name];
    else environment[name] = value;
  const child = spawn(program[0]!, [...program.slice(1), TRAINER, ...words], {
    env: environment,
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
