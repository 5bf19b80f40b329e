/** Each check on lists made for it, and its count compared with a direct one. */
import { describe, expect, test } from 'vitest';
import { seriesOfItems } from '../../../../engine/data/series';
import type { Attribute, SparseRows } from '../../../../engine/data/tables';
import { RandomStream } from '../../../../engine/model/random';
import type { NamedLists } from '../../../../engine/delivery/compare';
import { LIST_END } from '../../../../engine/runs/lists-file';
import type { TestProfiles } from '../../../../engine/runs/test-profiles-file';
import { unsuitableForAge } from './age';
import { changedMost, newTitles } from './changed';
import { type Answer, checked, type Checked, type Finding } from './checked';
import { crowdedByGenre, crowdedBySeries, withoutFavourite } from './crowding';
import { servedWorse } from './groups';
import { ownFindings } from './own';
import { sameForMany, shakyLists, unknownProfiles } from './sameness';
import { outOfOrder } from './series-order';
import { dayOf, expired, withoutMetadata } from './titles';

const COUNT = 25;

const rowsOf = (rows: readonly (readonly number[])[], columns: number): SparseRows => {
  const offsets = Int32Array.from({ length: rows.length + 1 }, (_, row) => rows.slice(0, row).flat().length);
  const indices = Int32Array.from(rows.flatMap((row) => row.toSorted((left, right) => left - right)));
  return { rows: rows.length, columns, offsets, indices, values: new Float32Array(indices.length).fill(1) };
};

const categorical = (name: string, values: readonly (string | null)[]): Attribute => {
  const categories = [...new Set(values.filter((value) => value !== null))];
  return {
    kind: 'categorical',
    name,
    categories,
    codes: Int32Array.from(values, (value) => categories.indexOf(value!)),
  };
};
const numeric = (name: string, values: readonly number[]): Attribute => ({
  kind: 'numeric',
  name,
  values: Float64Array.from(values),
});

interface Made {
  lists: readonly (readonly number[])[];
  watched?: readonly (readonly number[])[];
  titles?: readonly (string | null)[];
  items?: readonly Attribute[];
  profiles?: readonly Attribute[];
}

const DEFAULT_TITLES = Array.from(
  { length: 60 },
  (_, item) => `Title ${String.fromCharCode(65 + (item % 26))}${item}x`,
);

function made({
  lists,
  watched = lists.map(() => []),
  titles = DEFAULT_TITLES,
  items = [],
  profiles = [],
}: Made): Checked {
  const places = new Int32Array((lists.length + 1) * COUNT).fill(LIST_END);
  lists.forEach((list, row) => places.set(list, row * COUNT));
  return checked({
    profiles: { ids: lists.map((_, row) => `p${row}`), attributes: profiles },
    items: { ids: titles.map((_, item) => `i${item}`), titles, attributes: items },
    histories: rowsOf(watched, titles.length),
    lists: { count: COUNT, items: places, scores: new Float32Array(places.length) },
  });
}

const found = (answer: Answer): readonly Finding[] => {
  expect(Array.isArray(answer)).toBe(true);
  return answer as readonly Finding[];
};
const profilesOf = (answer: Answer): number[] => found(answer).map(({ profile }) => profile);

/** Of test profiles whose figures alone are asked for. */
const NOT_ASKED = { targets: new Int32Array(0), lists: new Int32Array(0) };

