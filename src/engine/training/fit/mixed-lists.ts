/** Makes the list of a row for each mixture of the same scores, without examining all titles for each. */
import { LIST_LENGTH } from '../../../shared/limits';
import type { SparseRows } from '../../data/tables';
import { HALF_TRUSTED, mixedRow, momentsOf, placesOf, standardise } from '../../model/dae/companion';
import type { Kernels, Mixing, ScoresToMix } from '../../model/kernels/kernels';
import { rankedItems, watchedOf } from '../../model/ranking/lists';
import { topK } from '../../model/ranking/top-k';
import type { ListsOfRow } from './judge-variants';

/** The scores that rank a row, or some of its titles. */
interface RowScores {
  readonly own: Float32Array;
  /** Scores of the companions, as deviations from their mean. */
  readonly others: readonly Float32Array[];
  /** Added after the mixture, the same in every row. */
  readonly trend?: Float32Array;
}

/** The list of each row of a block for each mixture: by the kernels if they can, else item by item. */
export function listsOfBlock(
  kernels: Pick<Kernels, 'bestOfMixtures'>,
  scores: ScoresToMix,
  histories: SparseRows,
  mixtures: readonly Mixing[],
): ListsOfRow {
  const found = kernels.bestOfMixtures?.(scores, mixtures, histories, LIST_LENGTH, HALF_TRUSTED);
  return (row) => {
    if (found?.isLeft[row] !== 0) return listsOfRow(scores, histories, mixtures, row);
    return (which) => {
      const at = (row * mixtures.length + which) * LIST_LENGTH;
      return found.items.subarray(at, at + LIST_LENGTH);
    };
  };
}

/** The lists of one row, item by item. */
function listsOfRow(
  scores: ScoresToMix,
  histories: SparseRows,
  mixtures: readonly Mixing[],
  row: number,
): (which: number) => Int32Array {
  const items = histories.columns;
  const rowOf = (all: Float32Array): Float32Array => all.slice(row * items, (row + 1) * items);
  const [own, others] = [rowOf(scores.own), scores.others.map(rowOf)];
  for (const some of scores.isOwnStandardised ? [own, ...others] : others) standardise(some);
  const watched = watchedOf(histories, row);
  // Items are examined by the scores of a mixture alone, so lists go by the companions that mixtures share.
  const byPlaces = new Map<string, ListOfMixture>();
  return (which) => {
    const mixture = mixtures[which]!;
    const places = placesOf(mixture);
    const name = places.join();
    const of = { own, others: places.map((place) => others[place]!), ...(scores.trend && { trend: scores.trend }) };
    const listOf = byPlaces.get(name) ?? listsOfMixtures(of, watched);
    byPlaces.set(name, listOf);
    return listOf(
      places.map((place) => mixture.shares[place]!),
      mixture.strength,
    );
  };
}

/** @param strength of the trend, at least 0 */
type ListOfMixture = (shares: readonly number[], strength?: number) => Int32Array;

/** Number of best titles by each score alone to examine first. */
const FIRST = 4 * LIST_LENGTH;

/**
 * The list of a row for each mixture. The score of a mixture rises with each of its scores, so a title outside the FIRST of every score cannot
 * exceed the mixture of their last values: a list that ends above that is final. A row without a history is ranked by its own scores and the trend.
 */
export function listsOfMixtures(scores: RowScores, watched: Int32Array): ListOfMixture {
  const { own, others, trend } = scores;
  const items = own.length;
  const facts = { moments: momentsOf(own), length: watched.length };
  const firsts = [own, ...others, ...(trend === undefined ? [] : [trend])].map((some) =>
    topK(some, 0, items, FIRST, watched),
  );
  const candidates = Int32Array.from(new Set(firsts.flatMap((first) => Array.from(first)))).sort();
  const ofCandidates = mapScores(scores, (some) => Float32Array.from(candidates, (item) => some[item]!));
  const ofLast = mapScores(scores, (some, which) => Float32Array.of(some[firsts[which]!.at(-1)!]!));
  const sums = new Float64Array(items);
  const mixed = new Float32Array(items);
  /** In memory that the next call overwrites. */
  const mix = (part: RowScores, shares: readonly number[], strength: number): Float32Array => {
    const places = part.own.length;
    if (watched.length === 0) sums.set(part.own);
    else mixedRow(part.own, part.others, facts, shares, sums);
    if (part.trend === undefined) for (let at = 0; at < places; at++) mixed[at] = sums[at]!;
    else for (let at = 0; at < places; at++) mixed[at] = sums[at]! + strength * part.trend[at]!;
    return mixed;
  };
  return (shares, strength = 0) => {
    const most = mix(ofLast, shares, strength)[0]!;
    const list = topK(mix(ofCandidates, shares, strength), 0, candidates.length, LIST_LENGTH);
    if (list.length === LIST_LENGTH && mixed[list.at(-1)!]! > most) return list.map((at) => candidates[at]!);
    return rankedItems(mix(scores, shares, strength), 0, items, LIST_LENGTH, watched, true);
  };
}

/** @param of maps the own scores, each companion's scores and the trend, numbered in this order */
function mapScores(
  { own, others, trend }: RowScores,
  of: (scores: Float32Array, which: number) => Float32Array,
): RowScores {
  return {
    own: of(own, 0),
    others: others.map((scores, which) => of(scores, which + 1)),
    ...(trend && { trend: of(trend, others.length + 1) }),
  };
}
