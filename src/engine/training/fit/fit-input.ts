/** The input and the result of a fit, the same for every kind of model and every caller: a run, the leaderboard, a sweep. */
import type { Metrics, RunRecord, Stage } from '../../../shared/contract/run';
import type { Until } from '../../../shared/contract/unit';
import type { ShelfwiseError } from '../../../shared/errors';
import type { CompanionSlot } from '../../../shared/recipe/companions';
import type { BaselineName } from '../../../shared/recipe/models';
import type { Recipe } from '../../../shared/recipe/table';
import type { Sentence } from '../../../shared/words/sentence';
import type { Conditions } from '../../data/conditions';
import type { TrainingData } from '../../data/tables';
import type { Accelerator } from '../../model/dae/dae-training';
import type { Kernels } from '../../model/kernels/kernels';
import type { RandomStreams } from '../../model/random';
import type { KeptModel } from './kept-model';
import type { Sharing } from './shared-fits';

export interface FitInput {
  readonly kernels: Kernels;
  /** Trains the autoencoder in the place of the kernels, which do all else. */
  readonly accelerator?: Accelerator | null;
  readonly recipe: Recipe;
  readonly random: RandomStreams;
  readonly conditions: Conditions;
  /** The training data that is left when the test part is held out. */
  readonly train: TrainingData;
  /** All the data, for the model that makes the lists; null where only the metrics are wanted. */
  readonly all: TrainingData | null;
  /** Among fits of the same data. */
  readonly sharing: Sharing;
  /** Where it pauses; to the end where absent. */
  readonly until?: Until | undefined;
}

/** Is awaited between two steps, with the share of the stage that is done; may throw to break off. */
export type BetweenSteps = (stage: Stage, fraction: number) => Promise<void>;

export interface FittedRun {
  /** The model that earns the metrics: it has not seen the test part. Null where nothing was learned before the end. */
  readonly measured: KeptModel | null;
  /** The model that makes the lists. */
  readonly final: KeptModel | null;
  readonly stages: RunRecord['stages'];
  /** Set where it paused as it was asked to, before there was a model to measure: how it does on the validation part, if it came so far. */
  readonly paused?: { readonly validation: Metrics | null };
  /** Why the run ended early: a request (`stopped`) or a loss that is not a number (`diverged`). */
  readonly brokenOff: ShelfwiseError | null;
  /** A note on how the epochs were chosen, for the reader of the record. */
  readonly note: Sentence | null;
  /** Companions for which the data is too large. */
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
  readonly slot: CompanionSlot;
  readonly model: BaselineName;
  readonly why: Sentence;
}
