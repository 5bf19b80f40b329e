/** queue/queue.json: runs that wait for their turn. Several programs may add to it, and one of them starts the next. */
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { type QueueEntry, queueEntrySchema, type StartRun, startRunSchema } from '../../shared/contract/run-life';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { recipeSchema } from '../../shared/recipe/schema';
import { withStoredRecipe } from '../../shared/recipe/stored';
import { EARLIER_VERSIONS, type Recipe, RECIPE_VERSION } from '../../shared/recipe/table';
import { say } from '../../shared/words/sentence';
import {
  changeRecords,
  fileOf,
  readRecords,
  type RecordFamily,
  type Records,
  withoutRecord,
  withRecord,
} from '../storage/record-file';
import type { Workspace } from '../storage/workspace';
import { listRuns } from './store';

/** Milliseconds that a start may take before another program may try; a run is announced within a few. */
const STARTING = 30_000;

const storedSchema = queueEntrySchema.extend({
  recipe: z.discriminatedUnion('version', [
    recipeSchema as unknown as z.ZodObject<{ version: z.ZodLiteral<typeof RECIPE_VERSION> }>,
    z.object({ version: z.literal(EARLIER_VERSIONS) }),
  ]) as z.ZodType<Recipe | { version: (typeof EARLIER_VERSIONS)[number] }>,
  /** Since when a program has been starting it, ISO 8601. */
  startingAt: z.string().nullable(),
});
type Stored = z.infer<typeof storedSchema>;

const QUEUE: RecordFamily<Stored> = {
  folder: 'queue',
  only: 'queue',
  name: 'entries',
  value: storedSchema,
  asStored: withStoredRecipe,
};

const inOrder = (entries: Records<Stored>): Stored[] =>
  Array.from(entries.values()).sort((left, right) => left.place - right.place);

const isRecipe = (recipe: Stored['recipe']): recipe is Recipe => recipe.version === RECIPE_VERSION;

function shown(stored: Stored): QueueEntry {
  const { startingAt: _, recipe, ...entry } = stored;
  return { ...entry, recipe: isRecipe(recipe) ? recipe : null };
}

/** The next one first. */
export async function listQueue(workspace: Workspace): Promise<QueueEntry[]> {
  return inOrder(await readRecords(fileOf(QUEUE, workspace))).map(shown);
}

export async function addToQueue(workspace: Workspace, run: StartRun, datasetName: string): Promise<QueueEntry> {
  const id = randomBytes(6).toString('hex');
  const entry = { ...run, id, datasetName, addedAt: new Date().toISOString(), problem: null, startingAt: null };
  let added: Stored = { ...entry, place: 0 };
  await changeRecords(fileOf(QUEUE, workspace), (entries) => {
    added = { ...entry, place: (inOrder(entries).at(-1)?.place ?? 0) + 1 };
    return withRecord(entries, id, added);
  });
  return shown(added);
}

/**
 * One that could not be started may try again where it is put.
 * @param before the entry that it goes in front of; null for the end
 * @throws ShelfwiseError `not-found` where either is gone
 */
export async function moveInQueue(workspace: Workspace, id: string, before: string | null): Promise<QueueEntry[]> {
  await changeRecords(fileOf(QUEUE, workspace), (entries) => {
    const moved = entries.get(id);
    if (moved === undefined) throw gone(id);
    if (before !== null && !entries.has(before)) throw gone(before);
    const others = inOrder(entries).filter((entry) => entry.id !== id);
    const at = before === null ? others.length : others.findIndex((entry) => entry.id === before);
    const ordered = others.toSpliced(at < 0 ? others.length : at, 0, { ...moved, problem: null });
    return new Map(ordered.map((entry, place) => [entry.id, { ...entry, place }]));
  });
  return listQueue(workspace);
}

/** @throws ShelfwiseError `not-found` where it is gone: it was started or removed */
export async function removeFromQueue(workspace: Workspace, id: string): Promise<void> {
  await changeRecords(fileOf(QUEUE, workspace), (entries) => {
    if (!entries.has(id)) throw gone(id);
    return withoutRecord(entries, id);
  });
}

/**
 * Runs that wait for a data set that was replaced are trained on the new one.
 * @param replacements fingerprint to that of the data set in its place; null where there is none: starting the run will say so
 */
