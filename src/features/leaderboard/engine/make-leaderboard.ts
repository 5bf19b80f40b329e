/**
 * Makes the leaderboard of a data set: each row with each seed is a unit, which is tried once and stored. On this computer one process tries several
 * of them, because they share parts; on a cluster each is tried by itself. The bits are the same.
 */
import type { CompareUnit } from '../contract/unit';
import type { UnitAnswer } from '../../../shared/contract/unit';
import type { Dataset } from '../../../shared/contract/dataset';
import type { Leaderboard, LeaderboardRequest } from '../contract/leaderboard';
import type { Progress } from '../../../shared/contract/progress';
import type { AskedOf } from '../../../shared/values/asked-of';
import { shownDataName } from '../../../shared/values/data-name';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { SEEDS } from '../../../shared/limits';
import { LEADERBOARD_MODELS, type LeaderboardModel, leaderboardRecipe } from '../../../shared/recipe/presets';
import { say } from '../../../shared/words/sentence';
import type { Tried } from '../../../shared/values/tried';
import { openSnapshot } from '../../../engine/data/snapshot';
import {
  isOfAnyComputer,
  storeRow,
  type StoredRow,
  readRow,
  type Row,
} from '../../../engine/model/evaluate/stored-rows';
import { leaderboardOf } from './leaderboard';
import { modelOf } from '../../../engine/model/models';
import { compareSideBySide, type Part } from './side-by-side';
import type { TrainingHost } from '../../../engine/training/train/start-run';
import { HERE, ONE_AT_A_TIME, type Workers, type WorkOptions } from '../../../engine/training/units/work-many';

interface Options extends WorkOptions {
  /** On this computer, at most; as many as pay where absent. */
  readonly processes?: number | undefined;
}

/** @throws ShelfwiseError of the first row that could not be tried; `stopped` on abort: the same request continues with the untried rows */
export async function makeLeaderboard(
  host: TrainingHost,
  request: LeaderboardRequest,
  options: Options,
): Promise<Leaderboard> {
  const { dataset, folder } = await openSnapshot(host.workspace, request.data);
  const rows = rowsOf(request, dataset);
  const askedOf = (options.workers ?? HERE) === HERE ? 'here' : 'cluster';
  const missing = await notTried(folder, rows, askedOf);
  const found: Found = new Map();
  if (missing.length > 0) await tryRows(host, request, { dataset, folder, missing, found }, options);
  const models = request.models ?? [...LEADERBOARD_MODELS];
  return leaderboardOf(await Promise.all(seedsOf(request).map((seed) => triedWith(seed))), models);

  async function triedWith(seed: number): Promise<Tried> {
    const { fingerprint } = dataset;
    const name = shownDataName(dataset);
    const split = splitOf(request, dataset);
    const tried = await Promise.all(
      models.map(async (model): Promise<Tried['models'][number]> => {
        const row: Row = { model, split, seed: seedOf({ model, split, seed }, request) };
        const kept = found.get(keyOf(row)) ?? (await readRow(folder, row, askedOf));
        return { model, trials: kept?.trial ? [kept.trial] : [], tooLarge: kept?.tooLarge ?? null };
      }),
    );
    return { dataset: { fingerprint, name }, split, seeds: [seed], models: tried };
  }
}

const seedsOf = ({ seed, seeds }: LeaderboardRequest): number[] =>
  Array.from({ length: seeds }, (_, index) => (seed + index) % SEEDS);

const splitOf = ({ split }: LeaderboardRequest, { period }: Dataset): Row['split'] =>
  split ?? (period === null ? 'random' : 'time');

/** The seed of a row's trial: without randomness in model and split, every seed gives the same result. */
const seedOf = ({ model, split, seed }: Row, { seed: first }: LeaderboardRequest): number =>
  split === 'time' && !modelOf(leaderboardRecipe(model)).usesChance ? first : seed;

function rowsOf(request: LeaderboardRequest, dataset: Dataset): Row[] {
  const split = splitOf(request, dataset);
  return (request.models ?? LEADERBOARD_MODELS).flatMap((model) => {
    const seeds = new Set(seedsOf(request).map((seed) => seedOf({ model, split, seed }, request)));
    return Array.from(seeds, (seed) => ({ model, split, seed }));
  });
}

/**
 * Data that is too large for a model with one seed is too large with any. A refusal by one computer is tried again: there may be more memory now.
 */
async function notTried(folder: string, rows: readonly Row[], askedOf: AskedOf): Promise<Row[]> {
  const kept = await Promise.all(
    rows.map(async (row) => {
      const one = await readRow(folder, row, askedOf);
      return one !== null && isOfAnyComputer(one) ? one : null;
    }),
  );
  const tooLarge = new Set(rows.filter((_, index) => kept[index]?.tooLarge).map(({ model }) => model));
  return rows.filter(({ model }, index) => kept[index] === null && !tooLarge.has(model));
}

