/** Says which items are targets, for one profile after another. */
import type { Histories } from '../../data/tables';
import type { Targets } from './metrics';

/** A list asks some fifty times, so a set for each row would take longer than the lists. */
export class TargetMarks implements Targets {
  readonly #marks: Uint8Array;
  #marked: Int32Array = new Int32Array(0);

  constructor(columns: number) {
    this.#marks = new Uint8Array(columns);
  }

  get size(): number {
    return this.#marked.length;
  }

  has(item: number): boolean {
    return this.#marks[item] === 1;
  }

  /** @returns this, with the targets of another row */
  of(targets: Pick<Histories, 'indices' | 'offsets'>, row: number): this {
    for (const item of this.#marked) this.#marks[item] = 0;
    this.#marked = targets.indices.subarray(targets.offsets[row]!, targets.offsets[row + 1]!);
    for (const item of this.#marked) this.#marks[item] = 1;
    return this;
  }
}
