import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { COMPANIONS } from '../../../shared/recipe/companion-names';
import { completeRecipe } from '../../../shared/recipe/schema';
import { LIST_LENGTH } from '../../../shared/limits';
import type { SparseRows } from '../../data/tables';
import { loadBackend } from '../../model/backend';
import { mixedRow, momentsOf, standardise } from '../../model/dae/companion';
import type { Kernels, ScoresToMix } from '../../model/kernels/kernels';
import { RandomStreams } from '../../model/random';
import { addon, leaveAsLoaded, natural } from '../../model/testing/made-up';
import { rankedItems } from '../../model/ranking/lists';
import { type Trial, trialsOf } from './choose-companions';
import { listsOfBlock, listsOfMixtures } from './mixed-lists';

/** More than the titles examined first by all scores together. */
const TITLES = 60 * LIST_LENGTH;
const STRENGTHS = [0, 0.5, 1.5];

const random = new RandomStreams(7).stream('mixed-lists');
const scoresOfAll = (spread: number): Float32Array =>
  Float32Array.from({ length: TITLES }, () => spread * random.uniform() * random.uniform());

/** Mixes every title and ranks them all. */
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

const BOTH_CHOSEN = completeRecipe({ 'mixture.companion': 'chosen', 'mixture.second': 'chosen' });
const mixturesOf = (strengths: readonly number[], companions: number): Trial[] =>
  trialsOf(strengths, COMPANIONS.slice(0, companions), BOTH_CHOSEN);

describe('the lists of mixtures', () => {
  it.each([0, 1, 2])('equal ranking all titles after mixing: %i companions', (companions) => {
    for (let row = 0; row < 8; row++) {
      const others = Array.from({ length: companions }, () => scoresOfAll(1));
      for (const scores of others) standardise(scores);
      const scores = { own: scoresOfAll(4), others, trend: scoresOfAll(row % 2) };
      const watched = Int32Array.from({ length: 3 * row }, (_, at) => 11 * at);
      const listOf = listsOfMixtures(scores, watched);
      for (const { shares, strength } of mixturesOf(STRENGTHS, companions))
        expect(listOf(shares, strength)).toEqual(listOfAll(scores, watched, shares, strength));
    }
  });
});

describe('the lists of a block', () => {
  let kernels: Kernels;
  beforeAll(async () => {
    ({ kernels } = await loadBackend());
    expect(kernels.bestOfMixtures, 'our kernels were not built').toBeDefined();
  });
  afterEach(leaveAsLoaded);

  const ROWS = 7;
  const all = (spread: number): Float32Array =>
    Float32Array.from({ length: ROWS * TITLES }, () => spread * random.uniform() * random.uniform());
  /** The first row has no history, the last leaves fewer titles than a list has places. */
  const lengthOf = (row: number): number => (row === ROWS - 1 ? TITLES - 10 : 5 * row);
  const histories = (): SparseRows => {
    const watched = Array.from({ length: ROWS }, (_, row) => Array.from({ length: lengthOf(row) }, (_title, at) => at));
    const offsets = new Int32Array(ROWS + 1);
    watched.forEach((list, row) => (offsets[row + 1] = offsets[row]! + list.length));
    const indices = Int32Array.from(watched.flat());
    return { rows: ROWS, columns: TITLES, offsets, indices, values: new Float32Array(indices.length).fill(1) };
  };

  const mixturesFor = ({ trend, others }: ScoresToMix): Trial[] =>
    mixturesOf(trend === undefined ? [0] : STRENGTHS, others.length);

  /** The list of each row by each mixture. */
  function lists(of: Pick<Kernels, 'bestOfMixtures'>, scores: ScoresToMix): number[][][] {
    const mixtures = mixturesFor(scores);
    const ofRow = listsOfBlock(of, scores, histories(), mixtures);
    return Array.from({ length: ROWS }, (_, row) => mixtures.map((_mixture, which) => Array.from(ofRow(row)(which))));
  }

  describe.each([0, 1, 2, COMPANIONS.length])('with %i companions', (companions) => {
    it.each([true, false])('are the same by our kernels, own scores as deviations: %s', (isOwnStandardised) => {
      const others = Array.from({ length: companions }, () => all(1));
      // Equal scores, so that the titles' numbers decide places.
      const own = all(4).map((score) => Math.round(40 * score) / 40);
      for (const trend of [undefined, all(1).subarray(0, TITLES)]) {
        const scores = { own, others, isOwnStandardised, ...(trend && { trend }) };
        const expected = lists({}, scores);
        for (const instructions of new Set([natural(), 'avx2'] as const)) {
          expect(addon().setInstructionSet(instructions)).toBe(true);
          expect(lists(kernels, scores)).toEqual(expected);
          const found = kernels.bestOfMixtures!(scores, mixturesFor(scores), histories(), LIST_LENGTH, 5);
          // All but the last.
          expect(Array.from(found.isLeft)).toEqual([0, 0, 0, 0, 0, 0, 1]);
        }
      }
    });
  });

  it('are refused for scores that are not numbers', () => {
    const own = all(1);
    own[3 * TITLES - 1] = NaN;
    const scores = { own, others: [], isOwnStandardised: true };
    for (const of of [{}, kernels])
      expect(() => lists(of, scores)).toThrow(expect.objectContaining({ code: 'diverged' }));
  });
});
