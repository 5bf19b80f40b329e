/** Marks of columns that are cleared by counting up, so that a pass makes none of its own for each list. */
export class Marks {
  readonly #seen: Int32Array;
  #now = 0;

  constructor(columns: number) {
    this.#seen = new Int32Array(columns);
  }

  /** Marks these, and no others. */
  set(columns: ArrayLike<number>): void {
    this.#now++;
    for (let place = 0; place < columns.length; place++) this.#seen[columns[place]!] = this.#now;
  }

  has(column: number): boolean {
    return this.#seen[column] === this.#now;
  }
}
