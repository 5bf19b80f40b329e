/** Creates, finds and lists the runs of a workspace. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyRecord, DamagedRun, EarlierRecord, RunRecord } from '../../shared/contract/run';
import type { Dataset } from '../../shared/contract/dataset';
import type { DeviceChoice } from '../../shared/contract/device';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { type Said, say, textOf } from '../../shared/words/sentence';
import { canonicalRecipe } from '../../shared/recipe/stored';
import type { Recipe } from '../../shared/recipe/table';
import { allowedWords } from '../../shared/values/suggest';
import { readForgottenRun, whyForgotten } from './forgotten-run';
import { refuseWhileForgetting } from '../data/privacy/intention';
import { makeFolder, removeFile, removeFolder, writeFile } from '../storage/files';
import { RUN_NAME } from '../storage/names';
import { runFolder, type Workspace } from '../storage/workspace';
import { type Heartbeat, readHeartbeat } from '../machine/trainers/heartbeat';
import { isAtWork } from '../machine/trainers/signs-of-life';
import { announceStart, clearStop, withdrawStart } from '../machine/trainers/lock';
import { readOpened, writeOpened } from './opened';
import {
  FOR_RESUMING,
  isEarlierRecord,
  MADE_BY_TRAINING,
  newRecord,
  readAnyRecord,
  readRecord,
  recordFile,
  writeRecord,
} from './record';
import { broughtRun } from './trained-here';
import type { TrainerEnd } from '../machine/trainers/trainer-launcher';

export { readEpochs } from './epochs';
export { readRecord, sealRecord, writeRecord } from './record';

/** Milliseconds that a trainer has to release an ended run. */
const LETTING_GO = 5000;

/** Shortest prefix accepted for an ID. */
const SHORTEST_BEGINNING = 2;

/**
 * Makes the folder of a run that a trainer is about to fill: run.json (status running), recipe.json, and the announcement of its start.
 * @param options.folder where a verification puts its repeated run; otherwise under its ID among the runs of the workspace
 */
export async function createRun(
  workspace: Workspace,
  options: {
    dataset: Dataset;
    recipe: Recipe;
    seed: number;
    name?: string | undefined;
    parent?: string | undefined;
    folder?: string | undefined;
    deviceChoice?: DeviceChoice | undefined;
    /** The ID of a unit's run, which is the same on every computer. */
    runId?: string | undefined;
  },
): Promise<RunRecord> {
  const record = await newRecord(options);
  const folder = options.folder ?? runFolder(workspace, record.runId);
  let announced = false;
  try {
    await makeFolder(folder);
    const token = await announceStart(folder);
    await refuseAnother(folder, record.runId, token);
    announced = true;
    await writeFile(path.join(folder, 'recipe.json'), canonicalRecipe(record.recipe));
    await writeRecord(folder, record);
    await refuseWhileForgetting(workspace, record.dataset.fingerprint);
    return record;
  } catch (thrown) {
    // If another run has this ID, its folder is not empty and must stay.
    await (announced ? removeFolder(folder) : fs.rmdir(folder)).catch(() => undefined);
    throw thrown;
  }
}

/** @throws ShelfwiseError `busy` if the folder already belongs to a run, which stays as it is; the announcement is withdrawn */
async function refuseAnother(folder: string, runId: string, token: string): Promise<void> {
  const there = await fs.stat(recordFile(folder)).catch(() => null);
  if (there === null) return;
  await withdrawStart(folder, token);
  throw new ShelfwiseError('busy', say('run.at-work', { run: runId }));
}

/**
 * Sets a stopped or crashed run to running again, before its trainer is launched.
 * @throws ShelfwiseError `busy` if a trainer is working on it, `usage` if it is finished
 */
