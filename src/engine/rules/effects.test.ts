import { describe, expect, it } from 'vitest';
import { applyRules, type RuledList } from './apply';
import { dataOf, prepared, rankingOf, whole } from '../../../tests/support/any-rules';

const TITLES = 60;
const order = Array.from({ length: TITLES }, (_, item) => item);
/** Profile 0 watched Otter Bay up to its third part, which is title 8; profile 1 nothing. */
const data = dataOf(TITLES, [[8], []]);
const rulesOf = (...rules: object[]) => rules.map((rule, place) => ({ id: `r${place}`, name: `R${place}`, ...rule }));
const of = (...rules: object[]): RuledList => whole(prepared(rulesOf(...rules), data), 1, order);
/** From the first places of the ranking alone; null where all of it is asked for. */
const stored = (places: number, ...rules: object[]): RuledList | null =>
  applyRules(prepared(rulesOf(...rules), data), 1, { items: order.slice(0, places), isComplete: false });
const ids = (...items: number[]) => ({ titles: { ids: items.map((item) => `t${item}`) } });
const pin = (item: number, place: number, to?: number) => ({ kind: 'pin', ...ids(item), place, to });
const hide = (...items: number[]) => ({ kind: 'hide', ...ids(...items) });
const boost = (item: number, places: number) => ({ kind: 'boost', ...ids(item), places });
const broken = (index: number, reason: string) => ({ index, reason });
const upTo = (count: number): number[] => order.slice(0, count);

describe('which rules touched a list', () => {
  it('is said of titles that would have been in it, and of no others', () => {
    expect(of(hide(3))).toMatchObject({ touched: [0], refused: new Map([[3, 0]]) });
    expect(of(hide(24))).toMatchObject({ touched: [0], refused: new Map([[24, 0]]) });
    expect(of(hide(25))).toMatchObject({ touched: [], refused: new Map(), items: upTo(25) });
    expect(of(boost(5, 3)).touched).toEqual([0]);
    expect(of(boost(50, 3)).touched).toEqual([]);
    expect(of(boost(27, 3), hide(59)).touched).toEqual([0]);
  });

  it('names the first of several rules that take a title out', () => {
    expect(of(hide(3), hide(3, 4))).toMatchObject({
      touched: [0, 1],
      refused: new Map([
        [3, 0],
        [4, 1],
      ]),
    });
  });

  it('is said of a limit that skipped one of the first 25, not of one that skipped a later title', () => {
    const one = (...items: number[]) => ({ kind: 'at-most', count: 1, ...ids(...items) });
    expect(of(one(2, 6))).toMatchObject({ touched: [0], refused: new Map([[6, 0]]), broken: [] });
    // With one title gone the 26th comes up, and the 27th is skipped.
    expect(of(one(2, 3, 25))).toMatchObject({ refused: new Map([[3, 0]]), touched: [0] });
    expect(of(one(2, 3, 25)).items.at(-1)).toBe(26);
    expect(of(one(2, 25)).touched).toEqual([]);
  });

  it('forgets the refusal of a title that a pin brings in after all', () => {
    const list = of({ kind: 'at-most', count: 1, ...ids(2, 6) }, pin(6, 1));
    expect(list.items.slice(0, 3)).toEqual([6, 0, 1]);
    expect([...list.refused]).toEqual([[2, 0]]);
    expect([...list.pinned]).toEqual([[6, 1]]);
  });
});

describe('a list without enough titles', () => {
  it('is shorter, and names the rules that left too few, and the pins that lost their place', () => {
    const most = { kind: 'at-most', count: 2, titles: { numbers: { run_time: { from: -1 } } } };
    const few = dataOf(10, [[]]);
    const list = whole(prepared(rulesOf(most, pin(7, 9)), few), 0, upTo(10));
    expect(list.items).toEqual([0, 7]);
    expect(list.broken).toEqual([broken(0, 'too-few-titles'), broken(1, 'too-few-titles')]);
  });

  it('of a small catalogue has all of it, breaks no rule, and has no place beyond its end', () => {
    const few = dataOf(10, [[]]);
    const list = whole(prepared(rulesOf(pin(7, 2), pin(3, 11), pin(4, 10)), few), 0, upTo(10));
    expect(list.items).toEqual([0, 7, 1, 2, 3, 5, 6, 8, 9, 4]);
    expect(list.broken).toEqual([broken(1, 'place-taken')]);
  });
});

