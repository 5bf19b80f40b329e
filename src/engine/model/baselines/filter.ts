/**
 * Linear graph filter (Shen et al. 2021, GF-CF): the part of a history that comes back after a step from titles to the profiles that watched them,
 * and one back to their titles, each step divided by the square roots of how often a profile or title occurs.
 *
 * With n and c the sums of the rows and columns of the histories X, and Z = X / sqrt(n c), a row x scores (x Z'Z)_j c_j^popularity. Nothing is
 * fitted: Z'Z is never computed, a row takes two sparse products, and a new profile needs only its history.
 *
 * If the recipe asks for the low-pass of that paper, lowPass x (x C^-1/2 VV' C^1/2)_j c_j^popularity is added: V are the leading right singular
 * vectors of Z, C the column sums. Other forms weigh each vector by its singular value (filter-shape.ts).
 */
import * as tf from '@tensorflow/tfjs';
import { columnCounts, selectRows } from '../../data/histories';
import type { SparseRows } from '../../data/tables';
import type { Recipe } from '../../../shared/recipe/table';
import type { ScoringRows } from '../ranking/scorer';
import { type Kernels, rowSums } from '../kernels/kernels';
import type { NamedTensors, Recommender } from '../recommender';
import type { TensorDeclaration } from '../declaration';
import type { BaselineDefinition } from '../definition';
import type { Pause } from '../pause';
import { floatsOf, integersOf } from '../values-of';
import { type FilterShape, shapeOf, vectorsWanted } from './filter-shape';
import { leadingVectors } from './low-pass';
import { powerOf } from './power';
import { scoresOfFactors } from './scores-of-factors';
import { singularVectors } from './singular-vectors';
import { transpose } from './transpose';

export const filter: BaselineDefinition = {
  usesChance: false,
  async fit({ histories }, recipe, _random, kernels, pause) {
    const used = orderedByTitles(histories);
    const popularity = Float32Array.from(columnCounts(histories));
    return filterRecommender(used, popularity, await vectorsFor(used, recipe, kernels, pause), recipe, kernels);
  },
  declare: (recipe, { items }) => [
    { name: 'offsets', type: 'I32', shape: ['ends'], values: { kind: 'offsets', into: 'titles' } },
    { name: 'titles', type: 'I32', shape: ['titles'], values: { kind: 'indices', below: items } },
    { name: 'weights', type: 'F32', shape: ['titles'], values: { kind: 'counts' } },
    { name: 'popularity', type: 'F32', shape: [items] },
    ...(vectorsWanted(recipe) === 0 ? [] : [{ name: 'vectors', type: 'F32' as const, shape: [items, 'vectors'] }]),
    ...(recipe['filter.form'] === 'plain' ? [] : [SQUARES]),
  ],
  restore(tensors: NamedTensors, recipe, kernels) {
    const popularity = floatsOf(tensors, 'popularity');
    const offsets = integersOf(tensors, 'offsets');
    const histories = {
      rows: offsets.length - 1,
      columns: popularity.length,
      offsets,
      indices: integersOf(tensors, 'titles'),
      values: floatsOf(tensors, 'weights'),
    };
    const stored = tensors.vectors;
    const squares = recipe['filter.form'] === 'plain' ? NO_SQUARES : floatsOf(tensors, 'squares');
    const vectors = stored ? { count: stored.shape[1]!, values: floatsOf(tensors, 'vectors'), squares } : null;
    return filterRecommender(histories, popularity, vectors, recipe, kernels);
  },
};

/** Leading right singular vectors, items x count, with the squares of their singular values where the form reads them. */
interface Vectors {
  readonly count: number;
  readonly values: Float32Array;
  readonly squares: Float32Array;
}
const NO_SQUARES = new Float32Array(0);
const SQUARES: TensorDeclaration = { name: 'squares', type: 'F32', shape: ['vectors'], values: { kind: 'share' } };

async function vectorsFor(rows: SparseRows, recipe: Recipe, kernels: Kernels, pause: Pause): Promise<Vectors | null> {
  const most = vectorsWanted(recipe);
  if (most === 0) return null;
  if (recipe['filter.form'] === 'plain') {
    const { kept, vectors } = await leadingVectors(stepsOf(rows, 0), most, pause);
    return { count: kept, values: Float32Array.from(vectors), squares: NO_SQUARES };
  }
  const { vectors, squares } = await singularVectors(stepsOf(rows, 0), most, kernels, pause);
  // None exceeds 1 but by rounding.
  return { count: squares.length, values: vectors, squares: squares.map((square) => Math.min(1, square)) };
}

