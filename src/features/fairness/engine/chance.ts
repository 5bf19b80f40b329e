/** What chance moves: models that were trained on shuffled attributes move their lists as well, and no two of them alike. */
import type { RunRecord } from '../../../shared/contract/run';
import { LIST_LENGTH } from '../../../shared/limits';
import { MODEL_ROWS } from '../../../shared/recipe/models';
import type { Recipe } from '../../../shared/recipe/table';
import { listDatasets } from '../../../engine/data/snapshot';
import { meanOf } from '../../../engine/model/evaluate/judge';
import { listRuns } from '../../../engine/runs/store';
import type { RunSession } from '../../../engine/sessions/run-session';
import type { Workspace } from '../../../engine/storage/workspace';
import { estimateRun } from '../../../engine/training/train/estimate';
import type { Fairness } from '../contract/fairness';
import { SHUFFLES } from '../contract/limits';
import type { Shuffle } from './chance-file';
import type { Moves } from './what-if';

/** The processor trains, whatever trained the run: the figures are the same on every computer. */
export const shuffledRecipe = (recipe: Recipe): Recipe => ({ ...recipe, 'numeric.device': 'cpu' });

/** The shuffles that are not kept. */
export const missing = (kept: readonly Shuffle[]): number[] =>
  Array.from({ length: SHUFFLES }, (_, shuffle) => shuffle).filter(
    (one) => !kept.some(({ shuffle }) => shuffle === one),
  );

/** What measuring chance still takes; null where it was measured. */
export async function leftToTrain(
  workspace: Workspace,
  session: RunSession,
  kept: readonly Shuffle[],
): Promise<Fairness['left']> {
  const trainings = missing(kept).length;
  if (trainings === 0) return null;
  const [runs, datasets] = await Promise.all([listRuns(workspace), listDatasets(workspace)]);
  const { dataset } = session.dataset.snapshot;
  const { low, high } = estimateRun(dataset, shuffledRecipe(session.record.recipe), runs, datasets).seconds;
  return { trainings, seconds: { low: trainings * low, high: trainings * high } };
}

/** Whether the model reads no attributes. */
export const cannotFollow = ({ model, recipe }: Pick<RunRecord, 'model' | 'recipe'>): boolean =>
  !MODEL_ROWS[model].latent || recipe['structure.condition'] === 'none';

/** What an attribute does beside what chance does, of the children that both were asked about. */
interface BesideChance {
  readonly attribute: string;
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** The mean of each shuffle over these children. */
  readonly means: readonly number[];
}

/** @param moves of the lists as the model ranks them */
export function besideChance(attribute: string, moves: Moves, shuffles: readonly Shuffle[]): BesideChance {
  const changed = shuffles.map(({ moves: all }) => all.find((one) => one.attribute === attribute)?.changed ?? []);
  const both = Array.from(moves.rows, (row, at) => ({
    after: moves.shares[at]!,
    chance: changed.map((ofShuffle) => (ofShuffle[row] ?? -1) / LIST_LENGTH),
  })).filter(({ chance }) => chance.every((share) => share >= 0));
  return {
    attribute,
    before: Float64Array.from(both, ({ chance }) => meanOf(chance)),
    after: Float64Array.from(both, ({ after }) => after),
    means: changed.map((_, shuffle) => meanOf(both.map(({ chance }) => chance[shuffle]!))),
  };
}

/**
 * How far the difference of an attribute would be from itself if all models were trained again. A training is as far from the mean of others, as a share of
 * it, for every attribute: so the variance is pooled, since a few trainings say little of each attribute alone.
 * @returns the standard deviation of each difference, and the degrees of freedom of all
 */
export function spreadOfTrainings(all: readonly Omit<BesideChance, 'attribute'>[]): {
  deviations: number[];
  freedom: number;
} {
  let [squares, freedom] = [0, 0];
  for (const { means } of all) {
    const mean = meanOf(means);
    if (mean === 0) continue;
    for (const one of means) squares += (one / mean - 1) * (one / mean - 1);
    freedom += means.length - 1;
  }
  const share = freedom === 0 ? 0 : Math.sqrt(squares / freedom);
  return {
    deviations: all.map(({ before, after, means }) => {
      const [chance, own] = [meanOf(before), meanOf(after)];
      return share * Math.sqrt(own * own + (chance * chance) / means.length);
    }),
    freedom,
  };
}
