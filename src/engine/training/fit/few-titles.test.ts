import { describe, expect, it } from 'vitest';
import { LIST_LENGTH } from '../../../shared/limits';
import type { SparseRows } from '../../data/tables';
import { RandomStream, RandomStreams } from '../../model/random';
import type { Recommender } from '../../model/recommender';
import { SHOWN } from './choosing';
import { drawTitles, judgeByFewTitles } from './few-titles';

const PROFILES = 12;
/** More titles than a list has places, so that a title may miss the list. */
const TITLES = 4 * LIST_LENGTH;
const WATCHED = 30;
const TARGET = WATCHED;

/** The same titles in every row. */
function rowsOf(titles: readonly number[]): SparseRows {
  const indices = Int32Array.from({ length: PROFILES * titles.length }, (_, at) => titles[at % titles.length]!);
  const offsets = Int32Array.from({ length: PROFILES + 1 }, (_, row) => row * titles.length);
  return { rows: PROFILES, columns: TITLES, offsets, indices, values: new Float32Array(indices.length).fill(1) };
}

const judged = {
  histories: rowsOf(Array.from({ length: WATCHED }, (_, title) => title)),
  targets: rowsOf([TARGET]),
  conditions: { width: 1, values: Float32Array.from({ length: PROFILES }, (_, profile) => profile) },
};

type Scoring = Pick<Recommender, 'score'>;
type Rows = Parameters<Recommender['score']>[0];

/** Scores titles by their index, the first ones highest; the target as told. */
const scoring = (targetOf: (rows: Rows, row: number) => number, seen: Rows[] = []): Scoring => ({
  score(rows) {
    seen.push(rows);
    const scores = Float32Array.from({ length: rows.histories.rows * TITLES }, (_, at) => -(at % TITLES));
    for (let row = 0; row < rows.histories.rows; row++) scores[row * TITLES + TARGET] = targetOf(rows, row);
    return scores;
  },
});

const alone = (model: Scoring) =>
  judgeByFewTitles(
    {},
    judged,
    { own: { model, isStandardised: false }, others: [] },
    [{ strength: 0, shares: [] }],
    new RandomStreams(1),
  )[0]!;

describe('judging by few titles', () => {
  it('shows one, three and five titles that each profile watched, with its own attributes', () => {
    const seen: Rows[] = [];
    alone(scoring(() => 0, seen));
    expect(seen.map(({ histories: { offsets, rows } }) => offsets[rows]! / rows)).toEqual(SHOWN);
    for (const { histories, conditions } of seen) {
      expect(histories.indices.every((title) => title < WATCHED)).toBe(true);
      expect(Array.from(conditions)).toEqual(Array.from({ length: PROFILES }, (_, profile) => profile));
    }
  });

  it('leaves watched titles that are hidden out of the lists', () => {
    // The target is below all that was watched, and above the rest.
    const [score] = alone(scoring(() => -WATCHED + 0.5));
    expect(score).toBeCloseTo(1, 9);
  });

  it('scores a profile by the mean over the numbers of titles shown', () => {
    const scores = alone(scoring(({ histories: { offsets, rows } }) => (offsets[rows]! / rows === 1 ? 1 : -TITLES)));
    for (const score of scores) expect(score).toBeCloseTo(1 / SHOWN.length, 9);
  });
});

describe('drawn titles', () => {
  it('are all of a shorter history', () => {
    const drawn = drawTitles(rowsOf([4, 9]), 3, new RandomStream(1, 'drawn'));
    expect(Array.from(drawn.indices)).toEqual(Array.from(rowsOf([4, 9]).indices));
  });

  it('stand in order, and differ by row', () => {
    const drawn = drawTitles(judged.histories, 5, new RandomStream(1, 'drawn'));
    const rows = Array.from({ length: PROFILES }, (_, row) => Array.from(drawn.indices.subarray(row * 5, row * 5 + 5)));
    for (const row of rows) expect(row).toEqual([...new Set(row)].sort((left, right) => left - right));
    expect(new Set(rows.map(String)).size).toBeGreaterThan(1);
  });
});
