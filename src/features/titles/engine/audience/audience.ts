/** To whom the lists of a run recommend some titles: how many, at which places, and how they are spread. */
import type { Audience } from '../../contract/audience';
import { MOST_RECEIVERS, MOST_TITLES_SHOWN } from '../../contract/limits';
import type { RulesThatCount } from '../../../../shared/contract/rule-answers';
import type { TitleCondition } from '../../../../shared/contract/rules';
import { LIST_LENGTH } from '../../../../shared/limits';
import { toldRules } from '../../../../shared/values/told-rules';
import { deliveredToAll } from '../../../../engine/lists/delivered';
import { namedTitle } from '../../../../engine/lists/new-title-reason';
import { listOf } from '../../../../engine/runs/lists-file';
import type { DatasetSession } from '../../../../engine/sessions/dataset-session';
import type { RunSession } from '../../../../engine/sessions/run-session';
import type { Workspace } from '../../../../engine/storage/workspace';
import { askedColumns, askedRows, placesIn } from './asked';
import { spreadOf } from './spread';
import { suitedAudience } from './suits';

export interface AskedTitles {
  readonly titles: TitleCondition;
  /** The rules that count, or null. */
  readonly rules: RulesThatCount | null;
}

/** @throws ShelfwiseError as askedRows and deliveredLists */
export async function audienceOf(
  workspace: Workspace,
  session: RunSession,
  { titles, rules }: AskedTitles,
): Promise<Audience> {
  const { dataset } = session;
  const asked = askedRows(session, titles);
  const [{ profiles }, delivered] = await Promise.all([session.data(), deliveredToAll(session, rules)]);
  const { items, lists, ranked } = delivered;
  const count = profiles.ids.length;
  const isAsked = askedColumns(items, titles);
  const places = placesIn(lists, count, isAsked);
  const received = [...places.keys()].filter((row) => places[row]! > 0);
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
    receivers: received
      // Sorting keeps the order of profiles among equal places.
      .sort((left, right) => places[left]! - places[right]!)
      .slice(0, MOST_RECEIVERS)
      .map((row) => ({
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
