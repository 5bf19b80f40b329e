/** Compares all models on the same split and the same profiles. */
import { setImmediate } from 'node:timers/promises';
import type { Leaderboard, LeaderboardRow } from '../contract/leaderboard';
import { ShelfwiseError } from '../../../shared/errors';
import type { LeaderboardModel } from '../../../shared/recipe/presets';
import { RandomStreams } from '../../../engine/model/random';
import { pairedDifference } from '../../../engine/model/evaluate/bootstrap';
import { deviationOf, meanOf } from '../../../engine/model/evaluate/judge';
import { type CompanionName, COMPANIONS } from '../../../shared/recipe/companion-names';
import type { Beside, SeedResult, Tried } from '../../../shared/values/tried';

/**
 * The leaderboard of trials in parts: some of the models each, or some of the seeds. Metrics are means over the seeds; the seconds are those of one
 * fit.
 * @param parts of the same data and split, in the order of the seeds
 * @param order of the rows
 * @throws ShelfwiseError `too-large` if no model is possible on so much data
 */
export async function leaderboardOf(parts: readonly Tried[], order: readonly LeaderboardModel[]): Promise<Leaderboard> {
  const { dataset, split } = parts[0]!;
  const seeds = [...new Set(parts.flatMap((part) => part.seeds))];
  const all = parts.flatMap((part) => part.models);
  const models = order.map((model): Tried['models'][number] => {
    const ofModel = all.filter((one) => one.model === model);
    const tooLarge = ofModel.find((one) => one.tooLarge !== null)?.tooLarge ?? null;
    return { model, tooLarge, trials: ofModel.flatMap(({ trials }) => trials) };
  });
  const possible = models.filter(({ tooLarge }) => tooLarge === null);
  const notPossible = models.flatMap(({ model, tooLarge }): Leaderboard['notPossible'] =>
    tooLarge === null ? [] : [{ model, ...tooLarge }],
  );
  if (possible.length === 0) throw new ShelfwiseError('too-large', notPossible[0]!.said ?? notPossible[0]!.message);
  const rows = await comparedToBest(
    possible.map(({ model, trials }) => rowOf(model, trials)),
    new Map(possible.map(({ model, trials }) => [model, trials])),
    new RandomStreams(seeds[0]!),
  );
  const testProfiles = possible.at(-1)!.trials.at(-1)!.metrics.profiles;
  return { dataset, split, seeds, testProfiles, rows, notPossible };
}

/** How far each row is behind the best one on the profiles that both were tested on, and whether that is beyond chance. */
async function comparedToBest(
  rows: readonly Omit<LeaderboardRow, 'toBest'>[],
  trials: ReadonlyMap<LeaderboardModel, readonly SeedResult[]>,
  random: RandomStreams,
): Promise<LeaderboardRow[]> {
  const best = rows.reduce((left, right) => (right.score > left.score ? right : left));
  const bestScores = scoresOfProfiles(trials.get(best.model)!);
  const compared: LeaderboardRow[] = [];
  for (const row of rows) {
    // A bootstrap takes a moment: the process may have other calls to answer.
    await setImmediate();
    if (row === best) {
      compared.push({ ...row, toBest: null });
      continue;
    }
    const own = scoresOfProfiles(trials.get(row.model)!);
    const profiles = [...bestScores.keys()].filter((profile) => own.has(profile));
    const ofBest = profiles.map((profile) => bestScores.get(profile)!);
    const ofRow = profiles.map((profile) => own.get(profile)!);
    compared.push({ ...row, toBest: pairedDifference(ofRow, ofBest, random.stream(`bootstrap/${row.model}`)) });
  }
  return compared;
}

/** The mean score of each test profile over the seeds in which it is one, since the bootstrap draws profiles. */
function scoresOfProfiles(trials: readonly SeedResult[]): Map<number, number> {
  const scores = new Map<number, number[]>();
  for (const { scores: ofTrial } of trials)
    ofTrial.profile.forEach((profile, index) => {
      const earlier = scores.get(profile) ?? [];
      scores.set(profile, [...earlier, ofTrial.score[index]!]);
    });
  return new Map([...scores].map(([profile, own]) => [profile, meanOf(own)]));
}

/** A companion that a seed was tried without had no share there. */
function besideOf(model: CompanionName, trials: readonly SeedResult[]): Beside[] {
  const found = trials.flatMap(({ beside = [] }) => beside.filter((one) => one.model === model));
  if (found.length === 0) return [];
  const gains = found.flatMap(({ gain }) => gain ?? []);
  const share = found.reduce((sum, one) => sum + one.share, 0) / trials.length;
  return [{ model, share, gain: gains.length === 0 ? null : meanOf(gains) }];
}

function rowOf(model: LeaderboardModel, trials: readonly SeedResult[]): Omit<LeaderboardRow, 'toBest'> {
  const mean = (read: (trial: SeedResult) => number): number => meanOf(trials.map(read));
  return {
    model,
    recall: mean(({ metrics }) => metrics.recall),
    ndcg: mean(({ metrics }) => metrics.ndcg),
    score: mean(({ metrics }) => metrics.score),
    deviation: trials.length < 2 ? null : deviationOf(trials.map(({ metrics }) => metrics.score)),
    seconds: mean(({ seconds }) => seconds),
    epochs: trials.map(({ epochs }) => epochs).filter((epochs) => epochs > 0),
    quality: {
      coverage: mean(({ quality }) => quality.coverage),
      novelty: mean(({ quality }) => quality.novelty),
      watchedShare: mean(({ quality }) => quality.watchedShare),
    },
    beside: COMPANIONS.flatMap((companion) => besideOf(companion, trials)),
  };
}
