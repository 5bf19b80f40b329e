/** What each profile watched, in memory: the source of every page, history and count in the window. */
import { numbersOf } from '../storage/database/chunks';
import { isInRange, refuseContent, type Snapshot, snapshotTable, withSnapshot } from './snapshot-tables';
import { sql } from '../storage/database/sql';
import { refuseManyEvents, refuseManyViewings } from './sizes';

/** The different titles of each profile, over all profiles and items of the snapshot. Events of the history table only. */
export interface Viewings {
  /** Profile p watched the entries offsets[p] .. offsets[p + 1], latest first, titles of one moment in their order. */
  readonly offsets: Int32Array;
  readonly item: Int32Array;
  /** Last time, seconds since 1970; NaN if the data has no times. */
  readonly last: Float64Array;
  readonly times: Int32Array;
  /** When each item was first watched by any profile; NaN without times, or if it never was. */
  readonly firstWatched: Float64Array;
}

/** Events of the history table, in order of (time, profile, item). */
interface Events {
  readonly profile: Int32Array;
  readonly item: Int32Array;
  /** NaN without times. */
  readonly time: Float64Array;
}

/**
 * Reads the events as stored and groups them here: grouping and sorting in DuckDB takes at least twice the processor time, and opening a data set
 * waits for it.
 * @throws ShelfwiseError `too-large` if they do not fit into memory
 */
export async function loadViewings(snapshot: Snapshot): Promise<Viewings> {
  return viewingsOf(await loadEvents(snapshot), snapshot.dataset);
}

async function loadEvents(snapshot: Snapshot): Promise<Events> {
  const table = sql`${snapshotTable(snapshot, 'events.parquet')} WHERE role = 0`;
  return withSnapshot(snapshot, ['events.parquet'], async (database) => {
    const { rows } = await database.row<{ rows: number }>(sql`SELECT count(*)::DOUBLE AS rows FROM ${table}`);
    refuseManyEvents(rows);
    refuseManyViewings(rows);
    const events = { profile: new Int32Array(rows), item: new Int32Array(rows), time: new Float64Array(rows) };
    await database.forEachChunk(
      sql`SELECT coalesce(profile, -1), coalesce(item, -1), coalesce(time, 'nan') FROM ${table}`,
      (chunk, start) => {
        const columns = [events.profile, events.item, events.time];
        columns.forEach((values, column) => {
          const read = numbersOf(chunk, column);
          for (let row = 0; row < chunk.rowCount; row++) values[start + row] = read[row]!;
        });
        for (let row = start; row < start + chunk.rowCount; row++)
          if (!isInRange(events.profile[row]!, events.item[row]!, events.time[row]!, snapshot.dataset))
            refuseContent(snapshot, 'events.parquet');
      },
    );
    return events;
  });
}

/** @param shape numbers of profiles and items in the snapshot */
export function viewingsOf({ profile, item, time }: Events, shape: { profiles: number; items: number }): Viewings {
  const firstWatched = new Float64Array(shape.items).fill(NaN);
  for (let event = profile.length - 1; event >= 0; event--) firstWatched[item[event]!] = time[event]!;

  const { starts, events } = byProfile(profile, shape.profiles);
  const offsets = new Int32Array(shape.profiles + 1);
  const viewed = {
    item: new Int32Array(item.length),
    last: new Float64Array(item.length),
    times: new Int32Array(item.length),
  };
  // Index of the title among those of this profile; indices of earlier profiles are smaller.
  const placeOf = new Int32Array(shape.items).fill(-1);
  let length = 0;
  for (let row = 0; row < shape.profiles; row++) {
    for (let end = starts[row + 1]!; end > starts[row]!;) {
      // The latest moment first, its titles in their order.
      const moment = time[events[end - 1]!]!;
      let start = end - 1;
      while (start > starts[row]! && Object.is(time[events[start - 1]!], moment)) start--;
      for (let at = start; at < end; at++) {
        const title = item[events[at]!]!;
        if (placeOf[title]! < offsets[row]!) {
          placeOf[title] = length;
          viewed.item[length] = title;
          viewed.last[length++] = moment;
        }
        viewed.times[placeOf[title]!]!++;
      }
      end = start;
    }
    offsets[row + 1] = length;
  }
  return {
    offsets,
    item: viewed.item.slice(0, length),
    last: viewed.last.slice(0, length),
    times: viewed.times.slice(0, length),
    firstWatched,
  };
}

/** The events of profile p are events[starts[p]] .. events[starts[p + 1]], in their order. */
function byProfile(profile: Int32Array, profiles: number): { starts: Int32Array; events: Int32Array } {
  const starts = new Int32Array(profiles + 1);
  for (const row of profile) starts[row + 1]!++;
  for (let row = 0; row < profiles; row++) starts[row + 1]! += starts[row]!;
  const next = starts.slice(0, profiles);
  const events = new Int32Array(profile.length);
  profile.forEach((row, event) => (events[next[row]!++] = event));
  return { starts, events };
}
