/** Judges exported lists against the same number of the most popular titles: means with intervals, overall and by group. */
import { setImmediate } from 'node:timers/promises';
import type { FirstViewings, Outcome, OutcomeFigure } from '../contract/outcome';
import { LIST_LENGTH } from '../../../shared/limits';
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';
import { compareFigures } from '../../../engine/delivery/judge';
import { rowsWithEntries } from '../../../engine/data/histories';
import type { Histories, ProfileTable } from '../../../engine/data/tables';
import { judge, meanOf } from '../../../engine/model/evaluate/judge';
import { groupsOfProfiles } from '../../../engine/model/evaluate/slices';
import { wilsonInterval } from '../../../engine/model/evaluate/wilson';
import { popularityRecommender } from '../../../engine/model/baselines/popularity';
import { makeLists } from '../../../engine/model/ranking/lists';
import { LIST_END } from '../../../engine/runs/lists-file';

/** Rows whose popular lists are made at a time. */
const ROWS = 1024;

interface ToJudge {
  readonly profiles: ProfileTable;
  /** What the run had learned from. */
  readonly histories: Histories;
  /** Of the same rows. */
  readonly targets: Histories;
  /** The exported list of a row, best first. */
  listOf(row: number): ArrayLike<number>;
}

/**
 * Judges only rows with targets.
 * @throws ShelfwiseError `stopped` on abort
 */
export async function judgeLists(
  { profiles, histories, targets, listOf }: ToJudge,
  signal?: AbortSignal,
): Promise<NonNullable<Outcome['judged']> & { readonly counted: FirstViewings }> {
  const rows = rowsWithEntries(targets);
  const lists = new Int32Array(rows.length * LIST_LENGTH).fill(LIST_END);
  rows.forEach((row, index) => lists.set(Array.from(listOf(row)).slice(0, LIST_LENGTH), index * LIST_LENGTH));
  const own = judge(lists, LIST_LENGTH, rows, targets);
  throwIfStopped(signal);
  const popular = judge(await popularLists(histories, rows, signal), LIST_LENGTH, rows, targets);
  throwIfStopped(signal);
  const [ownHits, popularHits] = [hitsOf(own), hitsOf(popular)];
  const counted = (members: readonly number[]): FirstViewings => ({
    all: sumOf(own.targets, members),
    listed: sumOf(ownHits, members),
    popular: sumOf(popularHits, members),
  });
  const groups: NonNullable<Outcome['judged']>['groups'] = [];
  for (const { group, label, members } of groupsOfProfiles(rows, histories, profiles)) {
    const of = (values: Float64Array): Float64Array => Float64Array.from(members, (index) => values[index]!);
    const recall = figureOf(of(own.recall), of(popular.recall));
    groups.push({ group, label, profiles: members.length, recall, viewings: counted(members) });
    // Each group takes thousands of samples: other calls get their turn in between.
    await setImmediate();
    throwIfStopped(signal);
  }
  return {
    recall: figureOf(own.recall, popular.recall),
    ndcg: figureOf(own.ndcg, popular.ndcg),
    hits: shareOf(own.recall, popular.recall),
    groups,
    counted: counted(Array.from(rows.keys())),
  };
}

/** Made as for a leaderboard, some rows at a time, so that other calls get their turn. */
async function popularLists(histories: Histories, chosen: Int32Array, signal?: AbortSignal): Promise<Int32Array> {
  const recommender = popularityRecommender(histories);
  const rows = { histories, conditions: new Float32Array(0), conditionWidth: 0 };
  const lists = new Int32Array(chosen.length * LIST_LENGTH);
  for (let from = 0; from < chosen.length; from += ROWS) {
    throwIfStopped(signal);
    const some = { ...rows, chosen: chosen.subarray(from, from + ROWS) };
    const { items } = makeLists(recommender, some, { count: LIST_LENGTH, excludeWatched: true });
    lists.set(items, from * LIST_LENGTH);
    await setImmediate();
  }
  return lists;
}

function figureOf(own: Float64Array, popular: Float64Array): OutcomeFigure {
  const { mean, low, high } = compareFigures(new Float64Array(own.length), [own])[0]!;
  return {
    mean,
    interval: own.length < 2 ? null : { low, high },
    popular: meanOf(popular),
    difference: differenceOf(own, popular),
  };
}

/** Share of the profiles with any hit. */
function shareOf(ownRecall: Float64Array, popularRecall: Float64Array): OutcomeFigure {
  const [own, popular] = [ownRecall, popularRecall].map((recall) => recall.map((found) => (found > 0 ? 1 : 0)));
  return {
    mean: meanOf(own!),
    interval:
      own!.length < 2
        ? null
        : wilsonInterval(
            own!.reduce((sum, one) => sum + one, 0),
            own!.length,
          ),
    popular: meanOf(popular!),
    difference: differenceOf(own!, popular!),
  };
}

function differenceOf(own: Float64Array, popular: Float64Array): OutcomeFigure['difference'] {
  const { mean, low, high, isCertain } = compareFigures(popular, [own])[0]!;
  return { mean, low, high, isCertain };
}

/** Hits of each list: recall is hits over the most possible. */
const hitsOf = ({ recall, targets }: { recall: Float64Array; targets: Int32Array }): number[] =>
  Array.from(recall, (found, index) => Math.round(found * Math.min(LIST_LENGTH, targets[index]!)));

function sumOf(values: ArrayLike<number>, places: readonly number[]): number {
  let sum = 0;
  for (const place of places) sum += values[place]!;
  return sum;
}
