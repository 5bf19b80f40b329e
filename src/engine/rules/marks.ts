/** Marks columns, and clears all marks by incrementing a counter, so that a pass needs no new array for each list. */
export class Marks {
  readonly #seen: Int32Array;
  #now = 0;

  constructor(columns: number) {
    this.#seen = new Int32Array(columns);
  }

  /** Marks these columns and no others. */
  set(columns: ArrayLike<number>): void {
    this.#now++;
    for (let place = 0; place < columns.length; place++) this.#seen[columns[place]!] = this.#now;
  }

  has(column: number): boolean {
    return this.#seen[column] === this.#now;
  }
}
