import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SparseRows } from '../../data/tables';
import { makeLists, watchedOf } from '../ranking/lists';
import { loadBackend } from '../backend';
import type { Kernels, RowsToMix } from '../kernels/kernels';
import { addon, leaveAsLoaded, natural, random, uniform } from '../testing/made-up';
import { HALF_TRUSTED } from './companion';
import { mixedScores } from './mixed-scores';
import { HALF_LEFT } from './peers';

const PLACES = 25;
/** Columns of the encoded profile. */
const WIDTH = 5;

let kernels: Required<Pick<Kernels, 'mixedScores' | 'bestMixed'>>;
beforeAll(async () => {
  const loaded = (await loadBackend()).kernels;
  expect(loaded.bestMixed, 'our kernels were not built').toBeDefined();
  kernels = loaded as typeof kernels;
});
afterEach(leaveAsLoaded);

/** The first row has no history, and the last leaves fewer items than a list has places. */
function historiesOf(rows: number, items: number): SparseRows {
  const watched = Array.from({ length: rows }, (_, row) => {
    const length = row === rows - 1 ? items - PLACES + 3 : 3 * row;
    return Array.from({ length }, (_item, at) => at + (row === rows - 1 ? 0 : row));
  });
  const offsets = new Int32Array(rows + 1);
  watched.forEach((list, row) => (offsets[row + 1] = offsets[row]! + list.length));
  const indices = Int32Array.from(watched.flat());
  return { rows, columns: items, offsets, indices, values: new Float32Array(indices.length).fill(1) };
}

interface Parts {
  readonly companions: number;
  readonly hasPeers: boolean;
  readonly hasTrend: boolean;
  readonly isWithoutNetwork: boolean;
}

function rowsToMix(
  rows: number,
  items: number,
  { companions, hasPeers, hasTrend, isWithoutNetwork }: Parts,
): RowsToMix {
  return {
    // Equal scores, so that the items' numbers decide places.
    own: uniform(rows * items).map((score) => Math.round(score * 20) / 20),
    peers: hasPeers
      ? {
          table: uniform((WIDTH + 1) * items),
          width: WIDTH,
          conditions: Float32Array.from({ length: rows * WIDTH }, (_, at) =>
            at % WIDTH === 4 ? random.uniform() : Math.round(random.uniform()),
          ),
          share: Math.fround(0.85),
          halfLeft: HALF_LEFT,
        }
      : null,
    others: Array.from({ length: companions }, (_, which) => ({
      // The second companion knows nothing of every other row.
      scores: uniform(rows * items).map((score, at) => (which === 1 && Math.floor(at / items) % 2 === 1 ? 3 : score)),
      share: Math.fround([0.4, 0.3][which]!),
    })),
    halfTrusted: HALF_TRUSTED,
    trend: hasTrend ? uniform(items) : null,
    isWithoutNetwork,
  };
}

/** In JavaScript, which changes its arguments. */
const mixedHere = (of: RowsToMix, histories: SparseRows): Float32Array =>
  mixedScores(
    {},
    { ...of, own: of.own.slice(), others: of.others.map(({ scores, share }) => ({ scores: scores.slice(), share })) },
    histories,
  );

const ALL: Parts[] = [0, 1, 2].flatMap((companions) =>
  [false, true].flatMap((hasPeers) =>
    [false, true].flatMap((hasTrend) =>
      (companions === 0 ? [false] : [false, true]).map((isWithoutNetwork) => ({
        companions,
        hasPeers,
        hasTrend,
        isWithoutNetwork,
      })),
    ),
  ),
);

describe.each(ALL)(
  'scores with $companions companions, peers: $hasPeers, trend: $hasTrend, without the network: $isWithoutNetwork',
  (parts) => {
    // Whole groups of rows and vectors, and incomplete ones.
    it.each([
      [8, 64],
      [7, 203],
    ])('are the same by our kernels, %i rows of %i items, and so are their lists', (rows, items) => {
      const histories = historiesOf(rows, items);
      const of = rowsToMix(rows, items, parts);
      const expected = mixedHere(of, histories);
      for (const excludeWatched of [true, false]) {
        const excluded = excludeWatched ? histories : { offsets: new Int32Array(rows + 1), indices: new Int32Array(0) };
        const lists = makeLists(
          {
            score: ({ histories: { rows: count }, profiles }) =>
              expected.slice(profiles![0]! * items, (profiles![0]! + count) * items),
          },
          {
            histories,
            conditions: new Float32Array(0),
            conditionWidth: 0,
            profiles: Int32Array.from({ length: rows }, (_, row) => row),
          },
          { count: PLACES, excludeWatched },
        );
        for (const instructions of new Set([natural(), 'avx2'] as const))
          for (const threads of [1, 3]) {
            expect(addon().setInstructionSet(instructions)).toBe(true);
            addon().setThreads(threads);
            expect(mixedScores(kernels, of, histories)).toEqual(expected);
            const found = kernels.bestMixed(of, histories, excluded, PLACES);
            expect([...found.broken]).toEqual(new Array(rows).fill(-1));
            for (let row = 0; row < rows; row++) {
              const at = row * PLACES;
              const there = excludeWatched ? Math.min(PLACES, items - watchedOf(histories, row).length) : PLACES;
              expect(found.items.slice(at, at + there)).toEqual(lists.items.slice(at, at + there));
              expect(found.scores.slice(at, at + there)).toEqual(lists.scores.slice(at, at + there));
              expect(Array.from(found.items.slice(at + there, at + PLACES))).toEqual(
                new Array(PLACES - there).fill(-1),
              );
            }
          }
      }
    });
  },
);

describe('scores that are not numbers', () => {
  it.each([NaN, Infinity, -Infinity])('are reported by the first item that could be listed: %s', (broken) => {
    const [rows, items] = [5, 64];
    const histories = historiesOf(rows, items);
    const of = rowsToMix(rows, items, { companions: 0, hasPeers: false, hasTrend: true, isWithoutNetwork: false });
    // In the third row, which watched 2 to 7.
    for (const item of [4, 60, 61]) of.own[2 * items + item] = broken;
    expect([...kernels.bestMixed(of, histories, histories, PLACES).broken]).toEqual([-1, -1, 60, -1, -1]);
  });

  it('come from overflow, in JavaScript and in our kernels', () => {
    const [rows, items] = [4, 40];
    const histories = historiesOf(rows, items);
    const of = rowsToMix(rows, items, { companions: 2, hasPeers: true, hasTrend: true, isWithoutNetwork: false });
    of.own.fill(3e38, items, 2 * items);
    of.own[items] = -3e38;
    for (const which of [0, 1]) of.others[which]!.scores.fill(1e-45, 2 * items, 2 * items + 9);
    expect(mixedScores(kernels, of, histories)).toEqual(mixedHere(of, histories));
  });
});
