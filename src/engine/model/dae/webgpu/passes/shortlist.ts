/** From the codes of some rows to the titles with their highest scores. */
import { EXCLUDED_SCORE } from '../../../ranking/shortlists';
import type { Slice } from '../shape';
import type { Pass } from './pass';
import { scoresPass } from './scores';
import { type Binding, declared } from './shader';

export interface ShortlistShape {
  readonly items: number;
  readonly width: number;
  /** Rows at a time. */
  readonly rows: number;
  readonly slices: readonly Slice[];
}

/** Scores of the titles of a slice, among those of all. */
export const scores = ({ items, rows, width }: ShortlistShape): Pass =>
  scoresPass({
    name: 'scores of lists',
    rows,
    width,
    decoder: 'decoder',
    bias: 'bias',
    place: `row * ${items}u + slice.first + column`,
    biasPlace: 'slice.first + column',
  });

/** Sets the scores of excluded titles below all others. */
export function excluded({ items, rows }: ShortlistShape): Pass {
  const bindings: Binding[] = [
    ['excludedStarts', 'u32'],
    ['excludedTitles', 'u32'],
    ['scores', 'f32', 'read_write'],
  ];
  return {
    name: 'excluded titles',
    bindings,
    isOfSlice: false,
    groups: () => [rows, 1, 1],
    text: `${declared(bindings)}
@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) local: u32) {
  for (var place = excludedStarts[group.x] + local; place < excludedStarts[group.x + 1u]; place += 64u) {
    scores[group.x * ${items}u + excludedTitles[place]] = ${EXCLUDED_SCORE};
  }
}`,
  };
}

/**
 * The titles with the highest scores of each row, followed by the bits of the scores of all rows. A workgroup finds the lowest of them digit by
 * digit, as 32-bit numbers in the order of the scores; it counts with atomic additions of whole numbers, whose result does not depend on their
 * order. Which titles are taken among those with the lowest score may change from run to run: lists are made so that this has no effect.
 */
export function highest({ items, rows }: ShortlistShape, places: number): Pass {
  const bindings: Binding[] = [
    ['scores', 'f32'],
    ['shortlist', 'u32', 'read_write'],
  ];
  return {
    name: 'highest scores',
    bindings,
    isOfSlice: false,
    groups: () => [rows, 1, 1],
    text: `${declared(bindings)}
var<workgroup> counts: array<atomic<u32>, 256>;
var<workgroup> known: u32;
var<workgroup> missing: u32;
var<workgroup> higher: atomic<u32>;
var<workgroup> lowest: atomic<u32>;
fn orderOf(score: f32) -> u32 {
  let bits = bitcast<u32>(score);
  return select(bits | 0x80000000u, ~bits, (bits >> 31u) == 1u);
}
fn put(place: u32, row: u32, title: u32, score: f32) {
  shortlist[row * ${places}u + place] = title;
  shortlist[${rows * places}u + row * ${places}u + place] = bitcast<u32>(score);
}
@compute @workgroup_size(256)
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) local: u32) {
  let row = group.x;
  let start = row * ${items}u;
  if (local == 0u) { known = 0u; missing = ${places}u; }
  for (var digit = 0u; digit < 4u; digit++) {
    let shift = 24u - 8u * digit;
    atomicStore(&counts[local], 0u);
    workgroupBarrier();
    for (var title = local; title < ${items}u; title += 256u) {
      let order = orderOf(scores[start + title]);
      if (digit == 0u || (order >> (shift + 8u)) == known) { atomicAdd(&counts[(order >> shift) & 255u], 1u); }
    }
    workgroupBarrier();
    if (local == 0u) {
      var value = 255u;
      var wanted = missing;
      for (; value > 0u; value--) {
        let there = atomicLoad(&counts[value]);
        if (there >= wanted) { break; }
        wanted -= there;
      }
      known = (known << 8u) | value;
      missing = wanted;
    }
    workgroupBarrier();
  }
  if (local == 0u) { atomicStore(&higher, 0u); atomicStore(&lowest, 0u); }
  workgroupBarrier();
  for (var title = local; title < ${items}u; title += 256u) {
    let score = scores[start + title];
    let order = orderOf(score);
    if (order > known) {
      put(atomicAdd(&higher, 1u), row, title, score);
    } else if (order == known) {
      let place = atomicAdd(&lowest, 1u);
      if (place < missing) { put(${places}u - missing + place, row, title, score); }
    }
  }
}`,
  };
}
