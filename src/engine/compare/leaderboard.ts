/**
 * The leaderboard of a data set: each row with each seed is a unit, which is tried once and kept. On this computer one process tries several of
 * them, because they share what they have in common; on a cluster each is tried by itself. The bits are the same.
 */
import type {
  CompareUnit,
  Dataset,
  Leaderboard,
  LeaderboardRequest,
  Progress,
  UnitAnswer,
} from '../../shared/contract';
import { ShelfwiseError } from '../../shared/errors';
import { SEEDS } from '../../shared/limits';
import { LEADERBOARD_MODELS, leaderboardRecipe } from '../../shared/recipe/presets';
import { say } from '../../shared/sentences/sentence';
import type { Tried } from '../../shared/tried';
import { openSnapshot } from '../data/snapshot';
import { keepTrial, readTrial, type Row } from '../evaluate/kept-trials';
import { leaderboardOf } from '../evaluate/leaderboard';
import { modelOf } from '../model/models';
import { compareSideBySide } from '../train/side-by-side';
import type { TrainingHost } from '../train/start-run';
import { trainersSideBySide, type WorkMany } from '../units/work-many';

interface Options {
  readonly onProgress: (progress: Progress) => void;
  readonly signal: AbortSignal;
  /** A cluster; this computer where absent. */
  readonly work?: WorkMany | undefined;
  /** On this computer, at most; as many as pay where absent. */
  readonly processes?: number | undefined;
}

/** @throws ShelfwiseError as the first row that could not be tried; `stopped` on abort: the same again goes on with what is not tried yet */
export async function makeLeaderboard(
  host: TrainingHost,
  request: LeaderboardRequest,
  options: Options,
): Promise<Leaderboard> {
  const { dataset, folder } = await openSnapshot(host.workspace, request.data);
  const rows = rowsOf(request, dataset);
  const missing = await notTried(folder, rows);
  if (missing.length > 0) await tryRows(host, request, { dataset, folder, missing }, options);
  const models = request.models ?? [...LEADERBOARD_MODELS];
  return leaderboardOf(await Promise.all(seedsOf(request).map((seed) => triedWith(seed))), models);

  async function triedWith(seed: number): Promise<Tried> {
    const { fingerprint, name } = dataset;
    const split = splitOf(request, dataset);
    const tried = await Promise.all(
      models.map(async (model): Promise<Tried['models'][number]> => {
        const kept = await readTrial(folder, { model, split, seed: seedOf({ model, split, seed }, request) });
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

/** The seed whose row it is: a model without chance comes to the same with any where the split has no chance either. */
const seedOf = ({ model, split, seed }: Row, { seed: first }: LeaderboardRequest): number =>
  split === 'time' && !modelOf(leaderboardRecipe(model)).usesChance ? first : seed;

function rowsOf(request: LeaderboardRequest, dataset: Dataset): Row[] {
  const split = splitOf(request, dataset);
  return (request.models ?? LEADERBOARD_MODELS).flatMap((model) => {
    const seeds = new Set(seedsOf(request).map((seed) => seedOf({ model, split, seed }, request)));
    return Array.from(seeds, (seed) => ({ model, split, seed }));
  });
}

/** Data that is too large for a model with one seed is too large with any. */
async function notTried(folder: string, rows: readonly Row[]): Promise<Row[]> {
  const kept = await Promise.all(rows.map((row) => readTrial(folder, row)));
  const tooLarge = new Set(rows.filter((_, index) => kept[index]?.tooLarge).map(({ model }) => model));
  return rows.filter(({ model }, index) => kept[index] === null && !tooLarge.has(model));
}

interface Missing {
  readonly dataset: Dataset;
  readonly folder: string;
  readonly missing: readonly Row[];
}

async function tryRows(
  host: TrainingHost,
  request: LeaderboardRequest,
  { dataset, folder, missing }: Missing,
  { onProgress, signal, work, processes }: Options,
): Promise<void> {
  if (work !== undefined) return tryElsewhere(host, { dataset, folder, missing }, { onProgress, signal, work });
  const { workspace, launcher } = host;
  const wanted = new Set(missing.map(({ model }) => model));
  const models = [...(request.models ?? LEADERBOARD_MODELS)].filter((model) => wanted.has(model));
  const asked = { ...request, models, split: splitOf(request, dataset) };
  for (const { split, seeds, models: tried } of await compareSideBySide(
    { workspace, launcher, request: asked, onProgress, signal },
    processes,
  ))
    for (const { model, trials, tooLarge } of tried)
      for (const [index, seed] of seeds.entries()) {
        const row: Row = { model, split, seed: seedOf({ model, split, seed }, request) };
        const trial = trials[index] ?? null;
        if (missing.some((one) => one.model === row.model && one.seed === row.seed))
          await keepTrial(folder, row, { trial, tooLarge: trial === null ? tooLarge : null });
      }
}

async function tryElsewhere(
  host: TrainingHost,
  { dataset, missing }: Missing,
  { onProgress, signal, work }: Options & { work: WorkMany },
): Promise<void> {
  const total = missing.length;
  let done = 0;
  const units = missing.map((row): CompareUnit => ({ kind: 'compare', data: dataset.fingerprint, ...row }));
  const answers: (UnitAnswer | null)[] = await work(host, units, {
    side: trainersSideBySide(dataset, [], total),
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