/** Rows that this very command tried here: they count even if they cannot be stored. */
type Found = Map<string, StoredRow>;

const keyOf = ({ model, split, seed }: Row): string => `${model} ${split} ${seed}`;

interface Missing {
  readonly dataset: Dataset;
  readonly folder: string;
  readonly missing: readonly Row[];
  readonly found: Found;
}

/** On this computer, what a process tried is stored as soon as it answers: it survives a stop, or the failure of another process. */
async function tryRows(
  host: TrainingHost,
  request: LeaderboardRequest,
  whole: Missing,
  { onProgress, signal, workers = HERE, processes }: Options,
): Promise<void> {
  if (workers !== HERE) return tryElsewhere(host, whole, { onProgress, signal, workers });
  const { workspace, launcher } = host;
  const asked = requestsFor(request, whole);
  const total = asked.reduce((sum, { seeds, models }) => sum + seeds * models.length, 0);
  let before = 0;
  for (const part of asked) {
    const tellOfAll = (progress: Progress): void => onProgress({ ...progress, done: before + progress.done, total });
    await compareSideBySide(
      { workspace, launcher, request: part, onProgress: tellOfAll, onTried: keepRows, signal },
      processes,
    );
    before += part.seeds * part.models.length;
  }

  async function keepRows({ split, seeds, models }: Tried): Promise<void> {
    for (const { model, trials, tooLarge } of models)
      for (const [index, seed] of seeds.entries()) {
        const row: Row = { model, split, seed: seedOf({ model, split, seed }, request) };
        const trial = trials[index] ?? null;
        const one = { trial, tooLarge: trial === null ? tooLarge : null };
        whole.found.set(keyOf(row), one);
        await keepIfPossible(whole.folder, row, one);
      }
  }
}

/** What cannot be stored (a full disk, a read-only folder) is tried again next time. */
async function keepIfPossible(folder: string, row: Row, trial: StoredRow): Promise<void> {
  try {
    await storeRow(folder, row, trial);
  } catch (thrown) {
    if (toShelfwiseError(thrown).code === 'internal') throw thrown;
  }
}

/** Models that lack the same seeds are tried together, as they share parts; seeds that are not consecutive are tried separately. */
function requestsFor(request: LeaderboardRequest, { dataset, missing }: Missing): Part[] {
  const split = splitOf(request, dataset);
  const lacking = new Set(missing.map(keyOf));
  const groups = new Map<string, { seeds: number[]; models: LeaderboardModel[] }>();
  for (const model of request.models ?? LEADERBOARD_MODELS) {
    const seeds = seedsOf(request).filter((seed) =>
      lacking.has(keyOf({ model, split, seed: seedOf({ model, split, seed }, request) })),
    );
    const group = groups.get(seeds.join(' '));
    if (group === undefined) groups.set(seeds.join(' '), { seeds, models: [model] });
    else group.models.push(model);
  }
  const { data } = request;
  return [...groups.values()].flatMap(({ seeds, models }) =>
    inSequence(seeds).map(([seed, count]): Part => ({ data, split, models, seed, seeds: count })),
  );
}

/** @returns the first seed of each sequence, and its length */
function inSequence(seeds: readonly number[]): [first: number, count: number][] {
  const sequences: [first: number, count: number][] = [];
  for (const seed of seeds) {
    const last = sequences.at(-1);
    if (last !== undefined && (last[0] + last[1]) % SEEDS === seed) last[1]++;
    else sequences.push([seed, 1]);
  }
  return sequences;
}

async function tryElsewhere(
  host: TrainingHost,
  { dataset, missing }: Missing,
  { onProgress, signal, workers }: WorkOptions & { workers: Workers },
): Promise<void> {
  const total = missing.length;
  let done = 0;
  const units = missing.map((row): CompareUnit => ({ kind: 'compare', data: dataset.fingerprint, ...row }));
  const answers: (UnitAnswer | null)[] = await workers.work(host, units, {
    side: ONE_AT_A_TIME,
    signal,
    onProgress: (index, { phase, detail }) =>
      onProgress({
        phase: phase === 'away' ? phase : 'leaderboard',
        detail: phase === 'away' ? detail : missing[index]!.model,
        done,
        total,
      }),
    onAnswer: (index) => onProgress({ phase: 'leaderboard', detail: missing[index]!.model, done: ++done, total }),
  });
  const problem = answers.find((answer) => answer?.state === 'failed')?.problem;
  if (problem) throw new ShelfwiseError(problem.code, problem.said ?? problem.message);
  if (answers.some((answer) => answer?.state !== 'done')) throw new ShelfwiseError('stopped', say('unit.stopped'));
}
