/** What the frame of units asks of each kind, which belongs to a feature (src/features/units.ts lists them). */
import type { ClusterUnit } from '../../../shared/contract/cluster';
import type { Progress } from '../../../shared/contract/progress';
import type { Unit } from '../../../features/work-schemas';
import type { UnitAnswer } from '../../../shared/contract/unit';
import type { ShelfwiseError } from '../../../shared/errors';
import type { Recipe } from '../../../shared/recipe/table';
import type { SentenceValue } from '../../../shared/words/sentence';
import type { Workspace } from '../../storage/workspace';
import type { TrainingHost } from '../train/start-run';

/** Options of working on a unit. */
export interface UnitOptions {
  /** Asks it to stop: its progress is kept, and a later call continues from there. */
  readonly signal?: AbortSignal | undefined;
  /** Environment variables of its trainer: its share of the threads. */
  readonly environment?: Record<string, string> | undefined;
}

/** What a cluster made of a unit: checked before anything of it is kept. */
export interface Brought {
  readonly workspace: Workspace;
  /** The name of the cluster. */
  readonly cluster: string;
  /** As the cluster gave it. */
  readonly answer: UnitAnswer;
  /** Whether the nodes find the data set by themselves, where it may have another name. */
  readonly readsOwnData: boolean;
  readonly signal: AbortSignal | undefined;
  /**
   * Downloads the file of the result, which is removed when the unit is home.
   * @param most bytes that it can have
   * @returns its path; it has the bytes that the cluster announced
   * @throws ShelfwiseError as `refused` for a result without one, or before anything is fetched if it is announced as larger
   */
  file(most: number): Promise<string>;
  /** The error to throw where what came is not what was asked for. */
  refused(cause: SentenceValue): ShelfwiseError;
}

/** In all but `work`, a unit names its data set by the whole fingerprint and its run by the whole ID. */
export interface UnitKind<Of extends Unit> {
  /** Does it on this computer: begins it, goes on with it, or finds that it is done. */
  work(host: TrainingHost, unit: Of, options: UnitOptions): AsyncGenerator<Progress, UnitAnswer>;
  /** @returns what the workspace says to it already; null where it has to be done */
  doneAlready(workspace: Workspace, unit: Of): Promise<UnitAnswer | null>;
  /** The answer to one that a cluster did not do. */
  undone(unit: Of, of: Pick<UnitAnswer, 'state' | 'problem'>): UnitAnswer;
  /**
   * Takes what a cluster made of it into the workspace.
   * @returns the answer as this workspace can vouch for it
   * @throws ShelfwiseError as `refused`, and nothing is kept
   */
  bringHome(brought: Brought, unit: Of): Promise<UnitAnswer>;
  /** What tells it from others of its kind. A hash of it is stored with plans: it must not change. */
  essence(unit: Of): unknown[];
  /** By which its memory is estimated; null for that of the run that it is about. */
  recipe(unit: Of): Recipe | null;
  /** How a list of the units on a cluster shows it. */
  shown(unit: Of): Partial<ClusterUnit>;
}
