/** Tracks what "at most" limits and "never with" pairs still allow in one list, given the titles it has. */
import type { RulesOfProfile } from './prepared-rules';

export class LimitsOfList {
  readonly #plan: Pick<RulesOfProfile, 'limits' | 'pairs'>;
  /** For each limit, the number of the list's titles in each of its groups. */
  readonly #counts: readonly Map<number, number>[];
  readonly #pairCounts: readonly [titles: number, others: number][];

  constructor(plan: Pick<RulesOfProfile, 'limits' | 'pairs'>) {
    this.#plan = plan;
    this.#counts = plan.limits.map(() => new Map());
    this.#pairCounts = plan.pairs.map(() => [0, 0]);
  }

  /** @returns the active rule that keeps a title out of the list as it is; -1 if none does */
  refuses(column: number): number {
    const { limits, pairs } = this.#plan;
    for (let place = 0; place < limits.length; place++) {
      const { index, count, groups } = limits[place]!;
      for (const group of groups[column] ?? []) if ((this.#counts[place]!.get(group) ?? 0) >= count) return index;
    }
    for (let place = 0; place < pairs.length; place++) {
      const { index, titles, others } = pairs[place]!;
      const [first, second] = this.#pairCounts[place]!;
      if ((titles[column] === 1 && second > 0) || (others[column] === 1 && first > 0)) return index;
    }
    return -1;
  }

  /** Counts a title that the list now has. */
  count(column: number): void {
    this.#plan.limits.forEach(({ groups }, place) => {
      const counts = this.#counts[place]!;
      for (const group of groups[column] ?? []) counts.set(group, (counts.get(group) ?? 0) + 1);
    });
    this.#plan.pairs.forEach(({ titles, others }, place) => {
      const counts = this.#pairCounts[place]!;
      if (titles[column] === 1) counts[0]++;
      if (others[column] === 1) counts[1]++;
    });
  }
}
