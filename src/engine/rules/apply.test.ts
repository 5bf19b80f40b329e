import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rule } from '../../shared/contract/rules';
import { episodeOrder } from '../../shared/values/episode';
import { LIST_LENGTH } from '../../shared/limits';
import { selectRows } from '../data/histories';
import { applyRules } from './apply';
import { type RuleData } from './prepared-rules';
import {
  anyCase,
  dataOf,
  DAY,
  GENRES,
  lengthOf,
  prepared,
  rankingOf,
  SERIES,
  whole,
} from '../../../tests/support/any-rules';

/** Whether a list obeys a rule, computed from the rule alone. */
function keeps(rule: Rule, data: RuleData, row: number, list: readonly number[]): boolean {
  const { items, profiles, histories } = data;
  const isAbout = (item: number, condition: Rule['titles']): boolean => {
    const { ids, series, attributes, numbers } = condition ?? {};
    const genre = items.attributes[0]!;
    const genreOf = genre.kind === 'categorical' ? (genre.categories[genre.codes[item]!] ?? null) : null;
    if (ids !== undefined && !ids.includes(items.ids[item]!)) return false;
    if (series !== undefined && !series.some((name) => items.titles[item]?.startsWith(name) === true)) return false;
    const { from = -Infinity, to = Infinity } = numbers?.['run_time'] ?? {};
    if (numbers !== undefined && !(lengthOf(item) >= from && lengthOf(item) <= to)) return false;
    return attributes === undefined || attributes['genre']!.includes(genreOf);
  };
  const watched = row < histories.rows ? [...selectRows(histories, [row]).indices] : [];
  if (rule.profiles?.watched !== undefined && watched.length < 2) return true;
  const about = list.filter((item) => isAbout(item, rule.titles));
  switch (rule.kind) {
    case 'hide':
      return about.length === 0;
    case 'expire':
      return DAY <= rule.after || about.length === 0;
    case 'age': {
      const ages = profiles.attributes[0]!;
      const age = row < histories.rows && ages.kind === 'numeric' ? ages.values[row]! : NaN;
      const { from = -Infinity, to = Infinity } = rule.ages;
      return about.length === 0 || (Number.isNaN(age) ? rule.unknown : age >= from && age <= to);
    }
    case 'at-most': {
      const groupOf = (item: number): string | null => {
        if (rule.per === undefined) return 'all';
        if ('series' in rule.per)
          return SERIES.find((name) => items.titles[item]?.startsWith(name) === true) ?? `alone ${item}`;
        return GENRES[item % 3]! + (item % 7 === 6 ? ` missing ${item}` : '');
      };
      const missing = (item: number): boolean => rule.per !== undefined && 'attribute' in rule.per && item % 7 === 6;
      const counts = new Map<string | null, number>();
      for (const item of about) if (!missing(item)) counts.set(groupOf(item), (counts.get(groupOf(item)) ?? 0) + 1);
      return [...counts.values()].every((count) => count <= rule.count);
    }
    case 'in-order':
      return about.every((item) => {
        const own = items.titles[item] === null ? null : episodeOrder(items.titles[item]!);
        if (own === null) return true;
        return watched.every((seen) => {
          const other = items.titles[seen] === null ? null : episodeOrder(items.titles[seen]!);
          return other === null || other.series !== own.series || other.number <= own.number;
        });
      });
    case 'never-with':
      return list.every((item) =>
        list.every((other) => item === other || !isAbout(item, rule.titles) || !isAbout(other, rule.others)),
      );
    default:
      return true;
  }
}

describe('a list under any rules', () => {
  it('has each title once, and fills every place that the rules leave titles for', () => {
    fc.assert(
      fc.property(anyCase, ({ rules, titles, histories, order, excludeWatched }) => {
        const data = dataOf(titles, histories, excludeWatched);
        const made = prepared(rules, data);
        for (let row = 0; row <= histories.length; row++) {
          const { items, broken } = whole(made, row, rankingOf(data, row, order));
          expect(new Set(items).size).toBe(items.length);
          const isFull = items.length === Math.min(LIST_LENGTH, titles);
          // Never silently: a short list names at least one rule.
          expect(isFull || broken.some(({ reason }) => reason === 'too-few-titles')).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps what each kind of rule promises, in every list', () => {
    fc.assert(
      fc.property(anyCase, ({ rules, titles, histories, order, excludeWatched }) => {
        const data = dataOf(titles, histories, excludeWatched);
        const made = prepared(rules, data);
        for (let row = 0; row <= histories.length; row++) {
          const { items, broken } = whole(made, row, rankingOf(data, row, order));
          for (const rule of made.set.rules) expect([rule, keeps(rule, data, row, items)]).toEqual([rule, true]);
          for (const { rule, index, columns } of made.active)
            if (rule.kind === 'pin' && made.isFor(index, row) && !broken.some((one) => one.index === index))
              expect(items.slice(rule.place - 1, rule.to ?? rule.place).some((item) => columns.includes(item))).toBe(
                true,
              );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same from the stored places as from the complete ranking, or asks for the latter', () => {
    let answered = 0;
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 30, max: 72 }), ({ rules, histories, order }, places) => {
        const data = dataOf(80, histories);
        const made = prepared(rules, data);
        const ranking = rankingOf(data, 0, order);
        const stored = applyRules(made, 0, { items: ranking.slice(0, places), isComplete: false });
        if (stored === null) return;
        answered++;
        expect([...stored.items]).toEqual([...whole(made, 0, ranking).items]);
      }),
      { numRuns: 200 },
    );
    expect(answered).toBeGreaterThan(40);
  });

  it('does not depend on the order of independent rules', () => {
    fc.assert(
      fc.property(anyCase, ({ rules, titles, histories, order }) => {
        const data = dataOf(titles, histories);
        // Only pins have an order: an earlier one gets the place, the title, and what a limit leaves.
        const unordered = rules.filter(({ kind }) => kind !== 'pin');
        const ranking = rankingOf(data, 0, order);
        const forwards = whole(prepared(unordered, data), 0, ranking);
        const backwards = whole(prepared(unordered.toReversed(), data), 0, ranking);
        expect(backwards.items).toEqual(forwards.items);
      }),
      { numRuns: 100 },
    );
  });
});
