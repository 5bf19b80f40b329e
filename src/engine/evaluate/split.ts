/** What is held out to judge a model by: the two protocols of docs/evaluation.md, for the test part and again for validation. */
import { say, type Sentence } from '../../shared/sentences/sentence';
import type { Recipe } from '../../shared/recipe/table';
import { countOf, eventsBetween, eventsWithout, firstEvents } from '../data/events';
import { buildHistories, type HistoriesInMemory } from '../data/histories';
import type { EventPart, Histories, Interactions, TrainingData } from '../data/tables';
import { type RandomStream, RandomStreams } from '../model/random';

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
 * @param interactions in order of (time, profile, item)
 */
export function splitInteractions(
  interactions: Interactions,
  shape: { profiles: number; items: number },
  options: SplitOptions,
): Split {
  if (options.protocol === 'random') return { ...splitAtRandom(interactions, shape, options), note: null };
  if (interactions.time === null)
    return {
      ...splitAtRandom(interactions, shape, options),
      note: say('split.no-times'),
    };
  return { ...splitByTime(interactions, shape, options.share), note: null };
}

/** The test part of a run: whoever takes it anew from the same data, recipe and seed has the same targets. */
export async function splitForTest(data: TrainingData, recipe: Recipe, seed: number): Promise<Split> {
  const shape = { profiles: data.profiles.ids.length, items: data.items.ids.length };
  const { 'stopping.split': protocol, 'stopping.share': share } = recipe;
  const random = new RandomStreams(seed).stream('split/test');
  const { histories } = data;
  return splitInteractions(await data.events.hold(), shape, { protocol, share, random, histories });
}

function splitByTime(
  interactions: Interactions,
  shape: { profiles: number; items: number },
  share: number,
): Omit<Split, 'note'> {
  const events = countOf(interactions);
  const trainEvents = events - Math.round(events * share);
  const train = firstEvents(trainEvents);
  const watched = buildHistories(train.of(interactions), shape.profiles, shape.items, 'binary');
  const after = eventsBetween(interactions, trainEvents, events);
  const heldOut = buildHistories(after, shape.profiles, shape.items, 'binary');
  return { train, targets: targetsOf(heldOut, watched), protocol: 'time' };
}

function splitAtRandom(
  interactions: Interactions,
  shape: { profiles: number; items: number },
  { share, random, histories = buildHistories(interactions, shape.profiles, shape.items, 'binary') }: SplitOptions,
): Omit<Split, 'note'> {
  const offsets = new Int32Array(shape.profiles + 1);
  const isDrawnFrom = (items: number): boolean => items >= RANDOM_MINIMUM_ITEMS;
  for (let row = 0; row < shape.profiles; row++) {
    const items = histories.offsets[row + 1]! - histories.offsets[row]!;
    offsets[row + 1] = offsets[row]! + (isDrawnFrom(items) ? Math.max(1, Math.round(share * items)) : 0);
  }
  const drawn = new Int32Array(offsets[shape.profiles]!);
  for (let row = 0; row < shape.profiles; row++) {
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
  const targets = binaryRows(shape, offsets, drawn);
  const train = eventsWithout(interactions, (profile, item) => hasColumn(targets, profile, item));
  return { train, targets, protocol: 'random' };
}

/** Of profiles in both parts, what was held out and not watched. */
function targetsOf(heldOut: HistoriesInMemory, watched: HistoriesInMemory): HistoriesInMemory {
  const offsets = new Int32Array(heldOut.rows + 1);
  const kept = new Int32Array(heldOut.indices.length);
  let length = 0;
  for (let row = 0; row < heldOut.rows; row++) {
    if (watched.offsets[row]! < watched.offsets[row + 1]!)
      for (let entry = heldOut.offsets[row]!; entry < heldOut.offsets[row + 1]!; entry++) {
        const item = heldOut.indices[entry]!;
        if (!hasColumn(watched, row, item)) kept[length++] = item;
      }
    offsets[row + 1] = length;
  }
  return binaryRows({ profiles: heldOut.rows, items: heldOut.columns }, offsets, kept.slice(0, length));
}

const binaryRows = (
  shape: { profiles: number; items: number },
  offsets: Int32Array,
  indices: Int32Array,
): HistoriesInMemory => ({ rows: shape.profiles, columns: shape.items, offsets, indices, values: null });

/** Whether a row has a column, by halving: columns are ascending. */
function hasColumn(rows: HistoriesInMemory, row: number, column: number): boolean {
  let low = rows.offsets[row]!;
  let high = rows.offsets[row + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows.indices[middle]! < column) low = middle + 1;
    else high = middle;
  }
  return low < rows.offsets[row + 1]! && rows.indices[low] === column;
}
