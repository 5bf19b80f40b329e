/** Histories whose rows are read from shards on demand; holds one offset per profile. */
import type { Recipe } from '../../../shared/recipe/table';
import { counted } from '../histories';
import type { Histories, Numbers } from '../tables';
import type { OpenShards } from './open-shards';
import { eachPairOf, eachProfile, type ShardsPart } from './pairs';

export async function shardedHistories(
  shards: OpenShards,
  part: ShardsPart,
  counting: Recipe['data.counting'],
): Promise<Histories> {
  const profiles = shards.starts.length - 1;
  const offsets = new Int32Array(profiles + 1);
  await eachProfile(shards, (profile, entries) => {
    let pairs = 0;
    eachPairOf(shards, part, profile, entries, () => pairs++);
    offsets[profile + 1] = offsets[profile]! + pairs;
  });
  const rows = new Rows(shards, part, offsets, counting);
  return {
    rows: profiles,
    columns: shards.columns,
    offsets,
    indices: new RowNumbers(
      offsets,
      (row) => rows.of(row).items,
      (length) => new Int32Array(length),
    ),
    values:
      counting === 'binary'
        ? null
        : new RowNumbers(
            offsets,
            (row) => rows.of(row).values!,
            (length) => new Float32Array(length),
          ),
  };
}

interface Row {
  readonly items: Int32Array;
  readonly values: Float32Array | null;
}

/** Reads single rows; caches the last one, since its values are read after its titles. */
class Rows {
  #last: (Row & { readonly row: number }) | null = null;

  constructor(
    private readonly shards: OpenShards,
    private readonly part: ShardsPart,
    private readonly offsets: Int32Array,
    private readonly counting: Recipe['data.counting'],
  ) {}

  of(row: number): Row {
    if (this.#last?.row !== row) this.#last = { row, ...this.#read(row) };
    return this.#last;
  }

  #read(row: number): Row {
    const { shards, counting } = this;
    const entries = shards.entries.of(row);
    const { width } = shards.entries;
    const length = this.offsets[row + 1]! - this.offsets[row]!;
    const items = new Int32Array(length);
    const values = counting === 'binary' ? null : new Float32Array(length);
    const weights = shards.isWeighed ? new Float32Array(entries.buffer, entries.byteOffset, entries.length) : null;
    let pairs = 0;
    eachPairOf(shards, this.part, row, entries, (item, from, to) => {
      items[pairs] = item;
      if (values !== null) {
        // In the order of the events, as in memory: another order could change the sum's last bits.
        let total = 0;
        for (let place = from; place < to; place++) total += weights === null ? 1 : weights[place * width + 2]!;
        values[pairs] = counted(total, counting);
      }
      pairs++;
    });
    return { items, values };
  }
}

/** The numbers of all rows, one row after another. */
class RowNumbers<Part extends Int32Array | Float32Array> implements Numbers<Part> {
  constructor(
    private readonly offsets: Int32Array,
    private readonly rowOf: (row: number) => Part,
    private readonly make: (length: number) => Part,
  ) {}

  get length(): number {
    return this.offsets.at(-1)!;
  }

  subarray(from: number, to: number): Part {
    if (from >= to) return this.make(0);
    let row = this.#rowAt(from);
    const within = (at: number): number => at - this.offsets[row]!;
    if (to <= this.offsets[row + 1]!) return this.rowOf(row).subarray(within(from), within(to)) as Part;
    const part = this.make(to - from);
    for (let at = from; at < to; row++) {
      const until = Math.min(to, this.offsets[row + 1]!);
      if (at < until) part.set(this.rowOf(row).subarray(within(at), within(until)), at - from);
      at = until;
    }
    return part;
  }

  /** The row that contains the number at an index. */
  #rowAt(place: number): number {
    let [low, high] = [0, this.offsets.length - 2];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.offsets[middle]! <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
