/** Recall, NDCG and score as docs/evaluation.md defines them: pure functions of a list and a set of targets. */
import { ShelfwiseError } from '../../../shared/errors';
import { LIST_LENGTH } from '../../../shared/limits';

/** The targets of a profile: a set of items, or an object with the same methods. */
export interface Targets {
  readonly size: number;
  has(item: number): boolean;
}

const RECALL_SHARE = 0.75;
const NDCG_SHARE = 0.25;

/**
 * Recall: targets among the first `count` places, relative to the most possible.
 * @param recommended items, best first, without repeats; -1 after the end of a list
 * @param targets at least one item
 * @returns hits / min(count, targets), 0 to 1
 */
export function recallAt(recommended: ArrayLike<number>, targets: Targets, count: number = LIST_LENGTH): number {
  const possible = possibleHits(targets, count);
  let hits = 0;
  for (let place = 0; place < Math.min(count, recommended.length); place++)
    if (targets.has(recommended[place]!)) hits++;
  return hits / possible;
}

/**
 * Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002) with binary gain over the first `count` places.
 * @param recommended items, best first, without repeats; -1 after the end of a list
 * @param targets at least one item
 * @returns DCG / ideal DCG over min(count, targets) places, 0 to 1
 */
export function ndcgAt(recommended: ArrayLike<number>, targets: Targets, count: number = LIST_LENGTH): number {
  const possible = possibleHits(targets, count);
  let gain = 0;
  for (let place = 0; place < Math.min(count, recommended.length); place++)
    if (targets.has(recommended[place]!)) gain += discount(place);
  return gain / ideal(possible);
}

/** The one figure that ranks models: a weighted mean of recall and NDCG, 0 to 1 (docs/evaluation.md). */
export function scoreOf(recall: number, ndcg: number): number {
  return RECALL_SHARE * recall + NDCG_SHARE * ndcg;
}

function possibleHits(targets: Targets, count: number): number {
  if (targets.size === 0 || count < 1)
    throw new ShelfwiseError(
      'internal',
      `A list of ${count} cannot be judged by ${targets.size} targets; profiles without targets are left out.`,
    );
  return Math.min(count, targets.size);
}

/** Discounts of the places asked for so far, and their sums from the first place on: a logarithm takes longer than all other work on a place. */
const discounts: number[] = [];
const ideals: number[] = [0];

/** 1 / log2(place + 2), place from 0, through the natural logarithm. */
function discount(place: number): number {
  for (let next = discounts.length; next <= place; next++) {
    discounts.push(Math.LN2 / Math.log(next + 2));
    ideals.push(ideals[next]! + discounts[next]!);
  }
  return discounts[place]!;
}

/** The gain of a list whose first `places` are all hits. */
function ideal(places: number): number {
  discount(places);
  return ideals[places]!;
}
