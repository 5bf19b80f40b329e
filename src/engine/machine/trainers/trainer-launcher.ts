/** Starts the processes that train. Each host of the engine provides one, because each forks in its own way. */
import type { Until } from '../../../shared/contract/unit';
import type { TrainerWork } from '../../../shared/contract/trainer-work';
import type * as z from 'zod';
import type { Progress } from '../../../shared/contract/progress';
import type { ShelfwiseError } from '../../../shared/errors';

export interface TrainerJob {
  workspaceFolder: string;
  runFolder: string;
  /** Environment variables to set when the trainer starts; null unsets. */
  environment: Record<string, string | null>;
  /** Set if the run is a unit's. */
  unit?: UnitJob | undefined;
}

/** A run that trains as a unit pauses when it is asked to stop: it makes no lists and scores nothing. */
export interface UnitJob {
  /** Where it pauses by itself; trains to the end where absent. */
  readonly until?: Until | undefined;
}

export interface TrainerEnd {
  readonly code: number | null;
  readonly signal: string | null;
  readonly output: string;
  readonly error: ShelfwiseError | null;
}

export interface Trainer {
  /** Never rejects. `output` is the last 4 KB of what the process printed, `error` the error that it reported. */
  readonly ended: Promise<TrainerEnd>;
  kill(): void;
}

/** A job that answers with a value. */
export interface AskedJob<Request = unknown> {
  /** Absent if the work needs no workspace. */
  readonly workspaceFolder?: string | undefined;
  readonly request: Request;
  readonly environment: Record<string, string | null>;
  readonly onProgress: (progress: Progress) => void;
  /** Ends the process on abort. */
  readonly signal?: AbortSignal | undefined;
}

export interface TrainerLauncher {
  /** Trains one run, which continues even if this process ends. */
  launch(job: TrainerJob): Trainer;
  /**
   * Does work in a separate process that ends with this one.
   * @param work one of src/features/trainer-work.ts
   * @returns its answer, checked
   * @throws ShelfwiseError as thrown there, with what the process printed as its cause; `stopped` after an abort
   */
  ask<Work extends TrainerWork>(work: Work, job: AskedJob<z.input<Work['request']>>): Promise<z.output<Work['answer']>>;
}
