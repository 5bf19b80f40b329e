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
  const profiles = left.length;
  const differences = Float64Array.from({ length: profiles }, (_, profile) => left[profile]! - right[profile]!);
  const mean = meanOf(differences);
  // One profile says nothing about others, and equal lists need no samples.
  if (profiles < 2 || differences.every((difference) => difference === 0))
    return { mean, low: mean, high: mean, profiles, isCertain: false };
  const { low, high } = intervalOf(() => sampleMean(differences, random));
  return { mean, low, high, profiles, isCertain: low > 0 || high < 0 };
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
function intervalOf(sample: () => number): { low: number; high: number } {
  const sorted = Float64Array.from({ length: SAMPLES }, sample).sort();
  return { low: sorted[Math.floor(TAIL * SAMPLES)]!, high: sorted[Math.ceil((1 - TAIL) * SAMPLES) - 1]! };
}

function sampleMean(values: Float64Array, random: RandomStream): number {
  let sum = 0;
  for (let drawn = 0; drawn < values.length; drawn++) sum += values[random.below(values.length)]!;
  return sum / values.length;
}