function filterRecommender(
  histories: SparseRows,
  popularity: Float32Array,
  vectors: Vectors | null,
  recipe: Recipe,
  kernels: Kernels,
): Recommender {
  const items = popularity.length;
  const shape = shapeOf(recipe, vectors?.squares ?? NO_SQUARES);
  const walk = kernels.linear.walkScorer(
    transpose(stepsOf(histories, shape.watched.walk)),
    stepsOf(histories, shape.candidates.walk, shape.walk),
  );
  const lowPass = vectors && vectors.count > 0 ? vectorScorer(vectors, columnSums(histories), shape, kernels) : null;
  return {
    score({ histories: rows }: ScoringRows): Float32Array {
      const scores = walk.score(rows);
      const added = lowPass?.score(rows) ?? [];
      // A loop: a call per score would take longer than the scores.
      for (let at = 0; at < added.length; at++) scores[at]! += added[at]!;
      for (let row = 0; row < rows.rows; row++)
        if (rows.offsets[row] === rows.offsets[row + 1]) scores.set(popularity, row * items);
      return scores;
    },
    tensors: () => ({
      offsets: { shape: [histories.rows + 1], values: histories.offsets },
      titles: { shape: [histories.indices.length], values: histories.indices },
      weights: { shape: [histories.values.length], values: histories.values },
      popularity: { shape: [items], values: popularity },
      ...(vectors && { vectors: { shape: [items, vectors.count], values: vectors.values } }),
      ...(vectors &&
        recipe['filter.form'] !== 'plain' && { squares: { shape: [vectors.count], values: vectors.squares } }),
    }),
    dispose() {
      walk.dispose();
      lowPass?.dispose();
    },
  };
}

/** Z, each column times a power of its sum, and all of it times a factor. */
function stepsOf(histories: SparseRows, power: number, factor = 1): SparseRows {
  const profileSums = rowSums(histories);
  const itemSums = columnSums(histories);
  return {
    ...histories,
    values: weighted(
      histories,
      (value, row, item) =>
        (value / Math.sqrt(profileSums[row]! * itemSums[item]!)) * powerOf(itemSums[item]!, power) * factor,
    ),
  };
}

/** The scores that vectors add to rows, rows x items. */
function vectorScorer({ count, values }: Vectors, itemSums: Float64Array, shape: FilterShape, kernels: Kernels) {
  /** A title without viewings is zero in every vector. */
  const scaled = (exponent: number, factorOf: (vector: number) => number): Float32Array => {
    const factors = Float64Array.from({ length: count }, (_, vector) => factorOf(vector));
    return values.map((value, at) => {
      const item = Math.floor(at / count);
      const sum = itemSums[item]!;
      return sum === 0 ? 0 : factors[at - item * count]! * value * powerOf(sum, exponent);
    });
  };
  const there = scaled(shape.watched.vectors, () => 1);
  const back = tf.keep(tf.tensor2d(scaled(shape.candidates.vectors, shape.weightOf), [itemSums.length, count]));
  return {
    score(rows: SparseRows): Float32Array {
      const code = new Float32Array(rows.rows * count);
      for (let row = 0; row < rows.rows; row++)
        for (let at = rows.offsets[row]!; at < rows.offsets[row + 1]!; at++)
          for (let vector = 0, from = rows.indices[at]! * count; vector < count; vector++)
            code[row * count + vector]! += rows.values[at]! * there[from + vector]!;
      return scoresOfFactors(kernels, code, back);
    },
    dispose: () => back.dispose(),
  };
}

/** The non-empty histories, sorted by their titles, so that the stored rows do not tell which profile each belongs to. */
function orderedByTitles(histories: SparseRows): SparseRows {
  const { offsets, indices, values } = histories;
  const compare = (left: number, right: number): number => {
    const [start, other] = [offsets[left]!, offsets[right]!];
    const [length, otherLength] = [offsets[left + 1]! - start, offsets[right + 1]! - other];
    for (let at = 0; at < Math.min(length, otherLength); at++) {
      const difference = indices[start + at]! - indices[other + at]! || values[start + at]! - values[other + at]!;
      if (difference !== 0) return difference;
    }
    return length - otherLength;
  };
  const used = Int32Array.from({ length: histories.rows }, (_, row) => row).filter(
    (row) => offsets[row + 1]! > offsets[row]!,
  );
  return selectRows(histories, used.sort(compare));
}

function columnSums({ columns, indices, values }: SparseRows): Float64Array {
  const sums = new Float64Array(columns);
  indices.forEach((item, at) => (sums[item]! += values[at]!));
  return sums;
}

function weighted(rows: SparseRows, weight: (value: number, row: number, item: number) => number): Float32Array {
  const values = new Float32Array(rows.values.length);
  for (let row = 0; row < rows.rows; row++)
    for (let at = rows.offsets[row]!; at < rows.offsets[row + 1]!; at++)
      values[at] = weight(rows.values[at]!, row, rows.indices[at]!);
  return values;
}
