/** Reads a file of the user into DuckDB: plain files directly, all others after a pass of our own. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/sentences/sentence';
import { type Sql, sql } from '../../database/sql';
import { decompress, isCompressed } from './compressed';
import { detectDialect, type Dialect } from './detect';
import type { FileRole, TablePlan } from '../layouts/plan';
import { readByPass } from './read-by-pass';
import { readParquet } from './read-parquet';
import { beginPlain, looksPlain } from './read-plain';
import { type Scan, scanFile } from './scan';
import { fileState, readBeginning } from './source-file';
import { type ComputeColumns, joinedFields, type ReadContext, type SourceTable, type TableBase } from './source-table';

const BEGINNING_BYTES = 256 * 1024;

/** @throws ShelfwiseError `bad-data` that says which file and what to do */
export async function readTable(
  context: ReadContext,
  plan: TablePlan,
  index: number,
  compute: ComputeColumns = () => [],
): Promise<SourceTable> {
  const state = await fileState(plan.path);
  const data = `source_${index}`;
  if (!isCompressed(plan.file))
    return readText(context, { plan, index, data, state, text: { path: plan.path, bytes: state.bytes } }, compute);
  const copy = path.join(context.temporary, `${data}.text`);
  const { bytes, sha256 } = await decompress(plan.path, state.bytes, copy, context);
  // The bytes of the file have been counted.
  const { onBytes: _, ...silently } = context;
  const table = await readText(silently, { plan, index, data, state, text: { path: copy, bytes } }, compute);
  await fs.rm(copy);
  return { ...table, sha256 };
}

async function readText(context: ReadContext, base: TableBase, compute: ComputeColumns): Promise<SourceTable> {
  const { plan, text } = base;
  if (plan.format.kind === 'parquet') return readParquet(context, base, compute);
  const beginning = await readBeginning(text.path, BEGINNING_BYTES);
  if (text.bytes <= BEGINNING_BYTES && isNothing(beginning)) return readEmpty(context, base);
  const dialect = detectDialect({ ...plan, format: plan.format }, beginning);
  const { delimiter, columns, fields, headerRows } = dialect;
  const computed = compute(columns);
  const { scan, isRead } = await scanAndRead(context, base, dialect, computed, looksPlain(beginning, dialect));
  const common = { ...base, columns, delimiter, sha256: scan.sha256, encoding: scan.encoding, isEmpty: false };
  const joined = joinedFields(fields, delimiter);
  if (isRead)
    return {
      ...common,
      line: sql`row + ${1 + headerRows}`,
      raw: joined,
      note: sql`NULL::VARCHAR`,
      lineEnds: scan.lineEnds,
      rows: scan.lines - headerRows,
      blankLines: 0,
      trimmed: 0,
    };
  const { lineEnds, rows, blankLines, trimmed } = await readByPass(context, base, dialect, scan, computed);
  const raw = sql`coalesce(given, ${joined})`;
  return { ...common, line: sql`line`, raw, note: sql`note`, lineEnds, rows, blankLines, trimmed };
}

/** Both need the whole file, and DuckDB works in threads of its own: they run at the same time. */
async function scanAndRead(
  context: ReadContext,
  base: TableBase,
  dialect: Dialect,
  computed: readonly Sql[],
  isPromising: boolean,
): Promise<{ scan: Scan; isRead: boolean }> {
  const reading = isPromising ? beginPlain(context, base, dialect, computed) : null;
  let scan: Scan;
  try {
    scan = await scanFile(base.text.path, base.text.bytes, dialect, context);
  } catch (thrown) {
    await reading?.abandon();
    throw thrown;
  }
  return { scan, isRead: (await reading?.settle(scan)) ?? false };
}

/** Not even a header: nothing, or a byte order mark and line ends. */
function isNothing(bytes: Buffer): boolean {
  return /^(ï»¿|ÿþ|þÿ)?[\s\0]*$/.test(bytes.toString('latin1'));
}

const NEEDED_ROLES: readonly FileRole[] = ['history', 'profiles'];

/** @throws ShelfwiseError `bad-data` where the file is one that is needed */
async function readEmpty(context: ReadContext, base: TableBase): Promise<SourceTable> {
  const { plan, text } = base;
  if (NEEDED_ROLES.includes(plan.role))
    throw new ShelfwiseError('bad-data', say('import.empty-file', { file: plan.path, bytes: text.bytes }));
  const { sha256, encoding } = await scanFile(text.path, text.bytes, { delimiter: ',', fields: 1 }, context);
  const absent = { line: sql`NULL`, raw: sql`NULL`, note: sql`NULL` };
  const nothing = { columns: [], delimiter: '', rows: 0, blankLines: 0, trimmed: 0 };
  return { ...base, ...absent, ...nothing, sha256, encoding, lineEnds: 'none', isEmpty: true };
}
