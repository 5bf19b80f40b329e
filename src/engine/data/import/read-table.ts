/**
 * Reads a file of the user into DuckDB. Plain files are read by DuckDB itself; all others by our own pass first.
 * Each becomes a view with the columns line, given, note, c0, c1, ...; what could not be cut into fields is an issue already.
 */
import { ShelfwiseError } from '../../../shared/errors';
import { detectDialect } from './detect';
import type { FileRole, TablePlan } from './plan';
import { readByPass } from './read-by-pass';
import { readParquet } from './read-parquet';
import { readPlain } from './read-plain';
import { scanFile } from './scan';
import { fileState, readBeginning } from './source-file';
import { rawSql, type ReadContext, type SourceTable, type TableBase, textColumns } from './source-table';

const BEGINNING_BYTES = 256 * 1024;

export async function readTable(context: ReadContext, plan: TablePlan, index: number): Promise<SourceTable> {
  const state = await fileState(plan.path);
  const base = { plan, index, view: `source_${index}`, state };
  if (plan.format.kind === 'parquet') return readParquet(context, base);
  const beginning = await readBeginning(plan.path, BEGINNING_BYTES);
  if (state.bytes <= BEGINNING_BYTES && isNothing(beginning)) return readEmpty(context, base);
  const dialect = detectDialect({ ...plan, format: plan.format }, beginning);
  const scan = await scanFile(plan.path, state.bytes, dialect, context);
  const table = {
    ...base,
    columns: dialect.columns,
    raw: rawSql(textColumns(dialect.fields), dialect.delimiter),
    sha256: scan.sha256,
    encoding: scan.encoding,
    delimiter: dialect.delimiter,
    isEmpty: false,
  };
  const plainRows = scan.plain ? await readPlain(context, base, dialect, scan) : null;
  if (plainRows !== null) return { ...table, lineEnds: scan.lineEnds, rows: plainRows, blankLines: 0, trimmed: 0 };
  const { lineEnds, rows, blankLines, trimmed } = await readByPass(context, base, dialect, scan);
  return { ...table, lineEnds, rows, blankLines, trimmed };
}

/** Not even a header: nothing, or a byte order mark and line ends. */
function isNothing(bytes: Buffer): boolean {
  return /^(ï»¿|ÿþ|þÿ)?[\s\0]*$/.test(bytes.toString('latin1'));
}

const NEEDED_ROLES: readonly FileRole[] = ['history', 'profiles'];

/** @throws ShelfwiseError `bad-data` where the file is one that is needed */
async function readEmpty(context: ReadContext, base: TableBase): Promise<SourceTable> {
  const { plan, state } = base;
  if (NEEDED_ROLES.includes(plan.role))
    throw new ShelfwiseError(
      'bad-data',
      `${plan.path} is empty (${state.bytes} bytes). Export it again, then import the folder.`,
    );
  const { sha256, encoding } = await scanFile(plan.path, state.bytes, { delimiter: ',', fields: 1 }, context);
  const nothing = { columns: [], raw: 'NULL', delimiter: '', rows: 0, blankLines: 0, trimmed: 0 };
  return { ...base, ...nothing, sha256, encoding, lineEnds: 'none', isEmpty: true };
}
