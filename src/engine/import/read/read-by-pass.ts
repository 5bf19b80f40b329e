/** Files that are not plain: cut into rows by our own pass, whose two files DuckDB then reads. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/sentences/sentence';
import { openWriter } from '../../storage/files';
import type { Dialect } from './detect';
import { decoderOf } from './encoding';
import { identifier, joined, type Sql, sql } from '../../database/sql';
import { unescapeSql } from './row-output';
import type { Scan } from './scan';
import { readPieces } from './source-file';
import { readCsv, type ReadContext, selection, type FileBase, tableOf, textColumns } from './source-table';
import { RowSplitter, type SplitCounts } from './split-rows';

export async function readByPass(
  context: ReadContext,
  base: FileBase,
  dialect: Dialect,
  scan: Scan,
  computed: readonly Sql[],
): Promise<SplitCounts> {
  const { database } = context;
  const { data, index } = base;
  const rowsFile = path.join(context.temporary, `${data}.rows`);
  const rejectedFile = path.join(context.temporary, `${data}.rejected`);
  const counts = await splitFile(context, base, dialect, scan, { rowsFile, rejectedFile });
  const columns = textColumns(dialect.fields);
  const clean = (column: string): Sql => (counts.escaped ? unescapeSql(identifier(column)) : identifier(column));
  const values = joined([...columns, 'given'].map((column) => sql`${clean(column)} AS ${identifier(column)}`));
  const rows = readCsv(rowsFile, '\x1f', 0, ['line', ...columns, 'given', 'note']);
  await database.run(
    sql`CREATE TABLE ${tableOf(base)} AS SELECT ${selection(computed)} FROM (SELECT line::BIGINT AS line, ${values}, note FROM ${rows})`,
  );
  await database.run(
    sql`INSERT INTO issues SELECT ${index}, line::BIGINT, NULL, true, reason, coalesce(${clean('raw')}, '')
      FROM ${readCsv(rejectedFile, '\x1f', 0, ['line', 'reason', 'raw'])}`,
  );
  const seen = await database.row<{ rows: number }>(
    sql`SELECT (count(*) + (SELECT count(*) FROM issues WHERE file = ${index}))::INTEGER AS rows FROM ${tableOf(base)}`,
  );
  if (seen.rows !== counts.rows)
    throw new ShelfwiseError(
      'internal',
      say('import.rows-lost', { file: base.plan.file, rows: counts.rows, arrived: seen.rows }),
    );
  await Promise.all([fs.rm(rowsFile), fs.rm(rejectedFile)]);
  return counts;
}

async function splitFile(
  context: ReadContext,
  base: FileBase,
  dialect: Dialect,
  scan: Scan,
  files: { rowsFile: string; rejectedFile: string },
): Promise<SplitCounts> {
  const splitter = new RowSplitter({
    delimiter: dialect.delimiter,
    quoting: dialect.quoting,
    fields: dialect.fields,
    headerRows: dialect.headerRows,
    carriageReturnEnds: scan.lineEnds === 'CR',
    damaged: scan.damaged,
  });
  const decoder = decoderOf(scan.encoding, scan.damaged);
  const rows = await openWriter(files.rowsFile);
  const rejected = await openWriter(files.rejectedFile);
  const flush = async (): Promise<void> => {
    await rows.write(splitter.rows.bytes.subarray(0, splitter.rows.length));
    await rejected.write(splitter.rejected.bytes.subarray(0, splitter.rejected.length));
    splitter.rows.length = splitter.rejected.length = 0;
  };
  try {
    let isFirst = true;
    for await (const piece of readPieces(base.text.path, base.text.bytes, context.signal)) {
      const decoded = decoder.push(piece);
      splitter.push(isFirst ? withoutMark(decoded) : decoded, false);
      isFirst = false;
      await flush();
    }
    splitter.push(decoder.end(), true);
    await flush();
  } finally {
    await Promise.all([rows.close(), rejected.close()]);
  }
  return splitter.counts;
}

/** Without the byte order mark, which in UTF-8 is EF BB BF whatever the encoding was. */
function withoutMark(decoded: Buffer): Buffer {
  return decoded[0] === 0xef && decoded[1] === 0xbb && decoded[2] === 0xbf ? decoded.subarray(3) : decoded;
}
