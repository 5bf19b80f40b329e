/** Reads a file of the user into DuckDB: plain files directly, all others after a pass of our own. */
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/sentences/sentence';
import { type Sql, sql } from '../../database/sql';
import { detectDialect, type Dialect } from './detect';
import type { FileRole, TablePlan } from '../layouts/plan';
import { readByPass } from './read-by-pass';
import { readParquet } from './read-parquet';
import { beginPlain, looksPlain } from './read-plain';
import { type Scan, scanFile } from './scan';
import { fileState, readBeginning } from './source-file';
import { type ComputeColumns, joinedFields, type ReadContext, type SourceTable, type TableBase } from './source-table';

const BEGINNING_BYTES = 256 * 1024;

export async function readTable(
  context: ReadContext,
  plan: TablePlan,
  index: number,
  compute: ComputeColumns = () => [],
): Promise<SourceTable> {
  const state = await fileState(plan.path);
  const base = { plan, index, data: `source_${index}`, state };
  if (plan.format.kind === 'parquet') return readParquet(context, base, compute);
  const beginning = await readBeginning(plan.path, BEGINNING_BYTES);
  if (state.bytes <= BEGINNING_BYTES && isNothing(beginning)) return readEmpty(context, base);
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
    scan = await scanFile(base.plan.path, base.state.bytes, dialect, context);
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
  const { plan, state } = base;
  if (NEEDED_ROLES.includes(plan.role))
    throw new ShelfwiseError('bad-data', say('import.empty-file', { file: plan.path, bytes: state.bytes }));
  const { sha256, encoding } = await scanFile(plan.path, state.bytes, { delimiter: ',', fields: 1 }, context);
  const absent = { line: sql`NULL`, raw: sql`NULL`, note: sql`NULL` };
  const nothing = { columns: [], delimiter: '', rows: 0, blankLines: 0, trimmed: 0 };
  return { ...base, ...absent, ...nothing, sha256, encoding, lineEnds: 'none', isEmpty: true };
}
