/**
 * How unlike the values of an attribute, such as genres, are in a list and in a history: calibration after Steck (2018), Calibrated recommendations,
 * RecSys, section 3. A title with several values counts for each of them in equal parts; titles without a value count for nothing.
 */
import type { TitleGroups } from '../../../engine/data/display/title-groups';
import { SMOOTHED } from '../contract/limits';

/** The share of each value; they sum to 1, or all are 0 without any value. */
export class ValueShares {
  readonly sums: Float64Array;
  #titles = 0;

  constructor(
    private readonly groups: TitleGroups,
    columns: ArrayLike<number> = [],
  ) {
    this.sums = new Float64Array(groups.labels.length);
    for (let at = 0; at < columns.length; at++) this.add(columns[at]!);
  }

  get isEmpty(): boolean {
    return this.#titles === 0;
  }

  add(column: number): void {
    this.#count(column, 1);
  }

  remove(column: number): void {
    this.#count(column, -1);
  }

  #count(column: number, times: 1 | -1): void {
    const values = this.groups.of(column);
    // The code after the last label stands for none.
    if (values[0] === this.groups.labels.length) return;
    this.#titles += times;
    for (const value of values) this.sums[value]! += times / values.length;
  }

  /** Kullback-Leibler divergence of these shares from those of a history, in nats, which is 0 for equal ones (equation 6). */
  divergenceFrom(history: ValueShares): number {
    let sum = 0;
    for (let value = 0; value < this.sums.length; value++) {
      const wanted = history.sums[value]! / history.#titles;
      if (wanted <= 0) continue;
      const there = this.#titles === 0 ? 0 : this.sums[value]! / this.#titles;
      sum += wanted * Math.log(wanted / ((1 - SMOOTHED) * there + SMOOTHED * wanted));
    }
    // Sums of thirds may fall a little below.
    return Math.max(0, sum);
  }
}
