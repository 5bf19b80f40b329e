/** Starts the processes that train. Each host of the engine provides one, because each forks in its own way. */
import type { DeviceMeasurement, MeasureRequest } from '../../../shared/contract/device';
import type { LeaderboardRequest } from '../../../shared/contract/leaderboard';
import type { ListsRequest, MadeLists, Until } from '../../../shared/contract/unit';
import type { MadeMap, MakeMap } from '../../../shared/contract/make-map';
import type { Progress } from '../../../shared/contract/progress';
import type { ShelfwiseError } from '../../../shared/errors';
import type { Tried } from '../../../shared/values/tried';

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
export interface AnsweredJob {
  environment: Record<string, string | null>;
  onProgress: (progress: Progress) => void;
  /** Ends the process on abort. */
  signal?: AbortSignal | undefined;
}

export interface LeaderboardJob extends AnsweredJob {
  workspaceFolder: string;
  request: LeaderboardRequest;
}

export interface MeasureJob extends AnsweredJob {
  request: Partial<MeasureRequest> & Pick<MeasureRequest, 'device'>;
}

export interface MapJob extends AnsweredJob {
  workspaceFolder: string;
  request: MakeMap;
}

export interface ListsJob extends AnsweredJob {
  workspaceFolder: string;
  request: ListsRequest;
}

export interface TrainerLauncher {
  /** Trains one run, which continues even if this process ends. */
  launch(job: TrainerJob): Trainer;
  /**
   * Tries the models of a request in a separate process that ends with this one and leaves nothing behind.
   * @throws ShelfwiseError as thrown there; `stopped` after an abort
   */
  compare(job: LeaderboardJob): Promise<Tried>;
  /**
   * Trains a generated data set on a device, in a separate process.
   * @throws ShelfwiseError as thrown there, with what the process printed as its cause
   */
  measure(job: MeasureJob): Promise<DeviceMeasurement>;
  /**
   * Makes the map of a run and stores it in the run's folder, in a separate process that ends with this one.
   * @throws ShelfwiseError as thrown there; `stopped` after an abort, when nothing is stored
   */
  map(job: MapJob): Promise<MadeMap>;
  /**
   * Makes a part of the lists of a run, or joins all parts, in a separate process that ends with this one.
   * @throws ShelfwiseError as thrown there; `stopped` after an abort
   */
  lists(job: ListsJob): Promise<MadeLists>;
}
