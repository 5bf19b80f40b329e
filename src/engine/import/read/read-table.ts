/** Reads the user's files into DuckDB: plain files directly, all others after our own pass. Joins the files of a table. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import type { Database } from '../../storage/database/database';
import { type Sql, sql } from '../../storage/database/sql';
import { decompress, isCompressed } from './compressed';
import { detectDialect, type Dialect } from './detect';
import { type FilePlan, filePlan, type FileRole, type TablePlan } from '../layouts/import-plan';
import { readByPass } from './read-by-pass';
import { readParquet } from './read-parquet';
import { readSheetOf } from './read-workbook';
import { findPlainParts, type PlainParts, readPlainParts } from './read-parts';
import { beginPlain, isNothing, looksPlain, plainFile } from './read-plain';
import { type Scan, scanFile } from './scan';
import { fileState, readBeginning } from './source-file';
import { joinFiles, tableOfFile } from './join-files';
import type { ComputeColumns, FileBase, ReadContext, SourceFile, SourceTable } from './source-table';

const BEGINNING_BYTES = 256 * 1024;

/** DuckDB reads files of less than 8 MB in one thread, and a file that it does not read itself costs it little. */
const READ_AT_ONCE = 2;

interface ReadTable {
  readonly plan: TablePlan;
  /** Its number among all tables, and that of its first file among all files. */
  readonly index: number;
  readonly firstFile: number;
  readonly compute?: ComputeColumns;
  /** Makes a table even without a file, or without a header in any: the data set to add to has rows. */
  readonly evenEmpty?: boolean;
}

/**
 * Reads all files of tables; some parts of a table may be empty.
 * @param contextOf how to read a table's files, apart from the connection
 * @throws ShelfwiseError `bad-data` that says which file and what to do, about the first faulty file
 */
export async function readTables(
  database: Database,
  tables: readonly ReadTable[],
  contextOf: (plan: TablePlan) => Omit<ReadContext, 'database'>,
): Promise<SourceTable[]> {
  const pieces: Piece[] = [];
  for (const table of tables) pieces.push(...(await piecesOf(table, contextOf(table.plan).signal)));
  // Workbooks are read one after another, as each is held in memory as a whole.
  let workbooks: Promise<unknown> = Promise.resolve();
  const read = await database.inLanes(
    READ_AT_ONCE,
    pieces,
    async (lane, { table, parts, place }): Promise<ReadPiece> => {
      const { plan, index, firstFile, compute = nothingComputed } = table;
      const context = { ...contextOf(plan), database: lane };
      const whole = parts && (await readPlainParts(context, plan, index, parts, compute));
      if (whole) return { files: whole.files, whole };
      const files: SourceFile[] = [];
      for (const at of place === null ? plan.parts.keys() : [place]) {
        const own = (): Promise<SourceFile> =>
          readFile(
            context,
            filePlan(plan, plan.parts[at]!),
            firstFile + at,
            isOneFile(plan) ? compute : nothingComputed,
          );
        if (plan.parts[at]!.format.kind !== 'xlsx') files.push(await own());
        else {
          const afterOthers = workbooks.then(own);
          workbooks = afterOthers.catch(() => {});
          files.push(await afterOthers);
        }
      }
      return { files, whole: null };
    },
  );
  const readOf = tables.map((table) => {
    const own = read.splice(0, pieces.filter((piece) => piece.table === table).length).map((one) => {
      if (one.status === 'rejected') throw one.reason;
      return one.value;
    });
    const files = own.flatMap((piece) => piece.files);
    if (table.evenEmpty !== true) requireContent(table.plan, files);
    return { files, whole: own[0]?.whole ?? null };
  });
  const joined: SourceTable[] = [];
  for (const [place, { plan, index, compute = nothingComputed, evenEmpty = false }] of tables.entries()) {
    const { files, whole } = readOf[place]!;
    joined.push(
      whole ??
        (isOneFile(plan) && !(evenEmpty && files[0]!.isEmpty)
          ? tableOfFile(plan, index, files[0]!)
          : await joinFiles(database, plan, index, files, compute, evenEmpty)),
    );
  }
  return joined;
}

