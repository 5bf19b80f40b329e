/** The input and result of a fit, the same for every model and every caller: a run, the leaderboard, a sweep. */
import type { Metrics, RunRecord, Stage } from '../../../shared/contract/run';
import type { Until } from '../../../shared/contract/unit';
import type { ShelfwiseError } from '../../../shared/errors';
import type { CompanionName } from '../../../shared/recipe/companion-names';
import type { Recipe } from '../../../shared/recipe/table';
import type { Sentence } from '../../../shared/words/sentence';
import type { Conditions } from '../../data/conditions';
import type { TrainingData } from '../../data/tables';
import type { Accelerator } from '../../model/dae/dae-training';
import type { Kernels } from '../../model/kernels/kernels';
import type { RandomStreams } from '../../model/random';
import type { BestModel } from './best-model';
import type { Sharing } from './shared-fits';

export interface FitInput {
  readonly kernels: Kernels;
  /** Trains the autoencoder instead of the kernels, which do everything else. */
  readonly accelerator?: Accelerator | null;
  readonly recipe: Recipe;
  readonly random: RandomStreams;
  readonly conditions: Conditions;
  /** The training data without the hold-out. */
  readonly train: TrainingData;
  /** All the data, for the model that makes the lists; null if only the metrics are wanted. */
  readonly all: TrainingData | null;
  /** Shares parts among fits of the same data. */
  readonly sharing: Sharing;
  /** Where to pause; fits to the end where absent. */
  readonly until?: Until | undefined;
}

/** Awaited between two steps, with the finished fraction of the stage; may throw to break off. */
export type BetweenSteps = (stage: Stage, fraction: number) => Promise<void>;

export interface FittedRun {
  /** The model behind the metrics, trained without the hold-out. Null if the fit ended before it learned anything. */
  readonly measured: BestModel | null;
  /** The model that makes the lists. */
  readonly final: BestModel | null;
  readonly stages: RunRecord['stages'];
  /** Set if the fit paused as requested, before there was a model to measure: its metrics on the validation part, if it came that far. */
  readonly paused?: { readonly validation: Metrics | null };
  /** Why the run ended early: a request (`stopped`) or a loss that is not a number (`diverged`). */
  readonly brokenOff: ShelfwiseError | null;
  /** A note for the record on how the epochs were chosen. */
  readonly note: Sentence | null;
  /** Companions left out because the data is too large for them. */
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
  readonly model: CompanionName;
  readonly why: Sentence;
}