export async function reopenRun(folder: string): Promise<RunRecord> {
  const record = await readRecord(folder);
  if (record.status === 'finished')
    throw new ShelfwiseError('usage', say('run.nothing-to-resume', { run: record.runId }));
  const forgotten = await readForgottenRun(folder);
  if (forgotten !== null) throw new ShelfwiseError('usage', whyForgotten(record.runId, forgotten));
  if (record.status !== 'running') await untilLetGo(folder);
  const token = await announceStart(folder);
  try {
    await clearStop(folder);
    if ((await broughtRun(folder)) !== null) return await beginAnew(folder, record);
    const { files: _, ...kept } = record;
    const running: RunRecord = { ...kept, status: 'running', reason: null, finishedAt: null };
    await writeRecord(folder, running);
    return running;
  } catch (thrown) {
    await withdrawStart(folder, token);
    throw thrown;
  }
}

/**
 * A run that came from elsewhere brings no checkpoint: it is trained from the beginning, and nothing of what its maker wrote stays. Killed on the way,
 * it is still a run from elsewhere, and begins anew again.
 */
async function beginAnew(folder: string, record: RunRecord): Promise<RunRecord> {
  const { dataset, recipe, seed, name, deviceChoice, runId } = record;
  const begun = await newRecord({
    dataset,
    recipe,
    seed,
    name,
    parent: record.parent ?? undefined,
    deviceChoice,
    runId,
  });
  await writeRecord(folder, begun);
  await writeFile(path.join(folder, 'recipe.json'), canonicalRecipe(recipe));
  for (const file of [...MADE_BY_TRAINING, ...FOR_RESUMING]) await removeFile(path.join(folder, file));
  const { lacks: _, problem: __, said: ___, ...opened } = (await readOpened(folder))!;
  await writeOpened(folder, { ...opened, withData: true, trainedHereAt: new Date().toISOString() });
  return begun;
}

/** A trainer writes its record, and releases the run a moment later. */
async function untilLetGo(folder: string): Promise<void> {
  for (let waited = 0; waited < LETTING_GO && (await isAtWork(folder)); waited += LETTING_GO / 100)
    await sleep(LETTING_GO / 100);
}

/**
 * The current record: "running" without a living heartbeat is "crashed", with the reason and what to do. Writes nothing: the folder of a crashed run
 * stays as the trainer left it.
 */
export async function currentRecord(folder: string): Promise<RunRecord> {
  const heartbeat = await readHeartbeat(folder);
  const before = await readRecord(folder);
  if (before.status !== 'running' || (await isAtWork(folder))) return before;
  // A trainer that ended meanwhile wrote its record before it released the run.
  const record = await readRecord(folder);
  if (record.status !== 'running') return record;
  return { ...record, status: 'crashed', reason: crash(whyCrashed(record.runId, heartbeat)) };
}

type Reason = NonNullable<RunRecord['reason']>;

/** Why a trainer that ended with an error did not finish, and what to do. */
export function crashReason(runId: string, { code, message, said = [message] }: ShelfwiseError): Reason {
  // A diverged run would diverge again; for bad data the message says what to do first.
  const advice = code === 'diverged' || code === 'bad-data' ? [] : [say('run.resume', { run: runId })];
  return { ...crash([...said, ...advice]), error: code };
}

/** The outcome of a trainer that could not write its record. */
export function errorOf({ error, signal, output }: TrainerEnd): ShelfwiseError {
  if (error !== null) return error;
  // The system kills so when memory runs out, and people do: neither is a fault of the program.
  if (signal === 'SIGKILL') return new ShelfwiseError('too-large', say('run.out-of-memory'));
  return new ShelfwiseError('internal', signal === null ? say('run.ended', { output }) : say('run.killed', { signal }));
}

const crash = (said: Said): Reason => ({ code: 'crash', message: textOf(said), said });

function whyCrashed(runId: string, heartbeat: Heartbeat | null): Said {
  const what =
    heartbeat === null
      ? say('run.trainer-ended')
      : say(heartbeat.starting ? 'run.trainer-never-started' : 'run.trainer-silent', { moment: heartbeat.at });
  return [what, say('run.resume', { run: runId })];
}

interface RunListing {
  /** Newest first. */
  runs: RunRecord[];
  /** Runs whose recipe is of an earlier version, newest first. */
  earlier: EarlierRecord[];
  /** Runs whose run.json cannot be read, and why. */
  damaged: DamagedRun[];
}

