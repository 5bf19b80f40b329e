import { describe, expect, it } from 'vitest';
import { LIST_LENGTH } from '../../shared/limits';
import { mixedRow, momentsOf, standardise } from '../model/dae/companion';
import { RandomStreams } from '../model/random';
import { rankedItems } from '../ranking/lists';
import { sharesUpTo } from './choosing';
import { listsOfMixtures } from './mixed-lists';

/** More than are looked at first by all scores together. */
const TITLES = 40 * LIST_LENGTH;
const STRENGTHS = [0, 0.5, 1.5];

const random = new RandomStreams(7).stream('mixed-lists');
const scoresOfAll = (spread: number): Float32Array =>
  Float32Array.from({ length: TITLES }, () => spread * random.uniform() * random.uniform());

/** Each title mixed, and all of them ranked. */
function listOfAll(
  { own, others, trend }: { own: Float32Array; others: Float32Array[]; trend: Float32Array },
  watched: Int32Array,
  shares: readonly number[],
  strength: number,
): Int32Array {
  const facts = { moments: momentsOf(own), length: watched.length };
  const mixed =
    watched.length === 0 ? Float64Array.from(own) : mixedRow(own, others, facts, shares, new Float64Array(TITLES));
  const withTrend = Float32Array.from(mixed, (score, title) => score + strength * trend[title]!);
  return rankedItems(withTrend, 0, TITLES, LIST_LENGTH, watched, true);
}

describe('the lists of mixtures', () => {
  it.each([0, 1, 2])('are those of all titles, mixed and ranked: %i companions', (companions) => {
    for (let row = 0; row < 8; row++) {
      const others = Array.from({ length: companions }, () => scoresOfAll(1));
      for (const scores of others) standardise(scores);
      const scores = { own: scoresOfAll(4), others, trend: scoresOfAll(row % 2) };
      const watched = Int32Array.from({ length: 3 * row }, (_, at) => 11 * at);
      const listOf = listsOfMixtures(scores, watched);
      for (const shares of sharesUpTo(0.8, companions, 5))
        for (const strength of STRENGTHS)
          expect(listOf(shares, strength)).toEqual(listOfAll(scores, watched, shares, strength));
    }
  });
});
