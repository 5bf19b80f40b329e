/**
 * How certain a difference between two models is: a paired bootstrap over profiles (Efron 1979; for ranking, Sakai 2006). Both models are judged on
 * the same profiles, so the difficulty of a profile cancels out.
 */
import type { RandomStream } from '../random';
import { meanOf } from './judge';

/** Samples drawn with replacement: enough that the ends of the interval move by less than a twentieth of its width. */
const SAMPLES = 2000;
/** Share outside the interval at each end: it covers 95 %. */
const TAIL = 0.025;

interface PairedDifference {
  /** Mean of left - right over the profiles. */
  readonly mean: number;
  /** The 95 % interval of that mean, low end and high end. */
  readonly low: number;
  readonly high: number;
  /** Number of profiles compared. */
  readonly profiles: number;
  /** Whether the interval excludes 0: only then is one of the two called better. */
  readonly isCertain: boolean;
}

/**
 * The mean difference of two models with its 95 % percentile interval (Efron 1979).
 * @param left one figure per profile
 * @param right of the same profiles, in the same order
 * @param random decides the samples: the same stream gives the same interval
 */
export function pairedDifference(
  left: ArrayLike<number>,
  right: ArrayLike<number>,
  random: RandomStream,
): PairedDifference {
  return pairedDifferences(left, [right], random)[0]!;
}

/** The same beside each of several models: each gets the interval that it would get alone, but the samples are drawn once. */
export function pairedDifferences(
  left: ArrayLike<number>,
  rights: readonly ArrayLike<number>[],
  random: RandomStream,
): PairedDifference[] {
  const profiles = left.length;
  const all = rights.map((right) =>
    Float64Array.from({ length: profiles }, (_, profile) => left[profile]! - right[profile]!),
  );
  // One profile says nothing about others, and equal lists need no samples.
  const isSampled = (differences: Float64Array): boolean =>
    profiles >= 2 && differences.some((difference) => difference !== 0);
  const sampled = all.filter(isSampled);
  const means = sampled.map(() => new Float64Array(SAMPLES));
  const drawn = new Int32Array(profiles);
  for (let sample = 0; sampled.length > 0 && sample < SAMPLES; sample++) {
    for (let place = 0; place < profiles; place++) drawn[place] = random.below(profiles);
    sampled.forEach((differences, at) => (means[at]![sample] = meanOfDrawn(differences, drawn)));
  }
  return all.map((differences) => {
    const mean = meanOf(differences);
    const at = sampled.indexOf(differences);
    if (at < 0) return { mean, low: mean, high: mean, profiles, isCertain: false };
    const { low, high } = endsOf(means[at]!);
    return { mean, low, high, profiles, isCertain: low > 0 || high < 0 };
  });
}

/** A mean of differences that is asked for beside others. */
interface AskedDifference {
  /** One figure per profile, and another of the same profiles in the same order. */
  readonly left: ArrayLike<number>;
  readonly right: ArrayLike<number>;
  /** How far the mean would be if the models were trained again: its standard deviation, and the degrees of freedom of that. Only profiles count where absent. */
  readonly trainings?: { readonly deviation: number; readonly freedom: number } | undefined;
}

/**
 * Mean differences that are asked for at once, each over profiles of its own: the more are asked for, the likelier one of them excludes 0 by chance. So the
 * one whose samples lie furthest on one side of 0 gets an interval wide enough for all, the next one for those that are left, and so on; after the first
 * that contains 0 none is certain (Holm 1979). All that are certain are so together, with 95 %.
 * @param random begins the stream that decides the samples anew
 */