/** @param isWhole whether the run itself can be read */
export const damageOf = (
  runId: string | null,
  { code, message, said }: ShelfwiseError,
  isWhole = false,
): DamagedRun => ({ runId, isWhole, code, message, said: said && [...said] });

export async function listAllRuns(workspace: Workspace): Promise<RunListing> {
  const listing: RunListing = { runs: [], earlier: [], damaged: [] };
  const look = async (runId: string): Promise<void> => {
    const folder = runFolder(workspace, runId);
    try {
      listing.runs.push(await currentRecord(folder));
    } catch (thrown) {
      const record = await readAnyRecord(folder).catch(() => null);
      if (record !== null && isEarlierRecord(record)) return void listing.earlier.push(record);
      const error = toShelfwiseError(thrown);
      // A folder that is still being made, or was just moved to the trash, is no run.
      if (error.code !== 'not-found') listing.damaged.push(damageOf(runId, error));
    }
  };
  // All at once, so that a run that needs a second look delays no other.
  await Promise.all((await runIds(workspace)).map(look));
  listing.damaged.sort((left, right) => ((left.runId ?? '') < (right.runId ?? '') ? -1 : 1));
  listing.runs.sort(newestFirst);
  listing.earlier.sort(newestFirst);
  return listing;
}

const newestFirst = (left: { createdAt: string }, right: { createdAt: string }): number =>
  left.createdAt < right.createdAt ? 1 : left.createdAt > right.createdAt ? -1 : 0;

/** All runs of this version that can be read, newest first; `listAllRuns` includes the others. */
export async function listRuns(workspace: Workspace): Promise<RunRecord[]> {
  return (await listAllRuns(workspace)).runs;
}

/** IDs of the run folders that hold a run.json, in the order of the IDs. */
export async function runIds(workspace: Workspace): Promise<string[]> {
  let entries;
  try {
    entries = await fs.readdir(workspace.runs, { withFileTypes: true });
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    if (error.code === 'not-found') return [];
    throw error;
  }
  const ids: string[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory() || !RUN_NAME.test(entry.name)) continue;
    const there = await fs.stat(recordFile(runFolder(workspace, entry.name))).catch(() => null);
    if (there !== null) ids.push(entry.name);
  }
  return ids.sort();
}

/** A run that was looked up once; what is done with it hands it on. */
export interface FoundRun {
  readonly folder: string;
  readonly record: RunRecord;
}

/**
 * The run with that ID, or with an ID that begins with it.
 * @throws ShelfwiseError `not-found` with the existing runs, `usage` if several begin with it, or its recipe is of an earlier version
 */
export async function findRun(workspace: Workspace, idOrBeginning: string): Promise<FoundRun> {
  const folder = await folderOfRun(workspace, idOrBeginning);
  return { folder, record: await currentRecord(folder) };
}

/** The same, of a run of any recipe version, for what people made of its lists. @throws ShelfwiseError as findRun */
export async function findAnyRun(
  workspace: Workspace,
  idOrBeginning: string,
): Promise<{ readonly folder: string; readonly record: AnyRecord }> {
  const folder = await folderOfRun(workspace, idOrBeginning);
  return { folder, record: await readAnyRecord(folder) };
}

const folderOfRun = async (workspace: Workspace, idOrBeginning: string): Promise<string> =>
  runFolder(workspace, matchRunId(await runIds(workspace), idOrBeginning));

function matchRunId(ids: readonly string[], wanted: string): string {
  if (ids.includes(wanted)) return wanted;
  const matches = wanted.length < SHORTEST_BEGINNING ? [] : ids.filter((id) => id.startsWith(wanted));
  if (matches.length === 1) return matches[0]!;
  if (matches.length > 1) throw new ShelfwiseError('usage', say('run.ambiguous', { wanted, runs: matches.join(', ') }));
  if (ids.length === 0) throw new ShelfwiseError('not-found', say('run.none-yet', { run: wanted }));
  throw new ShelfwiseError('not-found', [say('run.unknown', { run: wanted }), ...allowedWords(wanted, ids)]);
}
