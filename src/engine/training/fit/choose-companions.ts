/**
 * The rule by which companions are chosen, the same on a validation part and on windows in time (docs/decisions/0061).
 * Every mixture of up to two companions is tried. Beginning with none, the best mixture with one more companion is taken
 * where it is better beyond chance, and raises the score by more than its companions have to earn.
 */
import type { Mixture } from '../../../shared/contract/run';
import { type CompanionName, MOST_COMPANIONS } from '../../../shared/recipe/companion-names';
import { companionsOf, sharesFrom } from '../../../shared/recipe/companions';
import type { Recipe } from '../../../shared/recipe/table';
import { deviationOf, meanOf } from '../../model/evaluate/judge';
import { SHARE_PARTS, SURE } from './choosing';

/** A way to mix. */
export interface Trial {
  /** Of the trend. */
  readonly strength: number;
  /** One share per candidate, 0 for most. */
  readonly shares: readonly number[];
}

/** Trials and how they did. */
export interface Tried {
  readonly trials: readonly Trial[];
  /** For each trial the score of every judged profile. */
  readonly scores: readonly ArrayLike<number>[];
}

/** The places of the candidates that a trial mixes in. */
export const placesOf = ({ shares }: Trial): number[] => [...shares.keys()].filter((place) => shares[place]! > 0);

/**
 * Every mixture of up to two of the candidates, with shares in fifths that add up to at most 1; those of fewer companions
 * first, and for each the strengths in the given order.
 * @param candidates models that the data allows
 * @param recipe names some of them, and says how many others may be chosen
 */
export function trialsOf(strengths: readonly number[], candidates: readonly CompanionName[], recipe: Recipe): Trial[] {
  const { named, open } = companionsOf(recipe);
  const together = subsets(candidates.length, MOST_COMPANIONS).filter(
    (places) => places.filter((place) => !named.includes(candidates[place]!)).length <= open,
  );
  return together.flatMap((places) =>
    partsFor(places.length).flatMap((parts) => {
      const shares = candidates.map((_, place) => (parts[places.indexOf(place)] ?? 0) / SHARE_PARTS);
      return strengths.map((strength) => ({ strength, shares }));
    }),
  );
}

/** Subsets of the numbers below `count` with at most `most` members; smaller ones first. */
const subsets = (count: number, most: number): number[][] => {
  let last: number[][] = [[]];
  const all = [...last];
  for (let size = 1; size <= most; size++) {
    last = last.flatMap((members) =>
      Array.from({ length: count }, (_, number) => number)
        .filter((number) => number > (members.at(-1) ?? -1))
        .map((number) => [...members, number]),
    );
    all.push(...last);
  }
  return all;
};

/** Every way to give each of so many companions at least one part, of SHARE_PARTS in all. */
const partsFor = (companions: number, left = SHARE_PARTS): number[][] =>
  companions === 0
    ? [[]]
    : Array.from({ length: Math.max(0, left - companions + 1) }, (_, index) => index + 1).flatMap((first) =>
        partsFor(companions - 1, left - first).map((others) => [first, ...others]),
      );

/**
 * @param start the trial without companions to begin with
 * @param leastGains the share of the score that each candidate has to add, because of what it costs
 * @param by what the scores come from, which says how sure the choice has to be
 * @returns the index of the chosen trial
 */
export function chosenTrial(
  { trials, scores }: Tried,
  start: number,
  { leastGains, by }: { readonly leastGains: readonly number[]; readonly by: keyof typeof SURE },
): number {
  let chosen = start;
  for (let count = 1; count <= MOST_COMPANIONS; count++) {
    const best = bestOf({ trials, scores }, (trial) => placesOf(trial).length === count);
    if (best === null) continue;
    const added = placesOf(trials[best]!).filter((place) => trials[chosen]!.shares[place] === 0);
    const gain = added.reduce((sum, place) => sum + leastGains[place]!, 0) * meanOf(scores[chosen]!);
    if (isBetter(scores[best]!, scores[chosen]!, gain, SURE[by])) chosen = best;
  }
  return chosen;
}

/** The index of the trial with the best score, the first among equals; null if none is wanted. */
function bestOf({ trials, scores }: Tried, isWanted: (trial: Trial) => boolean): number | null {
  let best: number | null = null;
  for (const [index, trial] of trials.entries())
    if (isWanted(trial) && (best === null || meanOf(scores[index]!) > meanOf(scores[best]!))) best = index;
  return best;
}

/** Better by more than `gain`, and by more than so many standard errors. */
function isBetter(scores: ArrayLike<number>, than: ArrayLike<number>, gain: number, sure: number): boolean {
  const differences = Float64Array.from(scores, (score, profile) => score - than[profile]!);
  const mean = meanOf(differences);
  const error = differences.length < 2 ? 0 : deviationOf(differences) / Math.sqrt(differences.length);
  return mean > gain && mean > sure * error;
}

/** The chosen mixture, and what else was tried, for the record. */
export function chosenMixture(
  tried: Tried,
  { start, chosen }: { start: number; chosen: number },
  candidates: readonly CompanionName[],
  by: 'validation' | 'windows',
): Mixture {
  const { trials, scores } = tried;
  const mixtureOf = (index: number): Pick<Mixture, 'trend' | 'shares'> => {
    const { strength, shares } = trials[index]!;
    return { trend: strength, shares: sharesFrom(candidates, (_, place) => shares[place]!) };
  };
  const alone = (place: number) => bestOf(tried, (trial) => placesOf(trial).join() === String(place))!;
  return {
    ...mixtureOf(chosen),
    chosen: {
      by,
      profiles: scores[start]!.length,
      alone: meanOf(scores[start]!),
      tried: candidates.map((model, place) => ({
        model,
        ...mixtureOf(alone(place)),
        score: meanOf(scores[alone(place)]!),
        taken: trials[chosen]!.shares[place]! > 0,
      })),
      score: meanOf(scores[chosen]!),
    },
  };
}
