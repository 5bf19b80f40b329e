/** Reads the events of a snapshot that a recipe selects, in order of (time, profile, item). */
import type { Recipe } from '../../shared/recipe/table';
import { numbersOf } from '../storage/database/chunks';
import type { Database } from '../storage/database/database';
import { literal, literals, type Sql, sql } from '../storage/database/sql';
import { refuseManyEvents } from './sizes';
import { isInRange, refuseContent, type Snapshot, snapshotTable, withSnapshot } from './snapshot-tables';
import type { Interactions } from './tables';

/**
 * @param time seconds since 1970; NaN if the event has none
 * @param weight how much it counts, > 0
 */
type VisitEvent = (profile: number, item: number, time: number, weight: number) => void;

/** The events that a recipe selects from an open snapshot. */
export interface SelectedEvents {
  /** Events of the selected kinds; some may have no weight. */
  readonly rows: number;
  readonly hasTimes: boolean;
  /** Whether all times are whole seconds before 2038. */
  readonly hasWholeTimes: boolean;
  /** @param between awaited after every few thousand events */
  each(visit: VisitEvent, between?: () => void | Promise<void>): Promise<void>;
  /** The number of these events for each profile. */
  ofProfiles(): Promise<Int32Array>;
}

/** The weight of each role's events under a recipe, before the event's own weight. */
function roleWeights(recipe: Recipe): [history: number, watch: number, purchase: number, search: number] {
  return [recipe['data.history'], recipe['data.completion'], recipe['data.purchase'], recipe['data.search']];
}

/** The last second that fits into 32 bits. */
const LAST_WHOLE = 0x7fffffff;

/**
 * Weights: history is data.history, times data.trailers for trailers, times the mapping's weight; watch is data.completion times the share watched;
 * purchase and search are their knobs. Omits events that weigh 0 or less.
 * @throws ShelfwiseError `too-large` if there are more events than a run can hold
 */
export async function withSelectedEvents<Result>(
  snapshot: Snapshot,
  recipe: Recipe,
  use: (events: SelectedEvents) => Promise<Result>,
): Promise<Result> {
  const weights = roleWeights(recipe);
  const roles = weights.flatMap((weight, role) => (weight > 0 ? [role] : []));
  const selected = sql`${snapshotTable(snapshot, 'events.parquet')} WHERE role IN (${roles.length > 0 ? literals(roles) : sql`NULL`})`;
  return withSnapshot(snapshot, ['events.parquet'], async (database) => {
    const { rows, whole } = await database.row<{ rows: number; whole: boolean }>(
      sql`SELECT (count(*))::DOUBLE AS "rows", coalesce(bool_and(coalesce(time BETWEEN ${literal(-LAST_WHOLE - 1)} AND ${literal(LAST_WHOLE)} AND time = floor(time), false)), true) AS "whole"
        FROM ${selected}`,
    );
    refuseManyEvents(rows);
    return use({
      rows,
      hasTimes: snapshot.dataset.period !== null,
      hasWholeTimes: whole,
      each: (visit, between) => eachEvent(database, snapshot, { selected, weights, recipe }, visit, between),
      ofProfiles: () => countOfProfiles(database, snapshot, selected),
    });
  });
}

interface Selected {
  readonly selected: Sql;
  readonly weights: readonly number[];
  readonly recipe: Recipe;
}

async function eachEvent(
  database: Database,
  snapshot: Snapshot,
  { selected, weights, recipe }: Selected,
  visit: VisitEvent,
  between?: () => void | Promise<void>,
): Promise<void> {
  const trailers = recipe['data.trailers'];
  await database.forEachChunk(
    sql`SELECT coalesce(profile, -1), coalesce(item, -1), coalesce(time, 'nan'), coalesce(role, 255), coalesce(weight, 0), coalesce(trailer, false)::TINYINT, coalesce(completion, 0)
    FROM ${selected}`,
    (chunk) => {
      const [profiles, items, times, roleNumbers, ownWeights, trailerFlags, shares] = [0, 1, 2, 3, 4, 5, 6].map(
        (column) => numbersOf(chunk, column),
      );
      for (let row = 0; row < chunk.rowCount; row++) {
        const role = roleNumbers![row]!;
        if (!isInRange(profiles![row]!, items![row]!, times![row]!, snapshot.dataset))
          refuseContent(snapshot, 'events.parquet');
        let counts = weights[role]! * ownWeights![row]!;
        if (role === 0 && trailerFlags![row] === 1) counts *= trailers;
        else if (role === 1) counts *= shares![row]!;
        if (counts > 0) visit(profiles![row]!, items![row]!, times![row]!, counts);
      }
      return between?.();
    },
  );
}

async function countOfProfiles(database: Database, snapshot: Snapshot, selected: Sql): Promise<Int32Array> {
  const counts = new Int32Array(snapshot.dataset.profiles);
  await database.forEachChunk(
    sql`SELECT coalesce(profile, -1), count(*)::INTEGER FROM ${selected} GROUP BY profile`,
    (chunk) => {
      const [profiles, counted] = [0, 1].map((column) => numbersOf(chunk, column));
      for (let row = 0; row < chunk.rowCount; row++) {
        if (!(profiles![row]! >= 0 && profiles![row]! < counts.length)) refuseContent(snapshot, 'events.parquet');
        counts[profiles![row]!] = counted![row]!;
      }
    },
  );
  return counts;
}

/** The events that a recipe selects, one entry each. */
export const loadInteractions = (snapshot: Snapshot, recipe: Recipe): Promise<Interactions> =>
  withSelectedEvents(snapshot, recipe, inMemory);

/** Reads all selected events into memory. */
export async function inMemory({ rows, hasTimes, hasWholeTimes, each }: SelectedEvents): Promise<Interactions> {
  const profile = new Int32Array(rows);
  const item = new Int32Array(rows);
  const time = !hasTimes ? null : hasWholeTimes ? new Int32Array(rows) : new Float64Array(rows);
  let weight: Float32Array | null = null;
  let length = 0;
  await each((ofProfile, ofItem, at, counts) => {
    profile[length] = ofProfile;
    item[length] = ofItem;
    if (time !== null) time[length] = at;
    if (counts !== 1) weight ??= new Float32Array(rows).fill(1);
    if (weight !== null) weight[length] = counts;
    length++;
  });
  const weighed = weight as Float32Array | null;
  return {
    profile: firstOf(profile, length),
    item: firstOf(item, length),
    time: time && firstOf(time, length),
    weight: weighed && firstOf(weighed, length),
  };
}

/** The first `length` numbers; copied only if that frees a good part of the memory. */
function firstOf<Values extends Int32Array | Float32Array | Float64Array>(values: Values, length: number): Values {
  return (length < 0.9 * values.length ? values.slice(0, length) : values.subarray(0, length)) as Values;
}
