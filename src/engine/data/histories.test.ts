import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildHistories, selectRows, withEmptyRow } from './histories';
import type { Interactions } from './tables';

const PROFILES = 6;
const ITEMS = 9;
const events = fc.array(
  fc.record({ profile: fc.nat(PROFILES - 1), item: fc.nat(ITEMS - 1), weight: fc.constantFrom(0.5, 1, 2) }),
  { maxLength: 60 },
);
const interactionsOf = (list: { profile: number; item: number; weight: number }[]): Interactions => ({
  profile: Int32Array.from(list, ({ profile }) => profile),
  item: Int32Array.from(list, ({ item }) => item),
  weight: Float32Array.from(list, ({ weight }) => weight),
  time: null,
});

describe('histories', () => {
  it('hold the sum, its logarithm or 1 for each pair of profile and item, as direct counting does', () => {
    fc.assert(
      fc.property(events, (list) => {
        const expected = new Map<number, number>();
        for (const { profile, item, weight } of list)
          expected.set(profile * ITEMS + item, (expected.get(profile * ITEMS + item) ?? 0) + weight);
        for (const counting of ['binary', 'sum', 'logarithm'] as const) {
          const rows = buildHistories(interactionsOf(list), PROFILES, ITEMS, counting);
          expect(rows.offsets[PROFILES]).toBe(expected.size);
          for (let row = 0; row < PROFILES; row++)
            for (let at = rows.offsets[row]!; at < rows.offsets[row + 1]!; at++) {
              if (at > rows.offsets[row]!) expect(rows.indices[at]!).toBeGreaterThan(rows.indices[at - 1]!);
              const sum = expected.get(row * ITEMS + rows.indices[at]!)!;
              const value = { binary: 1, sum, logarithm: Math.log(1 + sum) }[counting];
              expect(rows.values?.[at] ?? 1).toBeCloseTo(value, 5);
            }
        }
      }),
    );
  });

  it('do not depend on the order of the events', () => {
    fc.assert(
      fc.property(events, (list) => {
        const forward = buildHistories(interactionsOf(list), PROFILES, ITEMS, 'sum');
        const backward = buildHistories(interactionsOf([...list].reverse()), PROFILES, ITEMS, 'sum');
        expect(backward).toEqual(forward);
      }),
    );
  });

  it('can be selected row by row, and extended by the row of a profile of which nothing is known', () => {
    const rows = buildHistories(
      interactionsOf([
        { profile: 0, item: 3, weight: 1 },
        { profile: 2, item: 1, weight: 1 },
        { profile: 2, item: 8, weight: 1 },
      ]),
      PROFILES,
      ITEMS,
      'binary',
    );
    const picked = selectRows(rows, [2, 1, 2]);
    expect([...picked.offsets]).toEqual([0, 2, 2, 4]);
    expect([...picked.indices]).toEqual([1, 8, 1, 8]);
    const more = withEmptyRow(rows);
    expect(more.rows).toBe(PROFILES + 1);
    expect([...more.offsets]).toEqual([0, 1, 1, 3, 3, 3, 3, 3]);
  });
});
