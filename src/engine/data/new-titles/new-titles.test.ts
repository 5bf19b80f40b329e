import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemTable, SparseRows } from '../tables';
import { inOrder } from './in-order';
import { NewTitles } from './new-titles';

interface Title {
  readonly id: string;
  readonly title?: string;
  readonly genre?: string;
  readonly keywords?: readonly string[];
}

const watchedBy = (columns: number, ...rows: readonly (readonly number[])[]): SparseRows => ({
  rows: rows.length,
  columns,
  offsets: Int32Array.from([0, ...rows.map((_, row) => rows.slice(0, row + 1).flat().length)]),
  indices: Int32Array.from(rows.flat()),
  values: new Float32Array(rows.flat().length).fill(1),
});

/** @param order of the IDs, as indices; the order of the titles where absent */
function made(watched: readonly Title[], fresh: readonly Title[], order?: readonly number[]): NewTitles {
  const titles = [...watched, ...fresh];
  const categories = [...new Set(titles.flatMap(({ genre }) => genre ?? []))];
  const items: ItemTable = {
    ids: titles.map(({ id }) => id),
    titles: titles.map(({ title }) => title ?? null),
    attributes: [
      {
        kind: 'categorical',
        name: 'genre',
        categories,
        codes: Int32Array.from(titles, ({ genre }) => (genre === undefined ? -1 : categories.indexOf(genre))),
      },
    ],
  };
  return NewTitles.of({
    items,
    ranked: watched.length,
    idOrder: order ?? titles.map((_, place) => place),
    histories: watchedBy(watched.length, [...watched.keys()]),
    keywords: new Map(titles.map(({ id, keywords = [] }) => [id, keywords])),
  });
}

describe('titles without viewings', () => {
  it('stand in for the titles that share rare features', () => {
    const titles = made(
      [
        { id: 'a', genre: 'cars', keywords: ['race'] },
        { id: 'b', genre: 'cars' },
        { id: 'c', genre: 'cars', keywords: ['night'] },
      ],
      [{ id: 'n', genre: 'cars', keywords: ['race'] }],
    );
    // The new title shares everything with a, and with b what all have; c has a keyword of its own, which no other title can share.
    expect(titles.nearest(3).map(({ row }) => row)).toEqual([0, 1, 2]);
    expect(titles.nearest(3)[0]!.likeness).toBeCloseTo(1, 12);
    // 1/4 for the genre over sqrt(1/4) x sqrt(1/4 + 1/2).
    expect(titles.nearest(3)[1]!.likeness).toBeCloseTo(0.25 / Math.sqrt(0.25 * 0.75), 12);
    expect(titles.nearest(3)[2]!.likeness).toBe(titles.nearest(3)[1]!.likeness);
    expect([...titles.candidates([1])]).toEqual([3]);
    expect(titles.evidence(3, new Set([0, 2])).like.map(({ row }) => row)).toEqual([0, 2]);
  });

  it('suit no profile that watched nothing like them, and none if the metadata says nothing', () => {
    const titles = made([{ id: 'a', genre: 'cars' }, { id: 'b' }], [{ id: 'n', genre: 'cars' }, { id: 'o' }]);
    expect([...titles.candidates([0, 1])]).toEqual([2]);
    expect([...titles.candidates([1])]).toEqual([]);
    expect([...titles.candidates([])]).toEqual([]);
  });

  it('that are later episodes suit those who watched the one before, and come first', () => {
    const titles = made(
      [
        { id: 'a', title: 'Otter Bay, part 1', genre: 'sea' },
        { id: 'b', title: 'Otter Bay, part 2', genre: 'sea' },
        { id: 'c', title: 'Whales', genre: 'sea' },
      ],
      [
        { id: 'n', title: 'Otter Bay, part 3', genre: 'sea' },
        { id: 'o', title: 'Otter Bay, part 4', genre: 'sea' },
        { id: 'p', title: 'Dolphins', genre: 'sea' },
      ],
    );
    expect([...titles.candidates([0, 2])]).toEqual([5]);
    expect([...titles.candidates([1])]).toEqual([3, 5]);
    expect(titles.evidence(3, new Set([0, 1])).after).toBe(1);
  });

  it('are in the same order however the metadata is arranged', () => {
    const anyTitle = fc.record({
      genre: fc.constantFrom('cars', 'sea', 'magic'),
      keywords: fc.uniqueArray(fc.constantFrom('race', 'night', 'family', 'song'), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(anyTitle, { minLength: 4, maxLength: 12 }),
        fc.array(fc.tuple(anyTitle, fc.nat(1000)), { minLength: 2, maxLength: 12 }),
        fc.uniqueArray(fc.nat(3), { minLength: 1 }),
        (known, fresh, history) => {
          const watched = known.map((title, place) => ({ ...title, id: `w${place}` }));
          const named = fresh.map(([title, key], place) => ({ ...title, id: `n${place}`, key, place }));
          const shuffled = named.toSorted((left, right) => left.key - right.key);
          const ids = (of: NewTitles, titles: readonly { id: string }[]): string[] =>
            Array.from(of.candidates(history.toSorted()), (column) => titles[column - watched.length]!.id);
          const order = [...watched.keys(), ...shuffled.map(({ place }) => watched.length + place)];
          expect(ids(made(watched, shuffled, order), shuffled)).toEqual(ids(made(watched, named), named));
        },
      ),
    );
  });
});

it('yields values in order, whatever order they came in', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), (values) => {
      const sorted = values.toSorted((left, right) => left - right);
      expect([...inOrder([...values], (left, right) => left < right)]).toEqual(sorted);
    }),
  );
});
