/**
 * ALS as recipes of versions 1 and 2 mean it (version 3: ../als.ts): matrix factorisation of viewings (Hu, Koren and Volinsky 2008), regularised by
 * how often a profile or title occurs (Rendle et al. 2022, "Revisiting the performance of iALS on item recommendation benchmarks").
 *
 * Minimises  sum over watched of w (1 - x.y)^2  +  unwatched * sum over all (x.y)^2  +  lambda * sum n |x|^2 + lambda * sum m |y|^2, where n and m
 * are a row's watched weight plus `unwatched` times the number of columns. Steps of conjugate gradients (Takács, Pilászy and Tikk 2011) improve each
 * row, in 64 bits and in a fixed order: the bits are the same on every machine. A profile's factors are computed from its history whenever it is
 * scored, so that any history can be scored; an empty one gets popularity.
 */
import * as tf from '@tensorflow/tfjs';
import { columnCounts } from '../../../data/histories';
import type { SparseRows } from '../../../data/tables';
import type { ScoringRows } from '../../ranking/scorer';
import { factorsFor } from '../../costs';
import { RowSolver } from '../../kernels/linear/row-solver';
import type { RandomStreams } from '../../random';
import type { NamedTensors, Recommender } from '../../recommender';
import type { BaselineDefinition } from '../../definition';
import { floatsOf } from '../../values-of';
import { transpose } from '../transpose';

/** Steps that improve a row in each pass, and that compute a row's factors from zero. */
const TRAINING_STEPS = 3;
const SCORING_STEPS = 20;
/** Rows per scored block, always exactly: a product of another shape may give other bits. */
const BLOCK = 64;

interface Problem {
  readonly factors: number;
  readonly unwatched: number;
  readonly regularisation: number;
}

export const als: BaselineDefinition = {
  usesChance: true,
  fit({ histories }, recipe, random) {
    const problem = {
      factors: recipe['als.factors'] || factorsFor(histories.columns),
      unwatched: recipe['als.unwatched'],
      regularisation: recipe['als.regularisation'],
    };
    const items = fitItems(histories, problem, recipe['als.passes'], random);
    return new AlsRecommender(items, Float32Array.from(columnCounts(histories)), problem);
  },
  declare: (recipe, { items }) => [
    { name: 'items', type: 'F32', shape: [items, recipe['als.factors'] || factorsFor(items)] },
    { name: 'popularity', type: 'F32', shape: [items] },
  ],
  restore(tensors: NamedTensors, recipe) {
    const { shape } = tensors.items!;
    return new AlsRecommender(floatsOf(tensors, 'items'), floatsOf(tensors, 'popularity'), {
      factors: shape[1]!,
      unwatched: recipe['als.unwatched'],
      regularisation: recipe['als.regularisation'],
    });
  },
};

/** Factors of the items, items x factors, after `passes` over profiles and items in turn. */
function fitItems(histories: SparseRows, problem: Problem, passes: number, random: RandomStreams): Float32Array {
  const { factors } = problem;
  const watchers = transpose(histories);
  const items = Float64Array.from(
    random.stream('weights/als/items').glorotUniform(histories.columns * factors, factors, factors),
    (value) => value / Math.sqrt(factors),
  );
  const profiles = new Float64Array(histories.rows * factors);
  for (let pass = 0; pass < passes; pass++) {
    improve(profiles, histories, solverOf(items, problem), problem, TRAINING_STEPS);
    improve(items, watchers, solverOf(profiles, problem), problem, TRAINING_STEPS);
  }
  return Float32Array.from(items);
}

/** Improves the factors of each row of `own` (rows x factors) in place; a row without entries gets zeros. */
function improve(own: Float64Array, rows: SparseRows, solver: RowSolver, problem: Problem, steps: number): void {
  const { factors, unwatched, regularisation } = problem;
  for (let row = 0; row < rows.rows; row++) {
    let weight = unwatched * rows.columns;
    for (let at = rows.offsets[row]!; at < rows.offsets[row + 1]!; at++) weight += rows.values[at]!;
    solver.improve(own.subarray(row * factors, (row + 1) * factors), rows, row, regularisation * weight, steps);
  }
}

const solverOf = (others: Float64Array, { factors, unwatched }: Problem): RowSolver =>
  new RowSolver(others, factors, unwatched);

class AlsRecommender implements Recommender {
  readonly #solver: RowSolver;
  readonly #items: tf.Tensor2D;

  constructor(
    private readonly items: Float32Array,
    private readonly popularity: Float32Array,
    private readonly problem: Problem,
  ) {
    this.#solver = solverOf(Float64Array.from(items), problem);
    this.#items = tf.keep(tf.tensor2d(items, [popularity.length, problem.factors]));
  }

  score({ histories }: ScoringRows): Float32Array {
    const { popularity } = this;
    const { factors } = this.problem;
    const profiles = new Float64Array(histories.rows * factors);
    improve(profiles, histories, this.#solver, this.problem, SCORING_STEPS);
    const scores = new Float32Array(histories.rows * popularity.length);
    for (let from = 0; from < histories.rows; from += BLOCK) {
      const count = Math.min(BLOCK, histories.rows - from);
      const block = new Float32Array(BLOCK * factors);
      block.set(profiles.subarray(from * factors, (from + count) * factors));
      const products = tf.tidy(
        () => tf.matMul(tf.tensor2d(block, [BLOCK, factors]), this.#items, false, true).dataSync() as Float32Array,
      );
      scores.set(products.subarray(0, count * popularity.length), from * popularity.length);
    }
    for (let row = 0; row < histories.rows; row++)
      if (histories.offsets[row] === histories.offsets[row + 1]) scores.set(popularity, row * popularity.length);
    return scores;
  }

  tensors(): NamedTensors {
    const items = this.popularity.length;
    return {
      items: { shape: [items, this.problem.factors], values: this.items },
      popularity: { shape: [items], values: this.popularity },
    };
  }

  dispose(): void {
    this.#items.dispose();
  }
}
