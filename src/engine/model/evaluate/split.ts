/** Splits off data to measure a model with: the two protocols of docs/evaluation.md, for the hold-out and again for validation. */
import { say, type Sentence } from '../../../shared/words/sentence';
import type { Recipe } from '../../../shared/recipe/table';
import { firstEvents } from '../../data/events';
import { hasColumn } from '../../data/histories';
import type { EventPart, EventSource, Histories, HistoriesInMemory, Shape, TrainingData } from '../../data/tables';
import { type RandomStream, RandomStreams } from '../random';

export interface Split {
  /** The events that a model may learn from, in order. */
  readonly train: EventPart;
  /** profiles x items: held-out items that the profile did not watch in train. A profile with an empty row is not a test profile. */
  readonly targets: HistoriesInMemory;
  readonly protocol: 'time' | 'random';
  /** Why the requested protocol was not used; null if it was. */
  readonly note: Sentence | null;
}

export interface SplitOptions {
  protocol: 'time' | 'random';
  /** Held-out share of the events (time) or of each profile's items (random). */
  share: number;
  /** Used by the random protocol only: profiles draw from it in order. */
  random: RandomStream;
  /** Histories of the same events, if available; only their titles are read. */
  histories?: Histories;
}

/** Profiles with fewer different items are in train only (random protocol). */
export const RANDOM_MINIMUM_ITEMS = 5;

/**
 * Splits events into a part to learn from and targets to find again.
 * - time: holds out the last `share` of the events, in order of (time, profile, item); test profiles are in both parts.
 * - random: from each profile with at least 5 different items, holds out max(1, round(share x items)) drawn at random, with
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

/** The hold-out of a run: the same data, recipe and seed always give the same targets. */
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
