/** What each profile watched, in memory: every page, history and count of the window is answered from here. */
import { withDatabase } from './database';
import { type Snapshot, snapshotTable } from './snapshot';

/** The different titles of each profile, over all profiles and items of the snapshot. Events of the history table only. */
export interface Viewings {
  /** Profile p watched the entries offsets[p] .. offsets[p + 1], the latest first, titles of one moment in their order. */
  readonly offsets: Int32Array;
  readonly item: Int32Array;
  /** Last time, seconds since 1970; NaN where the data has no times. */
  readonly last: Float64Array;
  readonly times: Int32Array;
  /** When each item was first watched by anybody; NaN without times or where nobody did. */
  readonly firstWatched: Float64Array;
}

/** @param shape numbers of profiles and items of the snapshot */
export async function loadViewings(snapshot: Snapshot, shape: { profiles: number; items: number }): Promise<Viewings> {
  const events = `${snapshotTable(snapshot, 'events.parquet')} WHERE role = 0`;
  return withDatabase({}, async (database) => {
    const firstWatched = new Float64Array(shape.items).fill(NaN);
    await database.forEachChunk(`SELECT item, coalesce(min(time), 'nan') FROM ${events} GROUP BY item`, (chunk) => {
      const [items, firsts] = [chunk.getColumnVector(0), chunk.getColumnVector(1)];
      for (let row = 0; row < chunk.rowCount; row++)
        firstWatched[items.getItem(row) as number] = firsts.getItem(row) as number;
    });
    const { pairs } = await database.row<{ pairs: number }>(`SELECT count(*)::INTEGER AS pairs FROM ${events}`);
    const offsets = new Int32Array(shape.profiles + 1);
    const item = new Int32Array(pairs);
    const last = new Float64Array(pairs);
    const times = new Int32Array(pairs);
    const length = await database.forEachChunk(
      `SELECT profile, item, coalesce(max(time), 'nan') AS last, count(*)::INTEGER FROM ${events}
       GROUP BY profile, item ORDER BY profile, max(time) DESC NULLS LAST, item`,
      (chunk, start) => {
        const [profiles, items, lasts, counts] = [0, 1, 2, 3].map((column) => chunk.getColumnVector(column));
        for (let row = 0; row < chunk.rowCount; row++) {
          offsets[(profiles!.getItem(row) as number) + 1]!++;
          item[start + row] = items!.getItem(row) as number;
          last[start + row] = lasts!.getItem(row) as number;
          times[start + row] = counts!.getItem(row) as number;
        }
      },
    );
    for (let profile = 0; profile < shape.profiles; profile++) offsets[profile + 1]! += offsets[profile]!;
    return {
      offsets,
      item: item.slice(0, length),
      last: last.slice(0, length),
      times: times.slice(0, length),
      firstWatched,
    };
  });
}