/** A unit of reading: a file of a table, or all of its parts. */
interface Piece {
  readonly table: ReadTable;
  /** Which of its parts; null for all of them. */
  readonly place: number | null;
  /** All of its parts, if they can be read in one go. */
  readonly parts: PlainParts | null;
}

interface ReadPiece {
  readonly files: readonly SourceFile[];
  /** The table, if it was read in one go. */
  readonly whole: SourceTable | null;
}

async function piecesOf(table: ReadTable, signal: AbortSignal | undefined): Promise<Piece[]> {
  const { plan, firstFile } = table;
  const parts = isOneFile(plan) ? null : await findPlainParts(plan, firstFile, BEGINNING_BYTES, signal);
  if (parts !== null) return [{ table, place: null, parts }];
  return plan.parts.map((_, place) => ({ table, place, parts: null }));
}

const nothingComputed: ComputeColumns = () => [];

const isOneFile = ({ parts }: TablePlan): boolean =>
  parts.length === 1 && Object.keys(parts[0]!.partition ?? {}).length === 0;

function requireContent({ role }: TablePlan, files: readonly SourceFile[]): void {
  if (!NEEDED_ROLES.includes(role) || !files.every(({ isEmpty }) => isEmpty)) return;
  const { plan, text } = files[0]!;
  throw new ShelfwiseError('bad-data', say('import.empty-file', { file: plan.path, bytes: text.bytes }));
}

/** @param index of the file among all files */
async function readFile(
  context: ReadContext,
  plan: FilePlan,
  index: number,
  compute: ComputeColumns,
): Promise<SourceFile> {
  const state = await fileState(plan.path);
  const data = `source_${index}`;
  if (!isCompressed(plan.file))
    return readText(context, { plan, index, data, state, text: { path: plan.path, bytes: state.bytes } }, compute);
  const copy = path.join(context.temporary, `${data}.text`);
  const { bytes, sha256 } = await decompress(plan.path, state.bytes, copy, context);
  // The bytes of the file have been counted.
  const { onBytes: _, ...silently } = context;
  const file = await readText(silently, { plan, index, data, state, text: { path: copy, bytes } }, compute);
  await fs.rm(copy);
  return { ...file, sha256 };
}

async function readText(context: ReadContext, base: FileBase, compute: ComputeColumns): Promise<SourceFile> {
  const { plan, text } = base;
  if (plan.format.kind === 'parquet') return readParquet(context, base, compute);
  if (plan.format.kind === 'xlsx') return readSheetOf(context, base, compute);
  const beginning = await readBeginning(text.path, BEGINNING_BYTES);
  if (text.bytes <= BEGINNING_BYTES && isNothing(beginning)) return readEmpty(context, base);
  const dialect = detectDialect({ ...plan, format: plan.format }, beginning);
  const computed = compute(dialect.columns);
  const { scan, isRead } = await scanAndRead(context, base, dialect, computed, looksPlain(beginning, dialect));
  const plain = plainFile(base, dialect, scan);
  if (isRead) return plain;
  const { lineEnds, rows, blankLines, trimmed } = await readByPass(context, base, dialect, scan, computed);
  return { ...plain, line: sql`line`, given: sql`given`, note: sql`note`, lineEnds, rows, blankLines, trimmed };
}

/** At the same time: both need the whole file, and DuckDB works in its own threads. */
async function scanAndRead(
  context: ReadContext,
  base: FileBase,
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

const NEEDED_ROLES: readonly FileRole[] = ['history', 'profiles'];

async function readEmpty(context: ReadContext, base: FileBase): Promise<SourceFile> {
  const { text } = base;
  const { sha256, encoding } = await scanFile(text.path, text.bytes, { delimiter: ',', fields: 1 }, context);
  const absent = { line: sql`NULL`, given: sql`NULL`, note: sql`NULL` };
  const nothing = { columns: [], fields: 0, between: '', delimiter: '', rows: 0, blankLines: 0, trimmed: 0 };
  return { ...base, ...absent, ...nothing, sha256, encoding, lineEnds: 'none', isEmpty: true };
}
