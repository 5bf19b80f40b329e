/** One stage of fitting the autoencoder: trains epochs, with or without a validation part for early stopping. */
import type { Epoch, Metrics, Stage } from '../../../shared/contract/run';
import { toShelfwiseError } from '../../../shared/errors';
import type { Recipe } from '../../../shared/recipe/table';
import type { Conditions } from '../../data/conditions';
import type { Histories } from '../../data/tables';
import { areBelow, areFinite } from '../../model/declaration';
import type { Accelerator, TrainingState } from '../../model/dae/dae-training';
import { divergence } from '../../model/dae/optimiser';
import { restoreDae } from '../../model/dae/dae-recommender';
import { EnsembleTraining } from '../../model/dae/ensemble';
import type { Kernels } from '../../model/kernels/kernels';
import type { RandomStreams } from '../../model/random';
import type { NamedTensors, Recommender } from '../../model/recommender';
import { hashTensors } from '../../model/safetensors';
import { SCORING_ROWS } from '../../model/ranking/lists';
import { selectScoringRows } from '../../model/ranking/scorer';
import { validate, type Validation } from './validation';
import { timed } from './timed-parts';

export interface StageInput {
  readonly kernels: Kernels;
  readonly accelerator?: Accelerator | null;
  readonly recipe: Recipe;
  readonly random: RandomStreams;
  readonly stage: Stage;
  readonly histories: Histories;
  readonly conditions: Conditions;
  /** Number of epochs; the most, if there is a validation part. */
  readonly epochs: number;
  readonly validation: Validation | null;
}

/** The position in a stage after an epoch; with the training state, all that resuming needs. */
export interface StagePosition {
  readonly epoch: number;
  /** Epoch with the best validation score so far, 0 before the first; null without validation. */
  readonly best: { readonly epoch: number; readonly score: number } | null;
}

interface StageHooks {
  /** Called after each epoch. */
  onEpoch(report: Epoch, position: StagePosition, fitted: FittedEpoch): Promise<void>;
  /** Awaited between steps, with the finished fraction of the stage; may throw to break off. */
  betweenSteps(fraction: number): Promise<void>;
}

export interface FittedEpoch {
  /** Whether the weights are the best so far (always true without validation). */
  readonly isBest: boolean;
  readonly weights: NamedTensors;
  readonly training: EnsembleTraining;
}

interface StageResult {
  /** Epochs trained, or the best number of epochs if there was a validation part. */
  readonly epochs: number;
  /** Weights after the last epoch. */
  readonly weights: NamedTensors;
  readonly lastMetrics: Metrics | null;
}

/** @throws ShelfwiseError `diverged`, or whatever `betweenSteps` throws */
export async function trainStage(
  input: StageInput,
  hooks: StageHooks,
  resumed?: { state: TrainingState; position: StagePosition },
): Promise<StageResult> {
  const { recipe, stage, epochs } = input;
  const training = await EnsembleTraining.begin(input, resumed?.state);
  let position: StagePosition = resumed?.position ?? { epoch: 0, best: null };
  let lastMetrics: Metrics | null = null;
  try {
    while (position.epoch < epochs && !outOfPatience(position, recipe)) {
      const epoch = position.epoch + 1;
      const started = performance.now();
      const loss = await timed('epochs', () =>
        training.runEpoch(epoch, (share) => hooks.betweenSteps((epoch - 1 + share) / epochs)),
      );
      const weights = await training.weights();
      const metrics = await timed('validation', () => judgeEpoch(weights, input, epoch));
      lastMetrics = metrics;
      const isBest = metrics === null || metrics.score > (position.best?.score ?? -1);
      position = { epoch, best: metrics === null ? null : isBest ? { epoch, score: metrics.score } : position.best };
      const seconds = (performance.now() - started) / 1000;
      const weightsSha256 = await timed('hashing', () => hashTensors(weights));
      const report = { stage, epoch, loss, validation: metrics, seconds, weightsSha256 };
      await timed('storing', () => hooks.onEpoch(report, position, { isBest, weights, training }));
    }
    return { epochs: position.best?.epoch ?? position.epoch, weights: await training.weights(), lastMetrics };
  } finally {
    training.dispose();
  }
}

/**
 * No score overflows while no weight is larger: a score is two sums of products, of at most some millions of terms each, over inputs of no such
 * size.
 */
const LARGEST_SAFE = 1e6;

function outOfPatience({ epoch, best }: StagePosition, recipe: Recipe): boolean {
  return best !== null && epoch - best.epoch >= recipe['stopping.patience'];
}

/**
 * The metrics of the weights after an epoch; null without a validation part.
 * @throws ShelfwiseError `diverged` if a score is not a number. The loss does not show that: it was taken before the last update, and finite weights
 * may still overflow
 */
function judgeEpoch(weights: NamedTensors, input: StageInput, epoch: number): Metrics | null {
  const { kernels, recipe, validation } = input;
  const all = Object.values(weights).map(({ values }) => values as Float32Array);
  const areSafe = all.every((values) => areBelow(values, LARGEST_SAFE));
  if (!areSafe && !all.every(areFinite)) throw divergence(recipe, epoch);
  if (areSafe && validation === null) return null;
  // Not restored as tensors from a file, which would be validated once more.
  const recommender = restoreDae(kernels, recipe, weights);
  try {
    if (validation !== null)
      return validate(recommender, { ...validation, targets: validation.scored }, input.conditions);
    if (!areFinite(scoresOfSome(recommender, input))) throw divergence(recipe, epoch);
    return null;
  } catch (thrown) {
    if (toShelfwiseError(thrown).code === 'diverged') throw divergence(recipe, epoch);
    throw thrown;
  } finally {
    recommender.dispose();
  }
}

/** Scores one block of profiles from all over the data. */
function scoresOfSome(recommender: Recommender, { histories, conditions }: StageInput): Float32Array {
  const count = Math.min(SCORING_ROWS, histories.rows);
  const rows = Int32Array.from({ length: count }, (_, place) => Math.floor((place * histories.rows) / count));
  return recommender.score(selectScoringRows(histories, conditions.values, conditions.width, rows));
}
