/**
 * Profiles of whom little is known. Some of the profiles are left out of training altogether, and the others are trained on with all that they
 * watched, as nothing of theirs is asked for ("strong generalisation", Marlin 2004, Liang et al. 2018). The model is then shown 0, 1, 3 or 5 titles of
 * each profile left out, drawn at random, or all but the hidden ones, and has to find the same held-out titles as in the random protocol. What else they
 * watched in the train part is no candidate: to name it would be right, and yet count as a miss.
 */
import { rowsWithEntries, selectRows } from '../../data/histories';
import { trainingPart } from '../../data/selection';
import type { EventSource, HistoriesInMemory, SparseRows, TrainingData } from '../../data/tables';
import { evaluate } from '../../model/evaluate/evaluate';
import { meanOf } from '../../model/evaluate/judge';
import type { FitModel } from '../../model/evaluate/measure-models';
import type { Split } from '../../model/evaluate/split';
import { RandomStream, RandomStreams } from '../../model/random';
import type { Recommender } from '../../model/recommender';
import type { Recipe } from '../../../shared/recipe/table';
import { drawTitles } from './few-titles';
import { limitProfiles } from './validation';

/** Numbers of titles known of a profile left out; null: its whole history, but for what is hidden. */
export const KNOWN = [0, 1, 3, 5, null] as const;
/** Each part of the profiles is left out of one training. */
export const FOLDS = 5;
/** Number of draws of shown titles, a profile's score being their mean: which one is shown matters more than most settings. */
const DRAWS = 10;
/** Profiles judged of those left out, drawn at random. */
const MOST_COLD = 2000;

/** The part in which each profile is left out: the same whatever is trained. */
export const foldsOf = (profiles: number): Int32Array =>
  new RandomStream(1, 'cold/folds').shuffle(Int32Array.from({ length: profiles }, (_, row) => row % FOLDS));

interface ColdJob {
  readonly data: TrainingData;
  /** What was split: all events, or those that may be used. */
  readonly events: EventSource;
  readonly split: Pick<Split, 'train' | 'targets'>;
  readonly isCold: (profile: number) => boolean;
  /** Fitted without the trend: profiles are left out from all times, so that recent viewing says nothing about them. */
  readonly recipe: Recipe;
  readonly seed: number;
  readonly fit: FitModel;
}

/** @returns for each number of known titles the score of every judged profile, ascending by row */
export async function coldScores({ data, events, split, isCold, recipe, seed, fit }: ColdJob): Promise<Float64Array[]> {
  const random = new RandomStreams(seed);
  const targets = limitProfiles(rowsOf(split.targets, isCold), MOST_COLD, random.stream('cold/judged'));
  const cold = rowsWithEntries(targets);
  const all = { ...data, events };
  const { histories } = await trainingPart(all, split.train, recipe['data.counting']);
  const known = selectRows(histories, cold);
  const warm = await trainingPart(all, await events.without(isCold), recipe['data.counting']);
  const fitted = await fit({ ...recipe, 'stopping.split': 'random' }, warm, seed);
  const scoresOf = (shown: SparseRows): Float64Array =>
    evaluate({
      ...fitted,
      recommender: seeingOnly(shown, cold, fitted.recommender),
      histories,
      targets,
      excludeWatched: true,
    }).perProfile.score;
  try {
    return KNOWN.map((count) => {
      if (count === null) return scoresOf(known);
      const draws = Array.from({ length: count === 0 ? 1 : DRAWS }, (_, draw) =>
        scoresOf(drawTitles(known, count, random.stream(`cold/shown/${count}/${draw}`))),
      );
      return draws[0]!.map((_, profile) => meanOf(draws.map((score) => score[profile]!)));
    });
  } finally {
    fitted.recommender.dispose();
  }
}

/** A recommender that sees only part of each history. @param shown one row for each of `cold` */
function seeingOnly(shown: SparseRows, cold: Int32Array, recommender: Recommender): Recommender {
  const placeOf = new Map(Array.from(cold, (profile, place) => [profile, place]));
  return {
    score: (rows) =>
      recommender.score({
        ...rows,
        histories: selectRows(
          shown,
          Array.from(rows.profiles!, (profile) => placeOf.get(profile)!),
        ),
      }),
    tensors: () => recommender.tensors(),
    dispose: () => undefined,
  };
}

/** Keeps the wanted rows and empties the others. */
function rowsOf(rows: HistoriesInMemory, isWanted: (row: number) => boolean): HistoriesInMemory {
  const offsets = new Int32Array(rows.rows + 1);
  const indices: number[] = [];
  for (let row = 0; row < rows.rows; row++) {
    if (isWanted(row))
      for (const item of rows.indices.subarray(rows.offsets[row]!, rows.offsets[row + 1]!)) indices.push(item);
    offsets[row + 1] = indices.length;
  }
  return { ...rows, offsets, indices: Int32Array.from(indices), values: null };
}
