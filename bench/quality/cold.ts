/**
 * Profiles of whom little is known (engine/training/fit/cold.ts): a fifth of the profiles, another fifth a seed, is left out of training altogether. The
 * validation part is the same with other profiles, as long as there are no more than three seeds.
 */
import { pairedDifference } from '../../src/engine/model/evaluate/bootstrap';
import { meanOf } from '../../src/engine/model/evaluate/judge';
import { RandomStream } from '../../src/engine/model/random';
import { coldScores, FOLDS, foldsOf, KNOWN } from '../../src/engine/training/fit/cold';
import { presetRecipe } from '../../src/shared/recipe/presets';
import type { Recipe } from '../../src/shared/recipe/table';
import { type Job, rounded } from './measure';
import { type Part, splitsOf } from './parts';

/** The profiles left out with a seed. */
const foldOf = (part: Part, seed: number): number => (part === 'cold' ? seed % FOLDS : [0, 4][seed % 2]!);

/** One line per number of shown titles, with the paired difference to EASE on the same profiles. */
export async function measureCold(job: Job): Promise<object[]> {
  const own = await scoresOfAll(job, job.recipe);
  const ease = await scoresOfAll(job, presetRecipe('ease'));
  return KNOWN.map((shown, index) => {
    const [left, right] = [own[index]!, ease[index]!];
    const { mean, low, high, isCertain, profiles } = pairedDifference(left, right, new RandomStream(1, 'bootstrap'));
    const aheadOfEase = { mean: rounded(mean), low: rounded(low), high: rounded(high), isCertain };
    return { shown, score: rounded(meanOf(left)), ease: rounded(meanOf(right)), aheadOfEase, profiles };
  });
}

/** Per number of shown titles, the score of every cold profile, over all seeds. */
async function scoresOfAll({ data, part, seeds, fit }: Job, recipe: Recipe): Promise<number[][]> {
  const scores: number[][] = KNOWN.map(() => []);
  const fold = foldsOf(data.profiles.ids.length);
  for (const { seed, events, split } of await splitsOf(part, data, seeds)) {
    const isCold = (profile: number): boolean => fold[profile] === foldOf(part, seed);
    const ofSeed = await coldScores({ data, events, split, isCold, recipe, seed, fit });
    ofSeed.forEach((own, index) => scores[index]!.push(...own));
  }
  return scores;
}
