/**
 * Tries the rows of a leaderboard in several processes at once, if this computer has the cores and memory. Each process tries some of the models, or
 * some of the seeds, since rows in one process share parts. A row has the same bits in any process, with any number of threads.
 */
import * as os from 'node:os';
import type { Dataset } from '../../../shared/contract/dataset';
import { COMPARE_WORK, type LeaderboardRequest } from '../contract/leaderboard';
import type { Progress } from '../../../shared/contract/progress';
import { SEEDS } from '../../../shared/limits';
import { LEADERBOARD_MODELS, type LeaderboardModel, leaderboardRecipe } from '../../../shared/recipe/presets';
import type { Tried } from '../../../shared/values/tried';
import { openSnapshot } from '../../../engine/data/snapshot';
import { computingEnvironment } from '../../../engine/machine/environment/computing';
import { threadsAskedFor } from '../../../engine/machine/environment/threads';
import { processorSeconds } from '../../../engine/model/core-seconds';
import type { Workspace } from '../../../engine/storage/workspace';
import type { TrainerLauncher } from '../../../engine/machine/trainers/trainer-launcher';
import { shareOfThreads, trainersFor } from '../../../engine/training/train/trainers-beside';
import { likelyEpochs } from '../../../engine/training/train/estimate';
import { memoryOf } from '../../../engine/training/train/run-memory';
import { runCost } from '../../../engine/training/train/run-cost';

/** Least work, in seconds of a core, for which another process pays, as starting one takes a second. */
const LEAST_WORK = 5;
interface Comparison {
  readonly workspace: Workspace;
  readonly launcher: TrainerLauncher;
  readonly request: LeaderboardRequest;
  readonly onProgress: (progress: Progress) => void;
  /** Receives what each process tried as soon as it answers, even if others fail. */
  readonly onTried?: (tried: Tried) => Promise<void>;
  readonly signal: AbortSignal;
}

/** The share of one process. */
export type Part = LeaderboardRequest & { readonly models: LeaderboardModel[] };

/**
 * @param processes at most; where absent, as many as pay on this machine
 * @returns what each process tried
 * @throws ShelfwiseError of the first process that failed, which ends the others; `stopped` after an abort
 */
export async function compareSideBySide(comparison: Comparison, processes?: number): Promise<Tried[]> {
  const { workspace, launcher, onProgress, onTried, signal } = comparison;
  const { dataset } = await openSnapshot(workspace, comparison.request.data);
  const request: Part = { ...comparison.request, models: comparison.request.models ?? [...LEADERBOARD_MODELS] };
  const threads = threadsAskedFor() || os.availableParallelism();
  const parts = partsOf(request, dataset, processes ?? processesFor(request, dataset, threads, os.freemem()));
  const share = shareOfThreads(threads, parts.length);
  const progressOf = sumOfProgress(parts, onProgress);
  const failed = new AbortController();
  const tried = await Promise.all(
    parts.map((part) =>
      launcher
        .ask(COMPARE_WORK, {
          workspaceFolder: workspace.folder,
          request: part,
          environment: { ...computingEnvironment(), ...share },
          onProgress: progressOf(part),
          signal: AbortSignal.any([signal, failed.signal]),
        })
        .then(async (answer) => {
          await onTried?.(answer);
          return answer;
        })
        // Waits until all have ended, so that none is left behind.
        .catch((thrown: unknown) => void failed.abort(thrown)),
    ),
  );
  if (failed.signal.aborted) throw failed.signal.reason;
  return tried as Tried[];
}

/** As many as the cores, the memory and the work justify. */
function processesFor(request: Part, dataset: Dataset, threads: number, freeMemory: number): number {
  const memory = Math.max(...request.models.map((model) => memoryOf(dataset, leaderboardRecipe(model))));
  const seconds = request.seeds * request.models.reduce((sum, model) => sum + secondsOf(model, dataset), 0);
  return Math.min(trainersFor(memory, threads, freeMemory), Math.max(1, Math.floor(seconds / LEAST_WORK)));
}

/**
 * Splits by seed if there are enough, as the models of a seed share parts; else by model, the largest first, each to the process with the least work
 * so far.
 */
export function partsOf(request: Part, dataset: Dataset, processes: number): Part[] {
  const { seed, seeds, models } = request;
  if (seeds >= processes) {
    const from = (part: number): number => Math.floor((part * seeds) / processes);
    return Array.from({ length: processes }, (_, part) => ({
      ...request,
      seed: (seed + from(part)) % SEEDS,
      seeds: from(part + 1) - from(part),
    }));
  }
  const loads = Array.from({ length: processes }, () => ({ seconds: 0, models: new Set<LeaderboardModel>() }));
  const seconds = new Map(models.map((model) => [model, secondsOf(model, dataset)] as const));
  for (const model of models.toSorted((left, right) => seconds.get(right)! - seconds.get(left)!)) {
    const load = loads.reduce((least, other) => (other.seconds < least.seconds ? other : least));
    load.seconds += seconds.get(model)!;
    load.models.add(model);
  }
  return loads
    .map((load) => ({ ...request, models: models.filter((model) => load.models.has(model)) }))
    .filter((part) => part.models.length > 0);
}

/** Seconds of a core for one seed. */
function secondsOf(model: LeaderboardModel, dataset: Dataset): number {
  const recipe = leaderboardRecipe(model);
  const size = { ...dataset, hasTimes: dataset.period !== null };
  return processorSeconds(runCost(size, { ...recipe, 'stopping.refit': false }, likelyEpochs(recipe, [])));
}

/** Reports the sum of all parts whenever one reports: how many rows are done, and what was started last. */
function sumOfProgress(
  parts: readonly Part[],
  onProgress: (progress: Progress) => void,
): (part: Part) => (progress: Progress) => void {
  const done = new Map<Part, number>();
  const total = parts.reduce((sum, { seeds, models }) => sum + seeds * models.length, 0);
  return (part) => (progress) => {
    done.set(part, progress.done);
    onProgress({ ...progress, done: [...done.values()].reduce((sum, own) => sum + own, 0), total });
  };
}
