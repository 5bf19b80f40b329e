/**
 * ALS: matrix factorisation of viewings (Hu, Koren and Volinsky 2008), regularised by how often a profile or title occurs (Rendle et al. 2022,
 * "Revisiting the performance of iALS on item recommendation benchmarks").
 *
 * Minimises  sum over watched of w (1 - x.y)^2  +  unwatched * sum over all (x.y)^2  +  regularisation * sum (n + unwatched * N)^frequency |.|^2
 * over profiles and titles, where n is a row's watched weight and N the number of rows on the other side. Steps of conjugate gradients (Takács,
 * Pilászy and Tikk 2011) improve the rows of one side, then those of the other, each from its current factors. A profile's factors are computed from
 * its history whenever it is scored, so that any history can be scored; an empty one gets popularity.
 */
import * as tf from '@tensorflow/tfjs';
import { columnCounts } from '../../data/histories';
import type { SparseRows } from '../../data/tables';
import { topK } from '../ranking/top-k';
import type { Recipe } from '../../../shared/recipe/table';
import type { BestItems, ScoringRows } from '../ranking/scorer';
import { factorsFor } from '../costs';
import { type Kernels, rowSums } from '../kernels/kernels';
import type { FactorSolver } from '../kernels/linear/linear-kernels';
import type { RandomStreams } from '../random';
import type { NamedTensors, Recommender } from '../recommender';
import type { BaselineDefinition } from '../definition';
import { floatsOf } from '../values-of';
import { scoresOfFactors } from './scores-of-factors';
import { transpose } from './transpose';

/** Steps that improve a row in each pass, and that compute a row's factors from zero. */
const TRAINING_STEPS = 3;
export const SCORING_STEPS = 20;
/**
 * Total weight of all pairs, relative to the watched ones with weight 1, if the recipe does not say: suits both dense and sparse data
 * (bench/linear).
 */
const ALL_TO_WATCHED = 5.5;
/** Regularisation if the recipe does not say, times the square root of the mean length of a history: suits both, too. */
const REGULARISATION = 0.002;

interface Problem {
  readonly factors: number;
  readonly unwatched: number;
  readonly regularisation: number;
  readonly frequency: number;
}

export const als: BaselineDefinition = {
  usesChance: true,
  fit({ histories }, recipe, random, kernels) {
    const problem = problemOf(recipe, {
      factors: factorsOf(recipe, histories.columns),
      unwatched: recipe['als.unwatched'] || unwatchedWeight(histories),
      regularisation: recipe['als.regularisation'] || regularisationFor(histories),
    });
    const items = fitItems(histories, problem, recipe['als.passes'], random, kernels);
    return new AlsRecommender(items, Float32Array.from(columnCounts(histories)), problem, kernels);
  },
  declare: (recipe, { items }) => [
    { name: 'items', type: 'F32', shape: [items, factorsOf(recipe, items)] },
    { name: 'popularity', type: 'F32', shape: [items] },
    { name: 'unwatched', type: 'F32', shape: [1], values: { kind: 'counts' } },
    { name: 'regularisation', type: 'F32', shape: [1], values: { kind: 'counts' } },
  ],
  restore(tensors: NamedTensors, recipe, kernels) {
    const { shape } = tensors.items!;
    const given = {
      factors: shape[1]!,
      unwatched: tensors.unwatched!.values[0]!,
      regularisation: tensors.regularisation!.values[0]!,
    };
    const problem = problemOf(recipe, given);
    return new AlsRecommender(floatsOf(tensors, 'items'), floatsOf(tensors, 'popularity'), problem, kernels);
  },
};

type Given = Omit<Problem, 'frequency'>;

const factorsOf = (recipe: Recipe, titles: number): number => recipe['als.factors'] || factorsFor(titles);

const problemOf = (recipe: Recipe, { factors, unwatched, regularisation }: Given): Problem => ({
  factors,
  // Rounded to 32 bits, as they are stored.
  unwatched: Math.fround(unwatched),
  regularisation: Math.fround(regularisation),
  frequency: recipe['als.frequency'],
});

/** Weight of an unwatched pair, from the data, if the recipe does not say. */
function unwatchedWeight({ rows, columns, values }: SparseRows): number {
  const watched = values.reduce((sum, value) => sum + value, 0);
  return (ALL_TO_WATCHED * watched) / Math.max(1, rows * columns);
}

