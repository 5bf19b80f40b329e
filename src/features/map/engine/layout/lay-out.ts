/**
 * Moves points until those that attract each other lie near and the others apart: the layout of UMAP (McInnes, Healy and Melville 2018, section 3.2)
 * with the exponent of its curve at 1, so that it needs no power: 1 / (1 + a d^2). Sums, products, quotients and comparisons only, in one order.
 */
import type { RandomStream } from '../../../../engine/model/random';
import type { Graph } from './graph';

/** The parameter a of the curve: that of umap-learn for a least distance of 0.1 with the exponent fixed at 1. */
const CURVE = 1.5;
/** Longest step in either direction. */
const LONGEST_STEP = 4;
/** Points that one is pushed away from each time it is drawn to another. */
const PUSHES = 5;
/** Keeps the push between points at the same position finite. */
const APART = 1e-3;

interface Layout {
  readonly rounds: number;
  /** Size of a step at the beginning; it falls linearly to 0. */
  readonly step: number;
}

/** Few points need more rounds, and have the time. */
export const roundsFor = (points: number): number => (points <= 10_000 ? 400 : 200);

/**
 * @param places x and y alternately, about -10 to 10; changed in place
 * @param rest awaited after each round, with the finished fraction
 */
export async function layOut(
  places: Float64Array,
  { heads, tails, weights }: Graph,
  random: RandomStream,
  { rounds, step }: Layout,
  rest: (share: number) => Promise<void>,
): Promise<void> {
  const points = places.length / 2;
  const heaviest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  // The share of rounds that move a pair is its weight relative to the heaviest; each time, both ends are pushed away from PUSHES others.
  const every = weights.map((weight) => heaviest / weight);
  const next = every.slice();
  for (let round = 0; round < rounds; round++) {
    const pace = step * (1 - round / rounds);
    for (let pair = 0; pair < every.length; pair++) {
      if (next[pair]! > round + 1) continue;
      next[pair]! += every[pair]!;
      const head = 2 * heads[pair]!;
      draw(places, head, 2 * tails[pair]!, pace);
      for (let push = 0; push < PUSHES; push++) {
        const other = 2 * Math.floor(random.uniform() * points);
        if (other !== head) pushAway(places, head, other, pace);
      }
    }
    await rest((round + 1) / rounds);
  }
}

/** Both ends move. */
function draw(places: Float64Array, head: number, tail: number, pace: number): void {
  const dx = places[head]! - places[tail]!;
  const dy = places[head + 1]! - places[tail + 1]!;
  const pull = (-2 * CURVE) / (1 + CURVE * (dx * dx + dy * dy));
  const [x, y] = [pace * clipped(pull * dx), pace * clipped(pull * dy)];
  places[head]! += x;
  places[head + 1]! += y;
  places[tail]! -= x;
  places[tail + 1]! -= y;
}

/** Only the first moves. */
function pushAway(places: Float64Array, head: number, other: number, pace: number): void {
  const dx = places[head]! - places[other]!;
  const dy = places[head + 1]! - places[other + 1]!;
  const square = dx * dx + dy * dy;
  if (square === 0) return;
  const push = 2 / ((APART + square) * (1 + CURVE * square));
  places[head]! += pace * clipped(push * dx);
  places[head + 1]! += pace * clipped(push * dy);
}

const clipped = (value: number): number =>
  value > LONGEST_STEP ? LONGEST_STEP : value < -LONGEST_STEP ? -LONGEST_STEP : value;