export async function repointQueue(
  workspace: Workspace,
  replacements: Readonly<Record<string, string | null>>,
): Promise<void> {
  const newDataOf = (data: string): string | null => {
    const before = Object.keys(replacements).find((fingerprint) => fingerprint.startsWith(data));
    return before === undefined ? null : replacements[before]!;
  };
  await changeRecords(fileOf(QUEUE, workspace), (entries) => {
    const waiting = [...entries].filter(([, { data }]) => newDataOf(data) !== null);
    if (waiting.length === 0) return entries;
    return new Map([
      ...entries,
      ...waiting.map(([id, entry]) => [id, { ...entry, data: newDataOf(entry.data)! }] as const),
    ]);
  });
}

const gone = (id: string): ShelfwiseError => new ShelfwiseError('not-found', say('queue.gone', { id }));

/**
 * Starts the next run where nothing is being trained in this workspace, whichever program trains.
 * @param start makes the run and answers its ID; where it throws, the entry keeps the reason and is passed over
 */
export async function startNext(
  workspace: Workspace,
  start: (run: StartRun) => Promise<string>,
): Promise<{ started: string | null; running: string | null; waiting: number }> {
  const waitingIn = (entries: Records<Stored>): Stored[] => inOrder(entries).filter(({ problem }) => problem === null);
  const before = waitingIn(await readRecords(fileOf(QUEUE, workspace)));
  const running =
    before.length === 0 ? undefined : (await listRuns(workspace)).find(({ status }) => status === 'running');
  if (before.length === 0 || running !== undefined)
    return { started: null, running: running?.runId ?? null, waiting: before.length };
  const chosen = await choose(workspace, waitingIn);
  if (chosen === null) return { started: null, running: null, waiting: before.length };
  let started: string | null = null;
  try {
    started = await start(startable(chosen.run));
    await drop(workspace, chosen.id);
  } catch (thrown) {
    if (started !== null) throw thrown;
    const { message, said } = toShelfwiseError(thrown);
    await keepProblem(workspace, chosen.id, { message, said });
  }
  return { started, running: null, waiting: waitingIn(await readRecords(fileOf(QUEUE, workspace))).length };
}

/** A waiting run as it was asked for: by which version of the program is not known yet. */
type Waiting = Omit<StartRun, 'recipe'> & Pick<Stored, 'recipe'>;

/**
 * @throws ShelfwiseError `newer-version` where the run asks for what this version does not have, `usage` for a recipe of an earlier version
 */
function startable(run: Waiting): StartRun {
  const { recipe } = run;
  if (!isRecipe(recipe)) throw new ShelfwiseError('usage', say('recipe.earlier-queued', { version: recipe.version }));
  if (startRunSchema.safeParse(run).success) return { ...run, recipe };
  throw new ShelfwiseError(
    'newer-version',
    say('version.newer', { file: say('queue.entry', { run: run.name ?? recipe.model }) }),
  );
}

/** The first waiting run, marked so that no other program starts it; null while a program is starting one. */
async function choose(
  workspace: Workspace,
  waitingIn: (entries: Records<Stored>) => Stored[],
): Promise<{ id: string; run: Waiting } | null> {
  let chosen: Stored | null = null;
  await changeRecords(fileOf(QUEUE, workspace), (entries) => {
    chosen = null;
    const waiting = waitingIn(entries);
    const first = waiting[0];
    if (first === undefined || waiting.some((entry) => isBeingStarted(workspace, entry))) return entries;
    chosen = first;
    return withRecord(entries, first.id, { ...first, startingAt: new Date().toISOString() });
  });
  if (chosen === null) return null;
  const { id, data, recipe, seed, name, parent } = chosen as Stored;
  return { id, run: { data, recipe, seed, ...(name && { name }), ...(parent && { parent }) } };
}

/** Since when this program has seen an unfinished start, by its monotonic clock: clocks of two programs may differ. */
const startsSeen = new Map<string, number>();

function isBeingStarted({ queue }: Workspace, { id, startingAt }: Stored): boolean {
  if (startingAt === null) return false;
  const start = `${queue} ${id} ${startingAt}`;
  const since = startsSeen.get(start) ?? performance.now();
  startsSeen.set(start, since);
  return performance.now() - since < STARTING;
}

/** Removes the started entry, which may be gone already. */
async function drop(workspace: Workspace, id: string): Promise<void> {
  await changeRecords(fileOf(QUEUE, workspace), (entries) => (entries.has(id) ? withoutRecord(entries, id) : entries));
}

async function keepProblem(workspace: Workspace, id: string, problem: Stored['problem']): Promise<void> {
  await changeRecords(fileOf(QUEUE, workspace), (entries) => {
    const entry = entries.get(id);
    return entry === undefined ? entries : withRecord(entries, id, { ...entry, problem, startingAt: null });
  });
}
