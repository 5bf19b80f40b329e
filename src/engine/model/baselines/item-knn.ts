/**
 * ItemKNN: scores a title by its similarity to the watched titles. Each title keeps only its nearest neighbours.
 *
 * With g(i, j) the sum over profiles of x_ui x_uj / |x_u|^2 (a profile that watched everything says little about which titles belong together), a
 * watched title i supports a title j by
 *
 *   (g(i, j) / (g(i, i)^watched g(j, j)^(1 - watched) + shrinkage))^power
 *
 * An exponent above one half leans towards popular candidates; the power below 1 lets many weak similarities count beside a strong one.
 */
import { columnCounts } from '../../data/histories';
import type { SparseRows } from '../../data/tables';
import type { Kernels } from '../kernels/kernels';
import type { NamedTensors } from '../recommender';
import type { BaselineDefinition } from '../definition';
import { powerOf } from './power';
import { declareSimilarity, restoreSimilarity, similarityRecommender } from './similarity-recommender';
import { transpose } from './transpose';

interface Settings {
  readonly neighbours: number;
  readonly shrinkage: number;
  readonly watched: number;
  readonly power: number;
}

export const itemKnn: BaselineDefinition = {
  usesChance: false,
  fit({ histories }, recipe, _random, kernels) {
    const settings = {
      neighbours: recipe['itemKnn.neighbours'] || neighboursOf(histories.columns),
      shrinkage: recipe['itemKnn.shrinkage'],
      watched: recipe['itemKnn.watched'],
      power: recipe['itemKnn.power'],
    };
    const nearest = nearestNeighbours(histories, settings, kernels);
    return similarityRecommender(
      transpose(nearest),
      Float32Array.from(columnCounts(histories)),
      histories.rows,
      kernels,
    );
  },
  declare: declareSimilarity,
  restore: (tensors: NamedTensors, _recipe, kernels) => restoreSimilarity(tensors, kernels),
};

/** Number of neighbours if the recipe does not say: a share of the catalogue (bench/linear). */
const neighboursOf = (titles: number): number => Math.min(1000, Math.max(60, Math.round(titles * 0.03)));

/** Row j: the titles most similar to title j, with their similarity (> 0). */
function nearestNeighbours(histories: SparseRows, settings: Settings, kernels: Kernels): SparseRows {
  const rows = unitRows(histories);
  const norms = normsOf(rows);
  const nearest = kernels.linear.nearestTitles(rows, {
    watched: norms.map((norm) => powerOf(norm, settings.watched)),
    candidates: norms.map((norm) => powerOf(norm, 1 - settings.watched)),
    damping: settings.shrinkage,
    count: settings.neighbours,
  });
  // In place: the similarities of many titles are hundreds of megabytes.
  for (let at = 0; at < nearest.values.length; at++) nearest.values[at] = powerOf(nearest.values[at]!, settings.power);
  return nearest;
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

/** g(i, i) of each title. */
function normsOf({ columns, indices, values }: SparseRows): Float32Array {
  const norms = new Float64Array(columns);
  indices.forEach((item, at) => (norms[item]! += values[at]! * values[at]!));
  return Float32Array.from(norms);
}
