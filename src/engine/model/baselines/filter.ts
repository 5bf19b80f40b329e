/**
 * Linear graph filter (Shen et al. 2021, GF-CF): how much of a history comes back after a step from titles to the profiles that watched them,
 * and one back to their titles, each step divided by the square roots of how often a profile or title occurs.
 *
 * With n and c the sums of the rows and columns of the histories X, and Z = X / sqrt(n c), a row x scores (x Z'Z)_j c_j^popularity. There is
 * nothing to fit: Z'Z is never made, a row takes two sparse products, and a profile that is new needs its history only.
 */
import { columnCounts, selectRows } from '../../data/histories';
import type { SparseRows } from '../../data/tables';
import type { ScoringRows } from '../../ranking/scorer';
import { type Kernels, rowSums } from '../kernels/kernels';
import type { NamedTensors, Recommender } from '../recommender';
import type { BaselineDefinition } from '../definition';
import { powerOf } from './power';
import { transpose } from './transpose';

export const filter: BaselineDefinition = {
  usesChance: false,
  fit({ histories }, recipe, _random, kernels) {
    const used = orderedByTitles(histories);
    return filterRecommender(used, Float32Array.from(columnCounts(histories)), recipe['filter.popularity'], kernels);
  },
  declare: (_recipe, { items }) => [
    { name: 'offsets', type: 'I32', shape: ['ends'], values: { kind: 'offsets', into: 'titles' } },
    { name: 'titles', type: 'I32', shape: ['titles'], values: { kind: 'indices', below: items } },
    { name: 'weights', type: 'F32', shape: ['titles'], values: { kind: 'counts' } },
    { name: 'popularity', type: 'F32', shape: [items] },
  ],
  restore(tensors: NamedTensors, recipe, kernels) {
    const popularity = tensors.popularity!.values as Float32Array;
    const offsets = tensors.offsets!.values as Int32Array;
    const histories = {
      rows: offsets.length - 1,
      columns: popularity.length,
      offsets,
      indices: tensors.titles!.values as Int32Array,
      values: tensors.weights!.values as Float32Array,
    };
    return filterRecommender(histories, popularity, recipe['filter.popularity'], kernels);
  },
};

function filterRecommender(
  histories: SparseRows,
  popularity: Float32Array,
  exponent: number,
  kernels: Kernels,
): Recommender {
  const items = popularity.length;
  const profileSums = rowSums(histories);
  const itemSums = columnSums(histories);
  const steps = (power: number): SparseRows => ({
    ...histories,
    values: weighted(
      histories,
      (value, row, item) => (value / Math.sqrt(profileSums[row]! * itemSums[item]!)) * powerOf(itemSums[item]!, power),
    ),
  });
  const scorer = kernels.linear.walkScorer(transpose(steps(0)), steps(exponent));
  return {
    score({ histories: rows }: ScoringRows): Float32Array {
      const scores = scorer.score(rows);
      for (let row = 0; row < rows.rows; row++)
        if (rows.offsets[row] === rows.offsets[row + 1]) scores.set(popularity, row * items);
      return scores;
    },
    tensors: () => ({
      offsets: { shape: [histories.rows + 1], values: histories.offsets },
      titles: { shape: [histories.indices.length], values: histories.indices },
      weights: { shape: [histories.values.length], values: histories.values },
      popularity: { shape: [items], values: popularity },
    }),
    dispose: () => scorer.dispose(),
  };
}

/** The histories that are not empty, in the order of their titles: what is stored does not say whose each is. */
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