describe('pins', () => {
  it('fill a whole list in the order of their places, and one more has none', () => {
    const pins = upTo(26).map((place) => pin(59 - place, Math.min(place + 1, 25)));
    const list = of(...pins);
    expect(list.items).toEqual(upTo(25).map((place) => 59 - place));
    expect(list.broken).toEqual([broken(25, 'place-taken')]);
    expect(stored(30, ...pins)?.items).toEqual(list.items);
  });

  it('of a range take the free place nearest to where the title stands, the later of two', () => {
    expect(of(pin(40, 3), pin(2, 1, 5)).items.slice(0, 5)).toEqual([0, 1, 40, 2, 3]);
    expect(of(boost(10, 8), pin(10, 1, 5))).toMatchObject({ touched: [0], broken: [] });
    expect(of(boost(10, 8), pin(10, 1, 5)).items.slice(0, 4)).toEqual([0, 1, 10, 2]);
    expect(of({ kind: 'bury', ...ids(1), places: 2 }, pin(1, 1, 3)).touched.toSorted()).toEqual([0, 1]);
    expect(of({ kind: 'bury', ...ids(1), places: 2 }, pin(1, 1, 3)).items.slice(0, 3)).toEqual([0, 2, 1]);
    expect(of(boost(1, 5), pin(1, 2, 4)).items.slice(0, 3)).toEqual([0, 1, 2]);
  });

  it('of one title agree where the ranges meet at their ends, and contradict each other otherwise', () => {
    const first = pin(40, 1, 5);
    expect(of(first, pin(40, 5, 9))).toMatchObject({ broken: [] });
    expect(of(first, pin(40, 2, 5))).toMatchObject({ broken: [] });
    expect(of(pin(40, 3, 3), pin(40, 1, 3)).broken).toEqual([]);
    expect(of(first, pin(40, 6, 9)).broken).toEqual([broken(1, 'title-taken')]);
    expect(of(first, pin(40, 1, 4)).broken).toEqual([broken(1, 'title-taken')]);
  });

  it('of several titles bring in another of them where an earlier pin has one', () => {
    const both = of(pin(40, 1, 5), { kind: 'pin', ...ids(40, 41), place: 1, to: 5 });
    expect(both.items.slice(0, 5).filter((item) => item >= 40)).toEqual([41, 40]);
    expect(both.broken).toEqual([]);
  });

  it('are refused a title that only a limit keeps out, also where others of its titles are hidden', () => {
    const none = { kind: 'at-most', count: 0, ...ids(40) };
    expect(of(none, hide(41), { kind: 'pin', ...ids(40, 41), place: 1 }).broken).toEqual([broken(2, 'limited')]);
  });
});

describe('from the stored places alone', () => {
  it('a list is made unless a title beyond them may come up into it', () => {
    expect(stored(30, boost(59, 5))?.items).toEqual(upTo(25));
    expect(stored(30, boost(59, 6))).toBeNull();
    expect(stored(30, boost(29, 6))?.items).toEqual(of(boost(29, 6)).items);
    expect(stored(30, boost(59, 6), hide(59))?.items).toEqual(upTo(25));
    // Two titles move, and the one that may come up is not among the stored ones.
    expect(stored(30, boost(3, 20), boost(59, 2))?.items).toEqual(of(boost(3, 20)).items);
    const watching = applyRules(prepared(rulesOf(boost(8, 75)), data), 0, {
      items: upTo(31).filter((item) => item !== 8),
      isComplete: false,
    });
    expect(watching?.items).toEqual(upTo(26).filter((item) => item !== 8));
  });

  it('a list is not made where too few are left, or one of the last was moved behind them', () => {
    expect(stored(30, hide(...upTo(5)))?.items).toHaveLength(25);
    expect(stored(30, hide(...upTo(6)))).toBeNull();
    const bury = { kind: 'bury', ...ids(...upTo(10)), places: 30 };
    expect(stored(30, bury)).toBeNull();
    expect(stored(40, bury)?.items).toEqual(of(bury).items);
  });

  it('a pin of several titles is left to the whole ranking only while more than one of those beyond may have it', () => {
    const either = { kind: 'pin', ...ids(58, 59), place: 1 };
    expect(stored(30, either)).toBeNull();
    expect(stored(30, hide(58), either)?.items[0]).toBe(59);
    expect(stored(30, pin(58, 3), either)?.items.slice(0, 3)).toEqual([59, 0, 58]);
    expect(stored(30, { kind: 'at-most', count: 0, ...ids(58) }, either)?.items[0]).toBe(59);
    const mixed = { kind: 'pin', ...ids(29, 59), place: 1 };
    expect(stored(30, mixed)?.items[0]).toBe(29);
    expect(stored(30, { kind: 'pin', ...ids(8, 59), place: 1 })?.items[0]).toBe(8);
  });
});

