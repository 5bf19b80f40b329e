/** When shelves run empty: in which week profiles have fewer than 25 unwatched titles left of what they may see, by the pace of the last weeks. */
import type * as z from 'zod';
import type { EmptyShelf, EmptyShelves, emptyShelvesInputSchema } from '../contract/shelf-steps';
import { MOST_WEEKS_AHEAD, PACE_WEEKS } from '../contract/limits';
import { ShelfwiseError } from '../../../shared/errors';
import { FEWEST_IN_GROUP, LIST_LENGTH } from '../../../shared/limits';
import { lastDay, weekOf } from '../../../shared/values/calendar-week';
import { dayAfter } from '../../../shared/values/day';
import { ageAttribute } from '../../../shared/values/known-attributes';
import { toldRules } from '../../../shared/values/told-rules';
import { say } from '../../../shared/words/sentence';
import { ageOf } from '../../../engine/data/age-bands';
import { placeOfColumn } from '../../../engine/data/histories';
import { withSelectedEvents } from '../../../engine/data/selected-events';
import { deliveredToAll } from '../../../engine/delivery/deliver';
import { Candidates } from '../../../engine/delivery/steps';
import { rulesThatCount } from '../../../engine/kept/rules-that-count';
import { watchedOf } from '../../../engine/model/ranking/lists';
import { rowsOfFilter, rowsOfSegments } from '../../../engine/sessions/profile-rows';
import type { RunSession } from '../../../engine/sessions/run-session';
import type { Workspace } from '../../../engine/storage/workspace';
import { refuseFew } from './shelf-steps';

const WEEK_SECONDS = 7 * 86_400;

/** @throws ShelfwiseError as the call `shelf.empty` */
export async function emptyShelves(
  workspace: Workspace,
  session: RunSession,
  { filter, rules: choice }: z.infer<typeof emptyShelvesInputSchema>,
): Promise<EmptyShelves> {
  const { fingerprint } = session.record.dataset;
  const { period } = session.dataset.snapshot.dataset;
  const day = lastDay(period);
  if (period === null || day === null) throw new ShelfwiseError('usage', say('shelfSteps.no-times'));
  const since = Date.parse(period.to) / 1000 - PACE_WEEKS * WEEK_SECONDS;
  if (Date.parse(period.from) / 1000 > since)
    throw new ShelfwiseError('usage', say('shelfSteps.short', { weeks: PACE_WEEKS }));
  const rules = await rulesThatCount(workspace, fingerprint, choice);
  const delivered = await deliveredToAll(session, rules);
  if (!delivered.ranked.excludeWatched) throw new ShelfwiseError('usage', say('shelfSteps.repeats'));
  const groups =
    filter === undefined
      ? await groupsOf(workspace, session)
      : [{ whose: null, rows: await rowsOfFilter(workspace, session, filter) }];
  if (filter !== undefined) refuseFew(groups[0]!.rows.length);
  const { histories } = await session.data();
  const watchedBefore = await watchedUntil(session, since);
  const candidates = new Candidates(delivered);
  const [left, before] = [new Float64Array(histories.rows).fill(NaN), new Float64Array(histories.rows)];
  for (const { rows } of groups)
    for (const row of rows) {
      if (!Number.isNaN(left[row]!)) continue;
      left[row] = candidates.allowed(row, watchedOf(histories, row)).of;
      before[row] = candidates.allowed(row, watchedBefore(row)).of;
    }
  const mean = (rows: Int32Array, of: Float64Array): number =>
    rows.reduce((sum, row) => sum + of[row]!, 0) / rows.length;
  const shelves = groups.map(({ whose, rows }): EmptyShelf => {
    const now = mean(rows, left);
    const pace = (mean(rows, before) - now) / PACE_WEEKS;
    return { whose, profiles: rows.length, left: now, pace, ...whenEmpty(day, now, pace) };
  });
  const order = ({ weeks }: EmptyShelf): number => weeks ?? Infinity;
  return {
    day,
    shelves: shelves.toSorted((one, other) => (order(one) === order(other) ? 0 : order(one) - order(other))),
    rules: toldRules(rules),
  };
}

function whenEmpty(day: string, left: number, pace: number): Pick<EmptyShelf, 'weeks' | 'week'> {
  const spare = left - LIST_LENGTH;
  // As soon as the last spare title is watched, fewer are left.
  const days = spare < 0 ? 0 : pace <= 0 ? Infinity : Math.floor((7 * spare) / pace) + 1;
  const weeks = Math.ceil(days / 7);
  if (weeks > MOST_WEEKS_AHEAD) return { weeks: null, week: null };
  const { from, to } = weekOf(dayAfter(day, days));
  return { weeks, week: { from, to } };
}

interface Group {
  readonly whose: EmptyShelf['whose'];
  readonly rows: Int32Array;
}

/** The children of each age, and those of each saved segment; without those that are too few. */
async function groupsOf(workspace: Workspace, session: RunSession): Promise<Group[]> {
  const { profiles } = await session.data();
  const age = ageAttribute(profiles.attributes);
  const byAge = new Map<number, number[]>();
  for (const row of profiles.ids.keys()) {
    const years = age === null ? NaN : ageOf(age, row);
    if (Number.isFinite(years)) byAge.set(years, [...(byAge.get(years) ?? []), row]);
  }
  const ages = [...byAge]
    .sort(([one], [other]) => one - other)
    .map(([years, rows]): Group => ({ whose: { kind: 'age', age: years }, rows: Int32Array.from(rows) }));
  const segments = (await rowsOfSegments(workspace, session)).map(({ id, name, rows }): Group => ({
    whose: { kind: 'segment', id, name },
    rows,
  }));
  return [...ages, ...segments].filter(({ rows }) => rows.length >= FEWEST_IN_GROUP);
}

/** What each profile had watched at a moment: columns, ascending. @param moment seconds since 1970 */
async function watchedUntil(session: RunSession, moment: number): Promise<(row: number) => Int32Array> {
  const { histories, datasetItem } = await session.data();
  const columnOf = new Map(Array.from(datasetItem, (item, column) => [item, column]));
  const wasWatched = new Uint8Array(histories.indices.length);
  await withSelectedEvents(session.dataset.snapshot, session.record.recipe, ({ each }) =>
    each((profile, item, time) => {
      if (time <= moment) wasWatched[placeOfColumn(histories, profile, columnOf.get(item)!)] = 1;
    }),
  );
  return (row) => watchedOf(histories, row).filter((_, at) => wasWatched[histories.offsets[row]! + at] === 1);
}
