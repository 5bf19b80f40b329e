/**
 * Keeps what the next addition needs of a snapshot that loses a profile: removes the marks of its events and the rows it was merged from. Those of
 * other profiles say nothing of it and stay.
 */
import * as path from 'node:path';
import type { AddingFile, Dataset } from '../../../shared/contract/dataset';
import { type Snapshot, snapshotTable } from '../../data/snapshot-tables';
import type { Database } from '../../storage/database/database';
import { literal, type Sql, sql } from '../../storage/database/sql';
import { hashPlainFile, placeIn } from '../../storage/plain-file';
import { writeParquet } from '../write-snapshot';
import { hashedAdding } from './added';
import { isExact } from './before';

/** Null if the snapshot has nothing for the next addition, or a file of it is damaged: that must not keep a profile from being forgotten. */
export async function wholeAdding({ dataset, folder }: Snapshot): Promise<NonNullable<Dataset['adding']> | null> {
  if (!isExact(dataset)) return null;
  for (const { file, sha256 } of dataset.adding!.files)
    if ((await hashPlainFile(placeIn(folder, file), undefined).catch(() => null)) !== sha256) return null;
  return dataset.adding!;
}

/** SQL of the events, each with its mark if there are marks. */
export function eventsWithMarks(snapshot: Snapshot, hasMarks: boolean): Sql {
  const events = snapshotTable(snapshot, 'events.parquet');
  return hasMarks
    ? sql`(SELECT * FROM ${events} POSITIONAL JOIN ${snapshotTable(snapshot, 'event-marks.parquet')})`
    : events;
}

/** Writes the rows of the other profiles, in the order of an import. The marks are written with the events. */
export async function writeRowsWithout(
  database: Database,
  snapshot: Snapshot,
  { profile, folder, dates }: { profile: string; folder: string; dates: boolean },
): Promise<NonNullable<Dataset['adding']>> {
  const write = async (file: AddingFile, rows: Sql): Promise<void> => {
    await database.run(sql`CREATE TABLE written_rows AS ${rows} ORDER BY ALL`);
    await writeParquet(database, path.join(folder, file), 'written_rows');
    await database.run(sql`DROP TABLE written_rows`);
  };
  const profiles = snapshotTable(snapshot, 'profile-rows.parquet');
  await write('profile-rows.parquet', sql`SELECT * FROM ${profiles} WHERE id <> ${literal(profile)}`);
  await write('item-rows.parquet', sql`SELECT * FROM ${snapshotTable(snapshot, 'item-rows.parquet')}`);
  return hashedAdding(folder, dates);
}