describe('episodes in order', () => {
  const inOrder = { kind: 'in-order' };
  const forWatcher = (excludeWatched: boolean, ...rules: object[]): RuledList => {
    const own = dataOf(TITLES, [[8], []], excludeWatched);
    return whole(prepared(rulesOf(...rules), own), 0, rankingOf(own, 0, order));
  };

  it('leave out what comes before the last watched episode of the same series', () => {
    const { items, refused } = forWatcher(true, inOrder);
    expect(items.slice(0, 8)).toEqual([1, 2, 3, 5, 6, 7, 9, 10]);
    expect([...refused]).toEqual([
      [0, 0],
      [4, 0],
    ]);
    expect(forWatcher(false, inOrder).items.slice(0, 7)).toEqual([1, 2, 3, 5, 6, 7, 8]);
  });

  it('touch the titles of the rule alone, and name the rule that is about them', () => {
    expect(forWatcher(true, { ...inOrder, ...ids(4) }).items.slice(0, 5)).toEqual([0, 1, 2, 3, 5]);
    expect([...forWatcher(true, { ...inOrder, ...ids(1) }, { ...inOrder, ...ids(4) }).refused]).toEqual([[4, 1]]);
  });

  it('say nothing to a profile that has watched none of a series', () => {
    expect(of(inOrder).items).toEqual(upTo(25));
  });
});

describe('titles that exclude each other', () => {
  const pair = { kind: 'never-with', ...ids(2, 3), others: ids(5, 6).titles };

  it('give way to whichever side stands first, and both sides may have several titles', () => {
    expect(of(pair)).toMatchObject({
      refused: new Map([
        [5, 0],
        [6, 0],
      ]),
      broken: [],
    });
    expect(of(pin(6, 1), pair).items.slice(0, 5)).toEqual([6, 0, 1, 4, 5]);
    expect(of(hide(2, 3), pair).items).toContain(5);
    expect(of(hide(5, 6), pair).items).toContain(3);
  });

  it('leave all other titles alone', () => {
    expect(of(pair).items).toEqual(order.filter((item) => item !== 5 && item !== 6).slice(0, 25));
  });
});

describe('limits', () => {
  it('count per series, per value of an attribute, or all matching titles together', () => {
    const perSeries = of({ kind: 'at-most', count: 2, per: { series: true } }).items;
    // Otter Bay 0 and 4, Cloud Airfield 1 and 5, 별사탕 궁전 2 and 6, and single titles, each of which is its own.
    expect(perSeries.slice(0, 9)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 11]);
    const perGenre = of({ kind: 'at-most', count: 1, per: { attribute: 'genre' } }).items;
    // A title without a genre is not limited.
    expect(perGenre.slice(0, 5)).toEqual([0, 1, 2, 6, 13]);
    expect(of({ kind: 'at-most', count: 1, ...ids(0, 2, 4) }).items.slice(0, 4)).toEqual([0, 1, 3, 5]);
  });

  it('count each member of a set', () => {
    const sets = {
      ...data,
      items: {
        ...data.items,
        attributes: [
          {
            kind: 'set' as const,
            name: 'themes',
            categories: ['sea', 'sky'],
            // Title 0 has both, 1 the sea, 2 the sky, and the others none.
            offsets: Int32Array.from({ length: TITLES + 1 }, (_, at) => [0, 2, 3, 4][Math.min(at, 3)]!),
            codes: Int32Array.of(0, 1, 0, 1),
          },
        ],
      },
    };
    const limit = rulesOf({ kind: 'at-most', count: 1, per: { attribute: 'themes' } });
    expect(whole(prepared(limit, sets), 1, order).items.slice(0, 3)).toEqual([0, 3, 4]);
    expect(
      whole(
        prepared([...limit, ...rulesOf(hide(0)).map((rule) => ({ ...rule, id: 'h' }))], sets),
        1,
        order,
      ).items.slice(0, 3),
    ).toEqual([1, 2, 3]);
  });
});

describe('moves', () => {
  it('of several rules add up', () => {
    expect(of(boost(20, 5), boost(20, 5)).items[10]).toBe(20);
    expect(of(boost(20, 5), { kind: 'bury', ...ids(20), places: 5 })).toMatchObject({ items: upTo(25), touched: [] });
  });

  it('to one place put the title that moved further first, then the one that stood first', () => {
    expect(of(boost(10, 10)).items.slice(0, 2)).toEqual([10, 0]);
    expect(of(boost(10, 8), boost(12, 10)).items.slice(2, 5)).toEqual([12, 10, 2]);
    expect(of(boost(10, 8), { kind: 'bury', ...ids(1), places: 1 }).items.slice(0, 4)).toEqual([0, 10, 2, 1]);
  });

  it('leave watched titles behind the others, where they fill up, in their order', () => {
    const own = dataOf(26, [[0, 1, 2, 3]]);
    const ruled = (...rules: object[]): readonly number[] =>
      whole(prepared(rulesOf(...rules), own), 0, rankingOf(own, 0, order)).items;
    expect(ruled(boost(2, 75), boost(20, 1)).slice(-3)).toEqual([0, 1, 2]);
    expect(ruled({ kind: 'bury', ...ids(4), places: 100 }).slice(-4)).toEqual([4, 0, 1, 2]);
  });
});
