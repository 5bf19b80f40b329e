/** To whom the lists of a run recommend some titles: how many, at which places, and how they are spread. */
import type { Audience } from '../../contract/audience';
import { MOST_RECEIVERS, MOST_TITLES_SHOWN } from '../../contract/limits';
import { LIST_LENGTH } from '../../../../shared/limits';
import { toldRules } from '../../../../shared/values/told-rules';
import { namedTitle } from '../../../../engine/lists/new-title-reason';
import { listOf } from '../../../../engine/runs/lists-file';
import type { DatasetSession } from '../../../../engine/sessions/dataset-session';
import type { RunSession } from '../../../../engine/sessions/run-session';
import type { Workspace } from '../../../../engine/storage/workspace';
import { askedRows, type AskedTitles, placesIn } from './asked';
import { receivedIn } from './receivers';
import { spreadOf } from './spread';
import { suitedAudience } from './suits';

/** @throws ShelfwiseError as askedRows and deliveredLists */
export async function audienceOf(
  workspace: Workspace,
  session: RunSession,
  { titles, rules }: AskedTitles,
): Promise<Audience> {
  const { dataset } = session;
  const asked = askedRows(session, titles);
  const { profiles, delivered, isAsked, places, received } = await receivedIn(session, { titles, rules });
  const { items, lists, ranked } = delivered;
  const count = profiles.ids.length;
  const histogram = new Int32Array(LIST_LENGTH);
  for (const row of received) histogram[places[row]! - 1]!++;
  return {
    runId: session.record.runId,
    titles: asked
      .slice(0, MOST_TITLES_SHOWN)
      .map((row) => ({ ...namedTitle(dataset.items, row), popularity: dataset.popularity[row]! })),
    count: asked.length,
    rules: toldRules(rules),
    profiles: count,
    watched: watchersOf(dataset, new Set(asked)),
    recommended: received.length,
    asRanked: placesIn(ranked.lists, count, isAsked).reduce((sum, place) => sum + Math.min(place, 1), 0),
    meanPlace: received.length === 0 ? null : received.reduce((sum, row) => sum + places[row]!, 0) / received.length,
    places: Array.from(histogram),
    by: await spreadOf(
      workspace,
      session,
      Uint8Array.from(places, (place) => Math.min(place, 1)),
    ),
    receivers: received.slice(0, MOST_RECEIVERS).map((row) => ({
      profile: profiles.ids[row]!,
      place: places[row]!,
      ...namedTitle(items, listOf(lists, row)[places[row]! - 1]!),
    })),
    suits: await suitedAudience(workspace, session, { titles, asked }),
  };
}

/** Number of profiles that watched any of the titles. */
function watchersOf({ viewings, popularity }: DatasetSession, asked: ReadonlySet<number>): number {
  if (asked.size === 1) return popularity[[...asked][0]!]!;
  let watchers = 0;
  for (let row = 0; row + 1 < viewings.offsets.length; row++)
    for (let at = viewings.offsets[row]!; at < viewings.offsets[row + 1]!; at++)
      if (asked.has(viewings.item[at]!)) {
        watchers++;
        break;
      }
  return watchers;
}