/** Regularisation, from the data, if the recipe does not say: longer histories need more of it. */
function regularisationFor({ rows, offsets, indices }: SparseRows): number {
  let used = 0;
  for (let row = 0; row < rows; row++) if (offsets[row + 1]! > offsets[row]!) used++;
  return REGULARISATION * Math.sqrt(Math.max(1, indices.length) / Math.max(1, used));
}

/** Factors of the items, items x factors, after `passes` over profiles and items in turn. */
function fitItems(
  histories: SparseRows,
  problem: Problem,
  passes: number,
  random: RandomStreams,
  kernels: Kernels,
): Float32Array {
  const { factors, unwatched } = problem;
  const watchers = transpose(histories);
  const ridgesOfProfiles = ridgesOf(histories, problem);
  const ridgesOfItems = ridgesOf(watchers, problem);
  const start = random.stream('weights/als/items').glorotUniform(histories.columns * factors, factors, factors);
  let items: Float32Array = start.map((value) => value / Math.sqrt(factors));
  let profiles: Float32Array = new Float32Array(histories.rows * factors);
  const improved = (own: Float32Array, rows: SparseRows, others: Float32Array, ridges: Float32Array): Float32Array => {
    const solver = kernels.linear.factorSolver(others, factors, unwatched);
    const result = solver.improve(own, rows, ridges, TRAINING_STEPS);
    solver.dispose();
    return result;
  };
  for (let pass = 0; pass < passes; pass++) {
    profiles = improved(profiles, histories, items, ridgesOfProfiles);
    items = improved(items, watchers, profiles, ridgesOfItems);
  }
  return items;
}

/** Regularisation of each row's factors. */
function ridgesOf(rows: SparseRows, { unwatched, regularisation, frequency }: Problem): Float32Array {
  return rowSums(rows).map(
    // A power through the logarithm: Math.pow differs between versions of Node.
    (watched) => regularisation * Math.exp(frequency * Math.log(watched + unwatched * rows.columns)),
  );
}

class AlsRecommender implements Recommender {
  readonly #solver: FactorSolver;
  readonly #items: tf.Tensor2D;
  readonly #noBias: tf.Tensor2D;

  constructor(
    private readonly items: Float32Array,
    private readonly popularity: Float32Array,
    private readonly problem: Problem,
    private readonly kernels: Kernels,
  ) {
    this.#solver = kernels.linear.factorSolver(items, problem.factors, problem.unwatched);
    this.#items = tf.keep(tf.tensor2d(items, [popularity.length, problem.factors]));
    this.#noBias = tf.keep(tf.zeros<tf.Rank.R2>([1, popularity.length]));
  }

  score({ histories }: ScoringRows): Float32Array {
    const { popularity, kernels } = this;
    const scores = scoresOfFactors(kernels, this.#profilesOf(histories), this.#items);
    for (const row of emptyRows(histories)) scores.set(popularity, row * popularity.length);
    return scores;
  }

  best({ histories }: ScoringRows, count: number, excludeWatched: boolean): BestItems | null {
    const { kernels, popularity } = this;
    if (kernels.best === undefined) return null;
    const { rows } = histories;
    const watched = excludeWatched ? histories : { offsets: new Int32Array(rows + 1), indices: new Int32Array(0) };
    const code = tf.tensor2d(this.#profilesOf(histories), [rows, this.problem.factors]);
    const best = kernels.best(code, this.#items, this.#noBias, watched, count);
    code.dispose();
    const popular = topK(popularity, 0, popularity.length, count);
    for (const row of emptyRows(histories)) {
      best.items.set(popular, row * count);
      best.scores.set(
        Float32Array.from(popular, (item) => popularity[item]!),
        row * count,
      );
    }
    return best;
  }

  #profilesOf(histories: SparseRows): Float32Array {
    const nothing = new Float32Array(histories.rows * this.problem.factors);
    return this.#solver.improve(nothing, histories, ridgesOf(histories, this.problem), SCORING_STEPS);
  }

  tensors(): NamedTensors {
    const items = this.popularity.length;
    return {
      items: { shape: [items, this.problem.factors], values: this.items },
      popularity: { shape: [items], values: this.popularity },
      unwatched: { shape: [1], values: Float32Array.of(this.problem.unwatched) },
      regularisation: { shape: [1], values: Float32Array.of(this.problem.regularisation) },
    };
  }

  dispose(): void {
    this.#solver.dispose();
    tf.dispose([this.#items, this.#noBias]);
  }
}

const emptyRows = ({ rows, offsets }: SparseRows): number[] =>
  Array.from({ length: rows }, (_, row) => row).filter((row) => offsets[row] === offsets[row + 1]);
