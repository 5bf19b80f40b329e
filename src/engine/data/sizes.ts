/** Data that is larger than what the program holds is refused before anything is computed. */
import { ShelfwiseError } from '../../shared/errors';
import { MOST_EVENTS, MOST_VOCABULARY_CHARACTERS } from '../../shared/limits';
import { say } from '../../shared/sentences/sentence';

/** @throws ShelfwiseError `too-large` */
export function refuseManyEvents(events: number): void {
  if (events > MOST_EVENTS)
    throw new ShelfwiseError('too-large', say('limits.events', { rows: events, most: MOST_EVENTS }));
}

/** Quotes and a comma. */
const AROUND = 3;

/**
 * The vocabulary of a run is one text of JSON.
 * @throws ShelfwiseError `too-large`
 */
export function refuseLongVocabulary(profiles: readonly string[], items: readonly string[]): void {
  let characters = 0;
  for (const ids of [profiles, items]) for (const id of ids) characters += id.length + AROUND;
  if (characters > MOST_VOCABULARY_CHARACTERS)
    throw new ShelfwiseError(
      'too-large',
      say('limits.vocabulary', { profiles: profiles.length, titles: items.length, most: MOST_VOCABULARY_CHARACTERS }),
    );
}
