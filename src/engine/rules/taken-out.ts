/** The titles that rules remove from the list of a profile, whatever else stands in it. */
import type { PreparedRules, RulesOfProfile } from './prepared-rules';

export class TakenOut {
  /** The highest watched episode of each series. */
  readonly #reached = new Map<number, number>();

  /** @param watched columns */
  constructor(
    private readonly rules: PreparedRules,
    private readonly plan: RulesOfProfile,
    watched: Int32Array,
  ) {
    if (plan.orders.length === 0) return;
    const { series, number } = rules.episodes;
    for (const column of watched)
      if (series[column] !== -1)
        this.#reached.set(series[column]!, Math.max(this.#reached.get(series[column]!) ?? 0, number[column]!));
  }

  /** The active rule that removes a column, or -1. */
  by(column: number): number {
    const by = this.plan.takenOutBy[column]!;
    if (by !== -1) return by;
    if (this.plan.orders.length === 0) return -1;
    const { series, number } = this.rules.episodes;
    if (series[column] === -1 || number[column]! >= (this.#reached.get(series[column]!) ?? -Infinity)) return -1;
    return this.plan.orders.find(({ isAbout }) => isAbout[column] === 1)?.index ?? -1;
  }
}
