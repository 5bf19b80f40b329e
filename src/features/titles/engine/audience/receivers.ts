/** Who gets titles in the lists of a run, best places first. */
import type { ProfileTable } from '../../../../engine/data/tables';
import { deliveredToAll } from '../../../../engine/delivery/deliver';
import type { RunSession } from '../../../../engine/sessions/run-session';
import { MOST_CHOSEN_CHARACTERS, MOST_CHOSEN_PROFILES } from '../../../../shared/limits';
import { askedColumns, placesIn, type AskedTitles } from './asked';

interface Received {
  readonly profiles: ProfileTable;
  readonly delivered: Awaited<ReturnType<typeof deliveredToAll>>;
  readonly isAsked: Uint8Array;
  /** Of the best of the titles in the list of each profile; 0 without one. */
  readonly places: Int32Array;
  /** The rows of the profiles with one, best places first. */
  readonly received: readonly number[];
}

/** @throws ShelfwiseError as deliveredLists */
export async function receivedIn(session: RunSession, { titles, rules }: AskedTitles): Promise<Received> {
  const [{ profiles }, delivered] = await Promise.all([session.data(), deliveredToAll(session, rules)]);
  const isAsked = askedColumns(delivered.items, titles);
  const places = placesIn(delivered.lists, profiles.ids.length, isAsked);
  const received = [...places.keys()]
    .filter((row) => places[row]! > 0)
    // Sorting keeps the order of profiles among equal places.
    .sort((left, right) => places[left]! - places[right]!);
  return { profiles, delivered, isAsked, places, received };
}

/** As many IDs as a filter of profiles takes. */
export async function receiversOf(session: RunSession, asked: AskedTitles): Promise<string[]> {
  const { profiles, received } = await receivedIn(session, asked);
  const ids = received.slice(0, MOST_CHOSEN_PROFILES).map((row) => profiles.ids[row]!);
  let characters = 0;
  const end = ids.findIndex((id) => (characters += id.length) > MOST_CHOSEN_CHARACTERS);
  return end < 0 ? ids : ids.slice(0, end);
}
