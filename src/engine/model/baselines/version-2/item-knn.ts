/**
 * ItemKNN: scores a title by its similarity to the watched titles. Each title keeps only its nearest neighbours.
 *
 * Histories are divided by their length first, so that a profile that watched everything says little about which titles belong together. The
 * similarity of a title j to a watched title i is then their product over n_j^(1/4) n_i^(3/4) (n: the product of a title with itself; a cosine that
 * leans towards popular candidates; roots only, so that the bits are the same everywhere), shrunk by c / (c + shrinkage) if it rests on only c
 * profiles. The form and the defaults were chosen on validation parts of ML-100k cut at random (bench/quality).
 */
import { columnCounts } from '../../../data/histories';
import type { SparseRows } from '../../../data/tables';
import type { ScoringRows } from '../../ranking/scorer';
import { topK } from '../../ranking/top-k';
import type { NamedTensors, Recommender } from '../../recommender';
import type { BaselineDefinition } from '../../definition';
import { floatsOf, integersOf } from '../../values-of';
import { transpose } from '../transpose';

export const itemKnn: BaselineDefinition = {
  usesChance: false,
  fit({ histories }, recipe) {
    const nearest = nearestNeighbours(histories, recipe['itemKnn.neighbours'], recipe['itemKnn.shrinkage']);
    return itemKnnRecommender(transpose(nearest), Float32Array.from(columnCounts(histories)), histories.rows);
  },
  declare: (_recipe, { items }) => [
    { name: 'offsets', type: 'I32', shape: [items + 1], values: { kind: 'offsets', into: 'neighbours' } },
    { name: 'candidates', type: 'I32', shape: ['neighbours'], values: { kind: 'indices', below: items } },
    { name: 'similarities', type: 'F32', shape: ['neighbours'] },
    { name: 'popularity', type: 'F32', shape: [items] },
    { name: 'profiles', type: 'I32', shape: [1], values: { kind: 'counts' } },
  ],
  restore(tensors: NamedTensors) {
    const popularity = floatsOf(tensors, 'popularity');
    return itemKnnRecommender(
      {
        rows: popularity.length,
        columns: popularity.length,
        offsets: integersOf(tensors, 'offsets'),
        indices: integersOf(tensors, 'candidates'),
        values: floatsOf(tensors, 'similarities'),
      },
      popularity,
      integersOf(tensors, 'profiles')[0]!,
    );
  },
};

/** Row j: the titles most similar to title j, with their similarity (> 0). */
function nearestNeighbours(histories: SparseRows, neighbours: number, shrinkage: number): SparseRows {
  const items = histories.columns;
  const rows = unitRows(histories);
  const columns = transpose(rows);
  const norms = normsOf(columns);
  const offsets = new Int32Array(items + 1);
  const indices: Int32Array[] = [];
  const values: Float32Array[] = [];
  const products = new Float64Array(items);
  const profiles = new Int32Array(items);
  const similarities = new Float32Array(items);
  for (let item = 0; item < items; item++) {
    products.fill(0);
    profiles.fill(0);
    for (let at = columns.offsets[item]!; at < columns.offsets[item + 1]!; at++) {
      const profile = columns.indices[at]!;
      const value = columns.values[at]!;
      for (let other = rows.offsets[profile]!; other < rows.offsets[profile + 1]!; other++) {
        products[rows.indices[other]!]! += value * rows.values[other]!;
        profiles[rows.indices[other]!]!++;
      }
    }
    const candidateNorm = Math.sqrt(Math.sqrt(norms[item]!));
    for (let other = 0; other < items; other++) {
      const together = profiles[other]!;
      similarities[other] =
        together === 0 || other === item
          ? 0
          : ((products[other]! / (candidateNorm * threeQuarters(norms[other]!))) * together) / (together + shrinkage);
    }
    const nearest = topK(similarities, 0, items, neighbours)
      .filter((other) => similarities[other]! > 0)
      .sort();
    indices.push(nearest);
    values.push(Float32Array.from(nearest, (other) => similarities[other]!));
    offsets[item + 1] = offsets[item]! + nearest.length;
  }
  return {
    rows: items,
    columns: items,
    offsets,
    indices: joined(indices, Int32Array),
    values: joined(values, Float32Array),
  };
}

function itemKnnRecommender(candidates: SparseRows, popularity: Float32Array, profiles: number): Recommender {
  const items = popularity.length;
  // Titles without any link from the history come after all others, by popularity: -1 + a share below 1 is always below 0.
  const background = popularity.map((count) => count / (profiles + 1) - 1);
  const sums = new Float64Array(items);
  return {
    score({ histories }: ScoringRows): Float32Array {
      const scores = new Float32Array(histories.rows * items);
      for (let row = 0; row < histories.rows; row++) {
        sums.fill(0);
        for (let at = histories.offsets[row]!; at < histories.offsets[row + 1]!; at++) {
          const watched = histories.indices[at]!;
          const value = histories.values[at]!;
          for (let next = candidates.offsets[watched]!; next < candidates.offsets[watched + 1]!; next++)
            sums[candidates.indices[next]!]! += value * candidates.values[next]!;
        }
        for (let item = 0; item < items; item++)
          scores[row * items + item] = sums[item]! > 0 ? sums[item]! : background[item]!;
      }
      return scores;
    },
    tensors: () => ({
      offsets: { shape: [items + 1], values: candidates.offsets },
      candidates: { shape: [candidates.indices.length], values: candidates.indices },
      similarities: { shape: [candidates.values.length], values: candidates.values },
      popularity: { shape: [items], values: popularity },
      profiles: { shape: [1], values: Int32Array.of(profiles) },
    }),
    dispose: () => {},
  };
}

/** Each row divided by its Euclidean length. */
function unitRows(rows: SparseRows): SparseRows {
  const values = new Float32Array(rows.values.length);
  for (let row = 0; row < rows.rows; row++) {
    let squares = 0;
    for (let at = rows.offsets[row]!; at < rows.offsets[row + 1]!; at++) squares += rows.values[at]! * rows.values[at]!;
    const length = Math.sqrt(squares);
    for (let at = rows.offsets[row]!; at < rows.offsets[row + 1]!; at++) values[at] = rows.values[at]! / length;
  }
  return { ...rows, values };
}

function normsOf(columns: SparseRows): Float64Array {
  const norms = new Float64Array(columns.rows);
  for (let column = 0; column < columns.rows; column++)
    for (let at = columns.offsets[column]!; at < columns.offsets[column + 1]!; at++)
      norms[column]! += columns.values[at]! * columns.values[at]!;
  return norms;
}

function threeQuarters(value: number): number {
  const root = Math.sqrt(value);
  return root * Math.sqrt(root);
}

function joined<Values extends Int32Array | Float32Array>(
  parts: readonly Values[],
  type: new (length: number) => Values,
): Values {
  const all = new type(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