describe('age', () => {
  // Eleven children of 3 and 4 watched title 0; title 1 has no viewings.
  const ages = [...Array.from({ length: 11 }, (_, row) => 3 + (row % 2)), 6, 7, NaN];
  const watched = ages.map((_, row) => (row < 11 ? [0] : []));
  const lists = ages.map((_, row) => (row < 11 ? [1] : [0, 1]));

  test('finds a title odd for ages beyond those of its viewers and the tolerance', () => {
    const what = made({ lists, watched, profiles: [numeric('age', ages)] });
    expect(found(unsuitableForAge(what, 2))).toEqual([
      { profile: 12, items: [0], notes: [{ kind: 'viewers', least: 3, most: 4 }] },
    ]);
    expect(profilesOf(unsuitableForAge(what, 1))).toEqual([11, 12]);
    expect(profilesOf(unsuitableForAge(what, 3))).toEqual([]);
  });

  test("prefers a title's own age limit to its viewers, as a number or within a text", () => {
    const limits = categorical(
      'age_rating',
      DEFAULT_TITLES.map((_, item) => (item === 1 ? '7+' : item === 0 ? 'all' : null)),
    );
    const what = made({ lists, watched, items: [limits], profiles: [numeric('age', ages)] });
    expect(profilesOf(unsuitableForAge(what, 20))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('takes the number in a stated limit whole, and says it; a limit without a number states none', () => {
    const limits = categorical(
      'age_rating',
      DEFAULT_TITLES.map((_, item) => (item === 0 ? 'from 12 years' : 'all')),
    );
    const what = made({
      lists: [
        [0, 1],
        [0, 1],
      ],
      items: [limits],
      profiles: [numeric('age', [11, 12])],
    });
    expect(found(unsuitableForAge(what, 2))).toEqual([
      { profile: 0, items: [0], notes: [{ kind: 'from-age', age: 12 }] },
    ]);
  });

  test('ages of viewers count from ten viewers on, without a twentieth at each end', () => {
    /** Viewers of title 0, and two profiles of these ages to whom it is recommended. */
    const oddFor = (viewers: readonly number[], asked: readonly number[]): number[] => {
      const all = [...viewers, ...asked];
      const rows = all.map((_, row) => (row < viewers.length ? [1] : [0]));
      const seen = all.map((_, row) => (row < viewers.length ? [0] : []));
      const what = made({ lists: rows, watched: seen, profiles: [numeric('age', all)] });
      return profilesOf(unsuitableForAge(what, 2)).map((row) => all[row]!);
    };
    const sixes = (count: number): number[] => new Array<number>(count).fill(6);
    expect(oddFor(sixes(9), [3, 9])).toEqual([]);
    expect(oddFor(sixes(10), [3, 4, 8, 9])).toEqual([3, 9]);
    // Of twenty viewers the youngest and the oldest are ignored, of nineteen none.
    expect(oddFor([1, ...sixes(18), 15], [3, 9])).toEqual([3, 9]);
    expect(oddFor([1, ...sixes(17), 15], [3, 9])).toEqual([]);
  });

  test('does not apply if the profiles have no age', () => {
    expect(unsuitableForAge(made({ lists: [[0]] }), 2)).toBe('no-age');
  });
});

describe('episodes', () => {
  const titles = ['Owl 1화', 'Owl 2화', 'Owl 4화', 'Fox', null];

  test('requires the previous episode, watched or earlier in the list, and skips gaps in the catalogue', () => {
    const lists = [[0, 1, 2, 3, 4], [1, 0], [2], [2, 1, 0], [1]];
    const watched = [[], [], [1], [], [0]];
    expect(found(outOfOrder(made({ lists, watched, titles }), 0))).toEqual([
      { profile: 1, items: [1], notes: [{ kind: 'without', title: 'Owl 1화' }] },
      {
        profile: 3,
        items: [2, 1],
        notes: [
          { kind: 'without', title: 'Owl 2화' },
          { kind: 'without', title: 'Owl 1화' },
        ],
      },
    ]);
    expect(profilesOf(outOfOrder(made({ lists, watched, titles }), 1))).toEqual([3]);
  });

  test('does not apply if no title names an episode', () => {
    expect(outOfOrder(made({ lists: [[0]], titles: ['Owl'] }), 0)).toBe('no-episodes');
  });
});

describe('series and genres', () => {
  const titles = ['Owl 1화', 'Owl 2화', 'Owl 3화', 'Fox', 'Fox and hound', null];
  const genre = categorical('genre', ['birds', 'birds', 'birds', 'foxes', 'foxes', null]);

  test('finds a list with more of one series or genre than is fine', () => {
    const what = made({ lists: [[0, 3, 1, 2], [0, 1, 3, 4], [5]], titles, items: [genre] });
    expect(found(crowdedBySeries(what, 2))).toEqual([{ profile: 0, items: [0, 1, 2], value: 'Owl', count: 3 }]);
    expect(found(crowdedByGenre(what, 2))).toEqual([{ profile: 0, items: [0, 1, 2], value: 'birds', count: 3 }]);
    expect(profilesOf(crowdedByGenre(what, 1))).toEqual([0, 1]);
    expect(profilesOf(crowdedBySeries(what, 3))).toEqual([]);
  });

  test('finds the most watched genre missing, unless all of it was watched or too little', () => {
    const watched = [[0, 1, 3], [0, 1, 2], [0, 1], [0]];
    const what = made({ lists: [[4], [4], [2], [4]], watched, titles, items: [genre] });
    expect(found(withoutFavourite(what, 2))).toEqual([{ profile: 0, value: 'birds', count: 2 }]);
    expect(profilesOf(withoutFavourite(what, 1))).toEqual([0, 3]);
  });

  test('does not apply without genres', () => {
    expect(crowdedByGenre(made({ lists: [[0]] }), 2)).toBe('no-genres');
    expect(withoutFavourite(made({ lists: [[0]] }), 2)).toBe('no-genres');
  });
});

describe('titles', () => {
  test('without metadata', () => {
    const what = made({ lists: [[0], [1, 0]], titles: ['Owl', null] });
    expect(found(withoutMetadata(what))).toEqual([{ profile: 1, items: [1] }]);
  });

  test('expired, from the day after the last one on', () => {
    const until = categorical('valid_until', ['20260131', '2026-02-01', 'for ever']);
    const what = made({ lists: [[0, 1, 2], [2]], titles: ['a', 'b', 'c'], items: [until] });
    expect(found(expired(what, '2026-02-01'))).toEqual([
      { profile: 0, items: [0], notes: [{ kind: 'until', day: '2026-01-31' }] },
    ]);
    expect(profilesOf(expired(what, '2026-01-31'))).toEqual([]);
    expect(expired(made({ lists: [[0]] }), '2026-01-31')).toBe('no-last-day');
  });

  test.each([
    ['20260131', '2026-01-31'],
    ['2026.01.31', '2026-01-31'],
    ['20260131235959', '2026-01-31'],
    ['2026-01-31T10:00:00Z', '2026-01-31'],
    ['1769817600', null],
    ['soon', null],
  ])('reads a day from %s', (text, day) => expect(dayOf(text)).toBe(day));
});

describe('sameness', () => {
  test('finds the same list for more profiles than may share one; the order counts, and an empty list does not', () => {
    const what = made({ lists: [[0, 1], [0, 1], [1, 0], [0, 1], [], [], []] });
    expect(found(sameForMany(what, 2))).toEqual([0, 1, 3].map((profile) => ({ profile, count: 3 })));
    expect(profilesOf(sameForMany(what, 3))).toEqual([]);
  });

  test('finds lists of which too little stays under noise, if that was measured', () => {
    const what = made({ lists: [[0], [0], [0]] });
    expect(shakyLists(what, null, 50)).toBe('not-measured');
    const staying = new Map([
      [0, 0.5],
      [2, 0.489],
    ]);
    expect(found(shakyLists(what, staying, 50))).toEqual([{ profile: 2, count: 49 }]);
  });

  test('finds a profile of which nothing is known', () => {
    const sex = categorical('sex', [null, 'F', null]);
    const what = made({
      lists: [[0], [0], [0]],
      watched: [[], [], [1]],
      profiles: [sex, numeric('age', [NaN, NaN, NaN])],
    });
    expect(profilesOf(unknownProfiles(what))).toEqual([0]);
  });
});

describe("a check of a curator's own", () => {
  const genre = categorical('genre', ['birds', 'birds', 'foxes']);
  const sex = categorical('sex', ['F', 'M', null]);
  const what = made({ lists: [[0, 1, 2], [0, 1], [1]], titles: ['a', 'b', 'c'], items: [genre], profiles: [sex] });
  const check = { id: 'own-birds', name: 'Birds', mode: 'on' as const, most: 1 };

  test('finds lists of its profiles with more of its titles than is fine', () => {
    const birds = { ...check, titles: { attributes: { genre: ['birds'] } } };
    expect(ownFindings(what, [0, 0, 0], birds)).toEqual([
      { profile: 0, items: [0, 1], count: 2 },
      { profile: 1, items: [0, 1], count: 2 },
    ]);
    const boys = { ...birds, profiles: { attributes: { sex: ['M'] } } };
    expect(profilesOf(ownFindings(what, [0, 0, 0], boys))).toEqual([1]);
    expect(profilesOf(ownFindings(what, [0, 0, 0], { ...birds, most: 0 }))).toEqual([0, 1, 2]);
  });

  test('says which attribute the data does not have', () => {
    const check2 = { ...check, titles: { attributes: { colour: ['red'] } } };
    expect(() => ownFindings(what, [], check2)).toThrow(/colour/);
  });
});

describe('what changed since an earlier run', () => {
  const list = (from: number): number[] => Array.from({ length: 10 }, (_, place) => from + place);
  const named = ({ lists, profiles, items }: Checked): NamedLists => ({
    lists,
    profiles: profiles.ids,
    items: items.ids,
  });

  test('finds lists below the fence, compared by ID', () => {
    const now = made({ lists: [list(0), list(0), list(1), list(1), list(30)] });
    const before = made({ lists: [list(0), list(1), list(0), list(1), list(0)] });
    const earlier = named(before);
    expect(found(changedMost(now, { before: earlier, now: named(now) }))).toEqual([
      { profile: 4, items: list(30).slice(0, 10), count: 10 },
    ]);
    // The same titles under other columns are the same titles.
    const turned = {
      ...earlier,
      items: earlier.items.toReversed(),
      lists: { ...earlier.lists, items: earlier.lists.items.map((item) => (item < 0 ? item : 59 - item)) },
    };
    const since = { before: earlier, now: named(now) };
    expect(changedMost(now, { ...since, before: turned })).toEqual(changedMost(now, since));
  });

  test('finds a list that lies more than one and a half interquartile ranges below the quartile (Tukey), and none nearer', () => {
    // The quartiles of what lists keep are 8 and 10 titles: the fence is at 5.
    const keeping = (kept: number): Checked => made({ lists: [list(10 - kept), list(2), list(1), list(0), list(0)] });
    const before = named(made({ lists: Array.from({ length: 5 }, () => list(0)) }));
    const oddWith = (kept: number): readonly Finding[] =>
      found(changedMost(keeping(kept), { before, now: named(keeping(kept)) }));
    expect(oddWith(5)).toEqual([]);
    expect(oddWith(4)).toEqual([{ profile: 0, items: [10, 11, 12, 13, 14, 15], count: 6 }]);
  });

  test('finds none if all changed alike, and skips new profiles', () => {
    const now = made({ lists: [list(0), list(0), list(0)] });
    const before = named(made({ lists: [list(20), list(20)] }));
    expect(profilesOf(changedMost(now, { before, now: named(now) }))).toEqual([]);
    expect(changedMost(now, null)).toBe('no-earlier-run');
    const others = { ...before, profiles: ['x', 'y'] };
    expect(changedMost(now, { before: others, now: named(now) })).toBe('no-earlier-run');
  });

  test('compares a profile without an earlier list with nothing: it is not found, and counts no new titles', () => {
    const now = made({ lists: [list(0), list(0), list(0), list(0), list(30), list(40)] });
    const before = named(made({ lists: [list(0), list(0), list(0), list(0), list(0)] }));
    const since = { before, now: named(now) };
    expect(found(changedMost(now, since))).toEqual([{ profile: 4, items: list(30).slice(0, 10), count: 10 }]);
    expect(newTitles(since)).toEqual([0, 0, 0, 0, 10, null]);
  });
});

describe('groups', () => {
  const sex = categorical(
    'sex',
    Array.from({ length: 80 }, (_, row) => (row % 2 === 0 ? 'F' : 'M')),
  );
  const what = made({ lists: Array.from({ length: 80 }, () => [0]), profiles: [sex] });
  const random = new RandomStream(1, 'checks');
  const testOf = (mean: (row: number) => number): TestProfiles => {
    const score = Float32Array.from({ length: 80 }, (_, row) => mean(row) + random.uniform() * 0.1);
    return { profile: Int32Array.from(score.keys()), recall: score, ndcg: score, score, judged: NOT_ASKED };
  };

  test('finds a group far below the rest with all its profiles, and none within chance', () => {
    const odd = found(
      servedWorse(
        what,
        testOf((row) => (row % 2 === 0 ? 0.1 : 0.4)),
        20,
      ),
    );
    expect(odd.map(({ profile }) => profile)).toEqual(Array.from({ length: 40 }, (_, row) => 2 * row));
    expect(odd[0]).toMatchObject({ value: 'sex: F', count: 40 });
    expect(
      profilesOf(
        servedWorse(
          what,
          testOf(() => 0.3),
          20,
        ),
      ),
    ).toEqual([]);
    expect(
      profilesOf(
        servedWorse(
          what,
          testOf((row) => (row % 2 === 0 ? 0.1 : 0.4)),
          41,
        ),
      ),
    ).toEqual([]);
    expect(servedWorse(what, null, 20)).toBe('no-test-part');
  });
});

describe('a group that is served worse', () => {
  /** Half of the scores of either part lie a tenth above its mean, half below. */
  const testedWith = (means: readonly number[]): TestProfiles => {
    const score = Float32Array.from(means, (mean, row) => mean + (row % 4 < 2 ? 0.1 : -0.1));
    return { profile: Int32Array.from(score.keys()), recall: score, ndcg: score, score, judged: NOT_ASKED };
  };
  const rows = Array.from({ length: 80 }, (_, row) => row);
  const listsOf = (...profiles: Attribute[]): Checked => made({ lists: rows.map(() => [0]), profiles });
  const half = categorical(
    'half',
    rows.map((row) => (row % 2 === 0 ? 'one' : 'other')),
  );
  const below = (by: number): TestProfiles => testedWith(rows.map((row) => (row % 2 === 0 ? 0.5 - by : 0.5)));

  test('lies 3.29 standard errors below the rest (Welch), which for 40 and 40 profiles is 0.0745 here', () => {
    expect(profilesOf(servedWorse(listsOf(half), below(0.074), 40))).toEqual([]);
    expect(profilesOf(servedWorse(listsOf(half), below(0.075), 40))).toHaveLength(40);
  });

  test('is judged only where it and the rest have enough test profiles', () => {
    const [few, tested] = [
      categorical(
        'few',
        rows.map((row) => (row < 10 ? 'few' : 'many')),
      ),
      testedWith(rows.map((row) => (row < 10 ? 0.1 : 0.8))),
    ];
    expect(profilesOf(servedWorse(listsOf(few), tested, 11))).toEqual([]);
    expect(profilesOf(servedWorse(listsOf(few), tested, 10))).toHaveLength(10);
    const many = testedWith(rows.map((row) => (row < 10 ? 0.8 : 0.1)));
    expect(profilesOf(servedWorse(listsOf(few), many, 11))).toEqual([]);
    expect(profilesOf(servedWorse(listsOf(few), many, 10))).toHaveLength(70);
  });

  test('is one of an attribute with at most twenty values; profiles without a value are of none', () => {
    const valued = (count: number): Attribute =>
      categorical(
        'kind',
        rows.map((row) => (row % 2 === 0 ? 'one' : row < 2 * count - 1 ? `other ${row}` : null)),
      );
    expect(profilesOf(servedWorse(listsOf(valued(20)), below(0.3), 40))).toHaveLength(40);
    expect(profilesOf(servedWorse(listsOf(valued(21)), below(0.3), 40))).toEqual([]);
  });

  test('is a band of ages where profiles have an age, named with its years', () => {
    const age = numeric(
      'age',
      rows.map((row) => (row % 2 === 0 ? 4 : 11)),
    );
    const odd = found(servedWorse(listsOf(age), below(0.3), 20));
    expect(odd).toHaveLength(40);
    expect(new Set(odd.map(({ value }) => value)).size).toBe(1);
    expect(odd[0]!.value).toMatch(/^age: /);
  });
});

test('gives the same counts as examining all lists by hand', () => {
  const random = new RandomStream(7, 'checks');
  const titles = Array.from({ length: 60 }, (_, item) =>
    item % 17 === 0 ? null : `Series ${'abcdef'[item % 6]} ${item}화`,
  );
  const genre = categorical(
    'genre',
    titles.map((_, item) => (item % 7 === 0 ? null : `g${item % 3}`)),
  );
  const draw = (length: number): number[] =>
    random.shuffle(Array.from({ length: 60 }, (_, item) => item)).slice(0, length);
  const lists = Array.from({ length: 40 }, () => draw(COUNT));
  const watched = Array.from({ length: 40 }, (_, row) => draw(row % 20));
  const what = made({ lists, watched, titles, items: [genre] });
  const { series } = seriesOfItems(titles);
  const episode = titles.map((title) => Number(/ (\d+)화/.exec(title ?? '')?.[1] ?? NaN));
  const odd = (isOdd: (list: number[], row: number) => boolean): number[] =>
    lists.flatMap((list, row) => (isOdd(list, row) ? [row] : []));
  const most = (list: number[], of: (item: number) => number | string | null): number => {
    const counts = new Map<number | string, number>();
    for (const item of list) {
      const value = of(item);
      if (value !== null && value !== -1) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return Math.max(0, ...counts.values());
  };
  const genreOf = (item: number): string | null => (item % 7 === 0 ? null : `g${item % 3}`);
  expect(profilesOf(withoutMetadata(what))).toEqual(odd((list) => list.some((item) => titles[item] === null)));
  expect(profilesOf(crowdedBySeries(what, 5))).toEqual(odd((list) => most(list, (item) => series[item]!) > 5));
  expect(profilesOf(crowdedByGenre(what, 8))).toEqual(odd((list) => most(list, genreOf) > 8));
  const lacks = (list: number[], row: number): number =>
    list.filter((item, place) => {
      const earlier = [...titles.keys()].filter(
        (one) => series[one] === series[item] && series[one] !== -1 && episode[one]! < episode[item]!,
      );
      if (Number.isNaN(episode[item]!) || earlier.length === 0) return false;
      const last = Math.max(...earlier.map((one) => episode[one]!));
      const before = earlier.filter((one) => episode[one] === last);
      return !before.some((one) => watched[row]!.includes(one) || list.slice(0, place).includes(one));
    }).length;
  expect(profilesOf(outOfOrder(what, 12))).toEqual(odd((list, row) => lacks(list, row) > 12));
});
