/**
 * The rule by which companions are chosen, the same on a validation part and on windows in time (docs/decisions/0061).
 * Every mixture of up to two companions is tried. Beginning with none, the best mixture with one more companion is taken
 * where it is better beyond chance, and raises the score by more than its companions have to earn.
 */
import type { Mixture } from '../../../shared/contract/run';
import { type CompanionName, COMPANIONS, MOST_COMPANIONS } from '../../../shared/recipe/companion-names';
import { MODEL_ROWS } from '../../../shared/recipe/models';
import { companionsOf, sharesFrom } from '../../../shared/recipe/companions';
import type { Recipe } from '../../../shared/recipe/table';
import { deviationOf, meanOf } from '../../model/evaluate/judge';
import { placesOf } from '../../model/dae/companion';
import type { Mixing } from '../../model/kernels/kernels';
import { SHARE_PARTS, SURE } from './choosing';

/** A way to mix, with a share for each candidate. */
export type Trial = Mixing;

/** Trials and how they did. */
export interface Tried {
  readonly trials: readonly Trial[];
  /** For each trial the score of every judged profile. */
  readonly scores: readonly ArrayLike<number>[];
}

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

interface Choice {
  /** One per place of the trials' shares. */
  readonly candidates: readonly CompanionName[];
  /** The share of the score that each has to add, because of what it costs. */
  readonly leastGains: readonly number[];
  /** What the scores come from, which says how sure the choice has to be. */
  readonly by: keyof typeof SURE;
  /** Whether each trial may be taken; absent if all may. */
  readonly mayTake?: readonly boolean[];
}

/**
 * @param start the trial without companions to begin with
 * @returns the index of the chosen trial
 */
export function chosenTrial(tried: Tried, start: number, { candidates, leastGains, by, mayTake }: Choice): number {
  const { trials, scores } = tried;
  let chosen = start;
  for (let count = 1; count <= MOST_COMPANIONS; count++) {
    const before = trials[chosen]!;
    const score = meanOf(scores[chosen]!);
    const earns = (trial: Trial, index: number): boolean => {
      if (mayTake?.[index] === false) return false;
      const added = placesOf(trial).filter((place) => before.shares[place] === 0);
      const needed = added.reduce((sum, place) => sum + leastGains[place]!, 0) * score;
      return placesOf(trial).length === count && meanOf(scores[index]!) - score > needed;
    };
    const best = bestOf(tried, earns);
    if (best === null) continue;
    const { mean, error } = differenceOf(scores[best]!, scores[chosen]!);
    if (mean > SURE[by] * error) chosen = preferred(tried, best, earns, { candidates, by });
  }
  return chosen;
}

/**
 * The candidates by how much they gain where they are fitted on more than to try them, those that gain most first: what is
 * level on a validation part is not level in the model that makes the lists (bench/quality/mixture.md).
 */
const BY_GAIN = COMPANIONS.toSorted(
  (left, right) => MODEL_ROWS[left].companionPlace - MODEL_ROWS[right].companionPlace,
);

/**
 * Of the trials that earn their companions' cost and are level with the best within one standard error: those whose
 * companions gain most by more data; of these, on a validation part, those that give companions the least (what windows find
 * is halved anyway); and of these the one with the best score.
 */
function preferred(
  tried: Tried,
  best: number,
  earns: (trial: Trial, index: number) => boolean,
  { candidates, by }: Pick<Choice, 'candidates' | 'by'>,
): number {
  const { trials, scores } = tried;
  const rankOf = (trial: Trial): string =>
    placesOf(trial)
      .map((place) => BY_GAIN.indexOf(candidates[place]!))
      .sort((left, right) => left - right)
      .join();
  const isLevel = (trial: Trial, index: number): boolean => {
    const { mean, error } = differenceOf(scores[best]!, scores[index]!);
    return earns(trial, index) && mean <= error;
  };
  const level = trials.filter(isLevel);
  const first = level.map(rankOf).sort()[0]!;
  const partsOf = ({ shares }: Trial): number => Math.round(shares.reduce((sum, share) => sum + share) * SHARE_PARTS);
  const least = Math.min(...level.filter((trial) => rankOf(trial) === first).map(partsOf));
  return bestOf(
    tried,
    (trial, index) =>
      isLevel(trial, index) && rankOf(trial) === first && (by === 'windows' || partsOf(trial) === least),
  )!;
}

/** The index of the trial with the best score, the first among equals; null if none is wanted. */
function bestOf({ trials, scores }: Tried, isWanted: (trial: Trial, index: number) => boolean): number | null {
  let best: number | null = null;
  for (const [index, trial] of trials.entries())
    if (isWanted(trial, index) && (best === null || meanOf(scores[index]!) > meanOf(scores[best]!))) best = index;
  return best;
}

/** The mean difference over the profiles, and its standard error. */
function differenceOf(scores: ArrayLike<number>, than: ArrayLike<number>): { mean: number; error: number } {
  const differences = Float64Array.from(scores, (score, profile) => score - than[profile]!);
  const error = differences.length < 2 ? 0 : deviationOf(differences) / Math.sqrt(differences.length);
  return { mean: meanOf(differences), error };
}

/**
 * The chosen mixture, and what else was tried, for the record.
 * @param judge what the scores come from; a profile may have several
 */
export function chosenMixture(
  tried: Tried,
  { start, chosen }: { start: number; chosen: number },
  candidates: readonly CompanionName[],
  judge: Pick<NonNullable<Mixture['chosen']>, 'by' | 'profiles' | 'shown'>,
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
      ...judge,
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
