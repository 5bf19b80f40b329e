/** One row per profile and rank, as CSV or Parquet: for a spreadsheet, a notebook, a database. */
import { idField, textField, type TextForm } from '../../../shared/values/csv';
import { LIST_LENGTH } from '../../../shared/limits';
import { DATABASE_MEMORY, withDatabase } from '../../../engine/storage/database/database';
import { sql } from '../../../engine/storage/database/sql';
import { type FormatWriter, textContent } from './content';
import { type ExportedLists, titlesOf } from './lists';

const COLUMNS = ['profile_id', 'rank', 'album_id', 'title', 'score'];

/** Memory that DuckDB takes for a row until the file is written. */
const BYTES_A_ROW = 80;
const MEGABYTE = 1 << 20;

export const longCsv: FormatWriter = async (exported, form) => {
  const titles = await titlesOf(exported);
  return textContent(() => csvRecords(exported, titles, form));
};

export const longParquet: FormatWriter = async (exported) => {
  const titles = await titlesOf(exported);
  return {
    checks: [],
    fill: (file) => writeLongParquet(file, exported, titles),
    head: textContent(() => csvRecords(exported, titles, 'raw')).head,
  };
};

interface Row {
  profile: string;
  rank: number;
  item: string;
  title: string | null;
  score: number;
}

function* longRows(exported: ExportedLists, titles: readonly (string | null)[]): Generator<Row> {
  for (const [index, profile] of exported.profiles.entries()) {
    const scores = exported.scores(index);
    for (const [place, column] of exported.list(index).entries())
      yield { profile, rank: place + 1, item: exported.items[column]!, title: titles[column]!, score: scores[place]! };
  }
}

/** Nine significant digits identify every float32. Empty if unknown. */
const scoreText = (score: number): string => (Number.isNaN(score) ? '' : String(Number(score.toPrecision(9))));

function* csvRecords(
  exported: ExportedLists,
  titles: readonly (string | null)[],
  form: TextForm,
): Generator<string, void, void> {
  yield `${COLUMNS.join(',')}\n`;
  for (const { profile, rank, item, title, score } of longRows(exported, titles)) {
    const fields = [idField(profile, form), rank, idField(item, form), textField(title ?? '', form), scoreText(score)];
    yield `${fields.join(',')}\n`;
  }
}

/** Fills `file`; profile_id, album_id and title are text (title NULL where unknown), rank INTEGER, score FLOAT (NULL where unknown). */
async function writeLongParquet(
  file: string,
  exported: ExportedLists,
  titles: readonly (string | null)[],
): Promise<void> {
  const memory = DATABASE_MEMORY + Math.ceil((exported.profiles.length * LIST_LENGTH * BYTES_A_ROW) / MEGABYTE);
  // One thread: the row groups, and with them the bytes, must not depend on which thread is faster.
  await withDatabase({ threads: 1, writes: [file], memory }, async (database) => {
    await database.run(
      sql`CREATE TABLE lists (profile_id VARCHAR, rank INTEGER, album_id VARCHAR, title VARCHAR, score FLOAT)`,
    );
    await database.fill('lists', longRows(exported, titles), (appender, { profile, rank, item, title, score }) => {
      appender.appendVarchar(profile);
      appender.appendInteger(rank);
      appender.appendVarchar(item);
      if (title === null) appender.appendNull();
      else appender.appendVarchar(title);
      if (Number.isNaN(score)) appender.appendNull();
      else appender.appendFloat(score);
    });
    await database.writeParquet('lists', file, 'plain');
  });
}
