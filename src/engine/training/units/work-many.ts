/** Works on units in parallel: as many at a time as cores and memory allow, each with its share of the threads. */
import * as os from 'node:os';
import type { Dataset } from '../../../shared/contract/dataset';
import type { Progress } from '../../../shared/contract/progress';
import type { Unit } from '../../../features/work-schemas';
import type { UnitAnswer } from '../../../shared/contract/unit';
import type { Recipe } from '../../../shared/recipe/table';
import { threadsAskedFor } from '../../machine/environment/threads';
import { memoryOf } from '../train/run-memory';
import { shareOfThreads, trainersFor } from '../train/trainers-beside';
import type { Workspace } from '../../storage/workspace';
import type { TrainingHost } from '../train/start-run';
import { workUnit } from './work-unit';

export interface SideBySide {
  /** Number of units at work at once. */
  readonly trainers: number;
  /** Environment variables of each trainer. */
  readonly environment: Record<string, string>;
}

/** A cluster decides by itself how many. */
export const ONE_AT_A_TIME: SideBySide = { trainers: 1, environment: {} };

/** @param recipes of all trainings. @param wanted number of trainings */
export function trainersSideBySide(dataset: Dataset, recipes: readonly Recipe[], wanted: number): SideBySide {
  const threads = threadsAskedFor() || os.availableParallelism();
  const memory = Math.max(...recipes.map((recipe) => memoryOf(dataset, recipe)));
  const trainers = Math.max(1, Math.min(wanted, trainersFor(memory, threads, os.freemem())));
  return { trainers, environment: shareOfThreads(threads, trainers) };
}

interface Many {
  /** How many at a time; a cluster decides that itself. */
  readonly side: SideBySide;
  readonly signal?: AbortSignal | undefined;
  /** Receives the progress of each. */
  readonly onProgress?: (index: number, progress: Progress) => void;
  /** Receives each answer. */
  readonly onAnswer?: (index: number, answer: UnitAnswer) => void;
  /** Asked before each unit starts whether it is still wanted. */
  readonly isWanted?: () => boolean;
}

export type WorkMany = (host: TrainingHost, units: readonly Unit[], many: Many) => Promise<(UnitAnswer | null)[]>;

/** Who does units: this computer (`HERE`), or a cluster (features/cluster/engine/work-on-cluster.ts). */
export interface Workers {
  readonly work: WorkMany;
  /** Among which units can be shared out. */
  cores(signal: AbortSignal): Promise<number>;
  /** Units that were asked for before and are not done yet. */
  underWay(workspace: Workspace): Promise<readonly Unit[]>;
}

/** How work that is made of units is done. @typeParam Told what it tells as it goes on */
export interface WorkOptions<Told = Progress> {
  readonly onProgress: (told: Told) => void;
  /** Asks it to stop: the same again goes on. */
  readonly signal: AbortSignal;
  /** This computer where absent. */
  readonly workers?: Workers | undefined;
}

/**
 * @returns their answers in the order of the units; null for those that were not started, because of an abort or because they were no longer wanted
 * @throws ShelfwiseError of the first unit that could not start; those at work end first
 */
async function workMany(
  host: TrainingHost,
  units: readonly Unit[],
  { side, signal, onProgress, onAnswer, isWanted = () => true }: Many,
): Promise<(UnitAnswer | null)[]> {
  const answers: (UnitAnswer | null)[] = units.map(() => null);
  const failed = new AbortController();
  const stop = signal === undefined ? failed.signal : AbortSignal.any([signal, failed.signal]);
  let next = 0;
  const oneAfterTheOther = async (): Promise<void> => {
    while (next < units.length && !stop.aborted && isWanted()) {
      const index = next++;
      const work = workUnit(host, units[index]!, { signal: stop, environment: side.environment });
      for (;;) {
        const { done, value } = await work.next();
        if (done === true) {
          answers[index] = value;
          onAnswer?.(index, value);
          break;
        }
        onProgress?.(index, value);
      }
    }
  };
  const workers = Array.from({ length: Math.min(side.trainers, units.length) }, () =>
    oneAfterTheOther().catch((thrown: unknown) => failed.abort(thrown)),
  );
  await Promise.all(workers);
  if (failed.signal.aborted) throw failed.signal.reason;
  return answers;
}

export const HERE: Workers = {
  work: workMany,
  cores: async () => threadsAskedFor() || os.availableParallelism(),
  underWay: async () => [],
};
