/** Refuses data larger than the program can hold, before anything is computed. */
import { ShelfwiseError } from '../../shared/errors';
import {
  EVENT_BYTES,
  EVENTS_MEMORY_SHARE,
  MOST_EVENTS,
  MOST_IDS,
  MOST_VOCABULARY_CHARACTERS,
  PAIR_BYTES,
  PAIRS_MEMORY_SHARE,
  VIEWING_BYTES,
} from '../../shared/limits';
import { say } from '../../shared/words/sentence';
import { memoryThere } from '../machine/environment/memory';

/** Whether so many events are read, sorted and split in memory. */
export const areHeld = (events: number): boolean => events * EVENT_BYTES <= memoryThere() * EVENTS_MEMORY_SHARE;

const inMegabytes = (bytes: number): number => Math.ceil(bytes / 1e5) / 10;

/**
 * For algorithms that hold all pairs of profile and title at once.
 * @throws ShelfwiseError `too-large`
 */
export function refuseManyPairs(pairs: number): void {
  const [needed, most] = [pairs * PAIR_BYTES, memoryThere() * PAIRS_MEMORY_SHARE];
  if (needed <= most) return;
  throw new ShelfwiseError(
    'too-large',
    say('limits.pairs', { pairs, needed: inMegabytes(needed), most: inMegabytes(most) }),
  );
}

/**
 * For views that hold all events of a data set.
 * @throws ShelfwiseError `too-large`
 */
export function refuseManyViewings(events: number): void {
  const [needed, most] = [events * VIEWING_BYTES, memoryThere() * PAIRS_MEMORY_SHARE];
  if (needed <= most) return;
  throw new ShelfwiseError(
    'too-large',
    say('limits.viewings', { events, needed: inMegabytes(needed), most: inMegabytes(most) }),
  );
}

/** @throws ShelfwiseError `too-large` */
export function refuseManyIds(profiles: number, titles: number): void {
  if (Math.max(profiles, titles) > MOST_IDS)
    throw new ShelfwiseError('too-large', say('limits.ids', { profiles, titles, most: MOST_IDS }));
}

/** @throws ShelfwiseError `too-large` */
export function refuseManyEvents(events: number): void {
  if (events > MOST_EVENTS)
    throw new ShelfwiseError('too-large', say('limits.events', { rows: events, most: MOST_EVENTS }));
}

/** Characters around each ID: quotes and a comma. */
const AROUND = 3;

/**
 * The vocabulary of a run is one JSON text, which has a maximum length.
 * @throws ShelfwiseError `too-large`
 */
export function refuseLongVocabulary(profiles: readonly string[], items: readonly string[]): void {
  refuseManyIds(profiles.length, items.length);
  let characters = 0;
  for (const ids of [profiles, items]) for (const id of ids) characters += id.length + AROUND;
  if (characters > MOST_VOCABULARY_CHARACTERS)
    throw new ShelfwiseError(
      'too-large',
      say('limits.vocabulary', { profiles: profiles.length, titles: items.length, most: MOST_VOCABULARY_CHARACTERS }),
    );
}
