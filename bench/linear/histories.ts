import type { SparseRows } from '../../src/engine/data/tables';
import type { RandomStream } from '../../src/engine/model/random';

interface Sizes {
  readonly profiles: number;
  readonly items: number;
  readonly pairs: number;
}

/** Long tails on both sides: a history has from a quarter to three times the mean length, and the square of a uniform number picks popular titles more often. */
export function madeUpHistories({ profiles, items, pairs }: Sizes, random: RandomStream): SparseRows {
  const shares = Float64Array.from({ length: profiles }, () => 0.25 + 2.25 * random.uniform() ** 2);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const offsets = new Int32Array(profiles + 1);
  let passed = 0;
  for (let row = 0; row < profiles; row++) {
    passed += shares[row]!;
    offsets[row + 1] = Math.round((pairs * passed) / whole);
  }
  const indices = new Int32Array(pairs);
  const watched = new Int32Array(items).fill(-1);
  for (let row = 0; row < profiles; row++) {
    for (let at = offsets[row]!; at < offsets[row + 1]!;) {
      const item = Math.floor(random.uniform() ** 2 * items);
      if (watched[item] === row) continue;
      watched[item] = row;
      indices[at++] = item;
    }
    indices.subarray(offsets[row], offsets[row + 1]).sort();
  }
  return { rows: profiles, columns: items, offsets, indices, values: new Float32Array(pairs).fill(1) };
}