export function pairedDifferencesTogether(
  asked: readonly AskedDifference[],
  random: () => RandomStream,
): PairedDifference[] {
  const all = asked.map(({ left, right, trainings }) => {
    const differences = Float64Array.from({ length: left.length }, (_, profile) => left[profile]! - right[profile]!);
    const samples = sampledMeans(differences, random(), trainings);
    return {
      mean: meanOf(differences),
      profiles: left.length,
      samples,
      beyond: samples === null ? 1 : acrossZero(samples),
    };
  });
  const found: PairedDifference[] = [];
  let isCertain = true;
  const order = [...all.keys()].sort((one, other) => all[one]!.beyond - all[other]!.beyond || one - other);
  for (const [place, at] of order.entries()) {
    const { mean, profiles, samples } = all[at]!;
    const { low, high } = samples === null ? { low: mean, high: mean } : endsOf(samples, TAIL / (all.length - place));
    isCertain &&= samples !== null && (low > 0 || high < 0);
    found[at] = { mean, low, high, profiles, isCertain };
  }
  return found;
}

/** The share of the samples on the side of 0 that has fewer. */
function acrossZero(samples: Float64Array): number {
  const [below, above] = [samples.filter((mean) => mean <= 0).length, samples.filter((mean) => mean >= 0).length];
  return Math.min(below, above) / samples.length;
}

/** Null where there is nothing to sample: one profile says nothing about others, and equal figures need no samples. */
function sampledMeans(
  differences: Float64Array,
  random: RandomStream,
  trainings: AskedDifference['trainings'],
): Float64Array | null {
  const profiles = differences.length;
  if (profiles < 2 || differences.every((difference) => difference === 0)) return null;
  const drawn = new Int32Array(profiles);
  return Float64Array.from({ length: SAMPLES }, () => {
    for (let place = 0; place < profiles; place++) drawn[place] = random.below(profiles);
    const mean = meanOfDrawn(differences, drawn);
    return trainings === undefined ? mean : mean + trainings.deviation * studentT(random, trainings.freedom);
  });
}

/** Drawn from Student's t distribution. @param freedom at least 1 */
function studentT(random: RandomStream, freedom: number): number {
  let squares = 0;
  for (let drawn = 0; drawn < freedom; drawn++) {
    const one = normal(random);
    squares += one * one;
  }
  return normal(random) / Math.sqrt(squares / freedom);
}

/** The sum of twelve uniform numbers less its mean: nearly normal with variance 1, in the same bits everywhere, since nothing but sums is taken. */
function normal(random: RandomStream): number {
  let sum = -6;
  for (let drawn = 0; drawn < 12; drawn++) sum += random.uniform();
  return sum;
}

interface PairedRatio {
  /** Mean of left over mean of right. */
  readonly ratio: number;
  /** The 95 % interval of that ratio; the high end is infinite if a sample may have nothing to divide by. */
  readonly low: number;
  readonly high: number;
}

/**
 * The ratio of two models' means, left over right, with its 95 % percentile interval.
 * @param left one figure per profile, none negative
 * @param right of the same profiles, in the same order
 * @returns null if right has nothing, or there are fewer than two profiles
 */
export function pairedRatio(
  left: ArrayLike<number>,
  right: ArrayLike<number>,
  random: RandomStream,
): PairedRatio | null {
  const profiles = left.length;
  const whole = meanOf(right);
  if (profiles < 2 || whole === 0) return null;
  const sampleRatio = (): number => {
    let [ours, theirs] = [0, 0];
    for (let drawn = 0; drawn < profiles; drawn++) {
      const profile = random.below(profiles);
      ours += left[profile]!;
      theirs += right[profile]!;
    }
    return theirs === 0 ? Infinity : ours / theirs;
  };
  return { ratio: meanOf(left) / whole, ...intervalOf(sampleRatio) };
}

/** The ends of the 95 % interval of the samples. */
const intervalOf = (sample: () => number): { low: number; high: number } =>
  endsOf(Float64Array.from({ length: SAMPLES }, sample));

/** @param tail share of the samples outside the interval at each end */
function endsOf(samples: Float64Array, tail = TAIL): { low: number; high: number } {
  const sorted = samples.sort();
  return { low: sorted[Math.floor(tail * SAMPLES)]!, high: sorted[Math.ceil((1 - tail) * SAMPLES) - 1]! };
}

function meanOfDrawn(values: Float64Array, drawn: Int32Array): number {
  let sum = 0;
  for (let place = 0; place < drawn.length; place++) sum += values[drawn[place]!]!;
  return sum / values.length;
}
