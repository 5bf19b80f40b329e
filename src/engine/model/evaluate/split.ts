/** What is held out to judge a model by: the two protocols of docs/evaluation.md, for the test part and again for validation. */
import { say, type Sentence } from '../../../shared/words/sentence';
import type { Recipe } from '../../../shared/recipe/table';
import { firstEvents } from '../../data/events';
import { hasColumn } from '../../data/histories';
import type { EventPart, EventSource, Histories, HistoriesInMemory, Shape, TrainingData } from '../../data/tables';
import { type RandomStream, RandomStreams } from '../random';

export interface Split {
  /** The events a model may learn from, in their order. */
  readonly train: EventPart;
  /** profiles x items: held-out items that the profile did not watch in train. An empty row is not a test profile. */
  readonly targets: HistoriesInMemory;
  readonly protocol: 'time' | 'random';
  /** Why another protocol than the one asked for was used; null where it was the one asked for. */
  readonly note: Sentence | null;
}

export interface SplitOptions {
  protocol: 'time' | 'random';
  /** Share of the events (time) or of each profile's items (random) that is held out. */
  share: number;
  /** Read by the random protocol only: profiles draw from it in their order. */
  random: RandomStream;
  /** Of the same events, where they are at hand; which titles they hold is all that is read. */
  histories?: Histories;
}

/** Profiles with fewer different items are in train only (random protocol). */
export const RANDOM_MINIMUM_ITEMS = 5;

/**
 * Splits events into a part to learn from and targets to find again.
 * - time: the last `share` of the events, in order of (time, profile, item), is held out; test profiles are in both parts.
 * - random: of each profile with at least 5 different items, max(1, round(share x items)) drawn at random are held out with
 *   all their events.
 *
 * Without times, `time` becomes `random` with a note. With too little to split there are no targets: the caller decides.
 * @param events in order of (time, profile, item)
 */
export async function splitEvents(events: EventSource, shape: Shape, options: SplitOptions): Promise<Split> {
  if (options.protocol === 'random') return { ...(await splitAtRandom(events, shape, options)), note: null };
  if (!events.hasTimes) return { ...(await splitAtRandom(events, shape, options)), note: say('split.no-times') };
  return { ...(await splitByTime(events, shape, options.share)), note: null };
}

/** The test part of a run: whoever takes it anew from the same data, recipe and seed has the same targets. */
export async function splitForTest(data: TrainingData, recipe: Recipe, seed: number): Promise<Split> {
  const shape = { profiles: data.profiles.ids.length, items: data.items.ids.length };
  const { 'stopping.split': protocol, 'stopping.share': share } = recipe;
  const random = new RandomStreams(seed).stream('split/test');
  return splitEvents(data.events, shape, { protocol, share, random, histories: data.histories });
}

async function splitByTime(events: EventSource, shape: Shape, share: number): Promise<Omit<Split, 'note'>> {
  const trainEvents = events.count - Math.round(events.count * share);
  const targets = await events.watchedAfter(trainEvents, shape);
  return { train: firstEvents(trainEvents), targets, protocol: 'time' };
}

async function splitAtRandom(
  events: EventSource,
  shape: Shape,
  { share, random, histories }: SplitOptions,
): Promise<Omit<Split, 'note'>> {
  const targets = drawnTargets(histories ?? (await events.histories(shape, 'binary')), share, random);
  const train = await events.without((profile, item) => hasColumn(targets, profile, item));
  return { train, targets, protocol: 'random' };
}

function drawnTargets(histories: Histories, share: number, random: RandomStream): HistoriesInMemory {
  const offsets = new Int32Array(histories.rows + 1);
  const isDrawnFrom = (items: number): boolean => items >= RANDOM_MINIMUM_ITEMS;
  for (let row = 0; row < histories.rows; row++) {
    const items = histories.offsets[row + 1]! - histories.offsets[row]!;
    offsets[row + 1] = offsets[row]! + (isDrawnFrom(items) ? Math.max(1, Math.round(share * items)) : 0);
  }
  const drawn = new Int32Array(offsets[histories.rows]!);
  for (let row = 0; row < histories.rows; row++) {
    const items = histories.indices.subarray(histories.offsets[row]!, histories.offsets[row + 1]!).slice();
    if (!isDrawnFrom(items.length)) continue;
    const [from, to] = [offsets[row]!, offsets[row + 1]!];
    drawn.set(
      random
        .shuffle(items)
        .subarray(0, to - from)
        .sort(),
      from,
    );
  }
  return { rows: histories.rows, columns: histories.columns, offsets, indices: drawn, values: null };
}
