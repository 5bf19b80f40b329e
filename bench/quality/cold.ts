/**
 * Profiles of whom little is known. A fifth of the profiles (another fifth a seed) is left out of training altogether, and the others are
 * trained on with all that they watched, as nothing of theirs is asked for ("strong generalisation", Marlin 2004, Liang et al. 2018). The
 * model is then shown 0, 1, 3 or 5 titles of each profile left out, drawn at random, and has to find the same held-out titles as in the
 * random protocol. What else they watched in the train part is no candidate: to name it would be right, and yet count as a miss. The validation
 * part is the same with other profiles, as long as there are no more than three seeds.
 */
import { selectRows, wholeRows } from '../../src/engine/data/histories';
import { trainingPart } from '../../src/engine/data/selection';
import type { HistoriesInMemory, SparseRows } from '../../src/engine/data/tables';
import { pairedDifference } from '../../src/engine/model/evaluate/bootstrap';
import { evaluate } from '../../src/engine/model/evaluate/evaluate';
import { meanOf } from '../../src/engine/model/evaluate/judge';
import { RandomStream, RandomStreams } from '../../src/engine/model/random';
import type { Recommender } from '../../src/engine/model/recommender';
import { drawTitles } from '../../src/engine/training/fit/few-titles';
import { presetRecipe } from '../../src/shared/recipe/presets';
import type { Recipe } from '../../src/shared/recipe/table';
import { type Job, rounded } from './measure';
import { type Part, splitsOf } from './parts';

const SHOWN = [0, 1, 3, 5];
const FOLDS = 5;
/** The profiles left out with a seed. */
const foldOf = (part: Part, seed: number): number => (part === 'cold' ? seed % FOLDS : [0, 4][seed % 2]!);
/**
 * Number of draws of shown titles, a profile's score being their mean: which one is shown matters more than most
 * settings.
 */
const DRAWS = 10;

/** One line per number of shown titles, with the paired difference to EASE on the same profiles. */
export async function measureCold(job: Job): Promise<object[]> {
  const own = await coldScores(job, job.recipe);
  const ease = await coldScores(job, presetRecipe('ease'));
  return SHOWN.map((shown, index) => {
    const [left, right] = [own[index]!, ease[index]!];
    const { mean, low, high, isCertain, profiles } = pairedDifference(left, right, new RandomStream(1, 'bootstrap'));
    const aheadOfEase = { mean: rounded(mean), low: rounded(low), high: rounded(high), isCertain };
    return { shown, score: rounded(meanOf(left)), ease: rounded(meanOf(right)), aheadOfEase, profiles };
  });
}

/** Per number of shown titles, the score of every cold profile, over all seeds. */
async function coldScores({ data, part, seeds, fit }: Job, recipe: Recipe): Promise<number[][]> {
  const scores: number[][] = SHOWN.map(() => []);
  const profiles = data.profiles.ids.length;
  const fold = new RandomStream(1, 'cold/folds').shuffle(
    Int32Array.from({ length: profiles }, (_, row) => row % FOLDS),
  );
  for (const { seed, events, split } of await splitsOf(part, data, seeds)) {
    const isCold = (profile: number): boolean => fold[profile] === foldOf(part, seed);
    const known = { ...data, events };
    const whole = await trainingPart(known, split.train);
    const warm = await trainingPart(known, await events.without(isCold), recipe['data.counting']);
    const fitted = await fit({ ...recipe, 'stopping.split': 'random' }, warm, seed);
    const targets = rowsOf(split.targets, isCold);
    for (const [index, count] of SHOWN.entries()) {
      const draws = Array.from({ length: count === 0 ? 1 : DRAWS }, (_, draw) => {
        const shown = drawTitles(
          wholeRows(whole.histories),
          count,
          new RandomStreams(seed).stream(`cold/shown/${count}/${draw}`),
        );
        const recommender = seeingOnly(shown, fitted.recommender);
        const input = { ...fitted, recommender, histories: whole.histories, targets, excludeWatched: true };
        return evaluate(input).perProfile.score;
      });
      draws[0]!.forEach((_, profile) => scores[index]!.push(meanOf(draws.map((score) => score[profile]!))));
    }
    fitted.recommender.dispose();
  }
  return scores;
}

/** A recommender that sees only part of each history. */
function seeingOnly(shown: SparseRows, recommender: Recommender): Recommender {
  return {
    score: (rows) => recommender.score({ ...rows, histories: selectRows(shown, rows.profiles!) }),
    tensors: () => recommender.tensors(),
    dispose: () => undefined,
  };
}

/** Keeps the wanted rows and empties the others. */
function rowsOf(rows: HistoriesInMemory, isWanted: (row: number) => boolean): SparseRows {
  const offsets = new Int32Array(rows.rows + 1);
  const indices: number[] = [];
  for (let row = 0; row < rows.rows; row++) {
    if (isWanted(row)) indices.push(...rows.indices.subarray(rows.offsets[row]!, rows.offsets[row + 1]!));
    offsets[row + 1] = indices.length;
  }
  return { ...rows, offsets, indices: Int32Array.from(indices), values: new Float32Array(indices.length).fill(1) };
}
