/** Previews a folder before an import: its files, their first rows, and how the program would read them. */
import * as path from 'node:path';
import type { FolderView } from '../../../shared/contract/dataset';
import { ShelfwiseError } from '../../../shared/errors';
import type { TextId } from '../../../shared/words/sentence';
import { comparePaths, isNamedBy } from '../../../shared/values/file-pattern';
import { LONGEST_CELL, MOST_COLUMNS_SHOWN, MOST_FILES_SHOWN } from '../../../shared/limits';
import { discover } from '../layouts/discover';
import { listFiles } from '../layouts/list-files';
import type { FolderPlan } from '../layouts/import-plan';
import { formatOf } from '../layouts/file-format';
import { isCompressed } from '../read/compressed';
import { guessEncoding, isNoText } from '../read/detect';
import { decodeBeginning } from '../read/encoding';
import { fileState, readBeginning } from '../read/source-file';
import { mappingOf } from './propose-mapping';
import { type SampledTable, sampleTables } from './sample-tables';

/**
 * Reads only the beginnings of the files.
 * @param folder absolute
 * @throws ShelfwiseError `not-found` or `no-permission` about the folder, `bad-data` if it is a file; `stopped` on abort
 */
export async function lookAtFolder(folder: string, signal?: AbortSignal): Promise<FolderView> {
  const known = await recognised(folder);
  const roles = new Map(
    known.plan?.tables.flatMap(({ role, parts }) => parts.map(({ file }) => [file, role] as const)),
  );
  const files = [...new Set([...(await listFiles(folder)), ...roles.keys()])];
  const tables = await sampleTables(folder, files, signal);
  const proposal = mappingOf(tables);
  const { mapping } = proposal;
  const named = [mapping?.events.file, mapping?.profiles?.file, mapping?.items?.file].filter(
    (name) => name !== undefined,
  );
  const used =
    known.plan === null
      ? named.flatMap((name) => files.filter((file) => isNamedBy(name, file)).toSorted(comparePaths))
      : [...roles.keys()];
  const shown = [...new Set([...used, ...tables.map(({ file }) => file).sort(), ...files])];
  return {
    folder,
    layout: known.plan?.layout ?? null,
    problem: known.problem,
    files: await Promise.all(
      shown
        .flatMap((file) => tablesIn(file, tables))
        .slice(0, MOST_FILES_SHOWN)
        .map(async ({ file, table }) => ({
          file,
          ...(table?.sheet && { sheet: table.sheet }),
          // The import reports a file that vanishes or may not be read.
          bytes: await fileState(path.join(folder, file)).then(
            ({ bytes }) => bytes,
            () => null,
          ),
          role:
            known.plan === null ? null : table?.sheet?.isFirst === false ? 'ignored' : (roles.get(file) ?? 'ignored'),
          ...(table === undefined &&
            roles.has(file) &&
            (await isDamaged(path.join(folder, file))) && { isDamaged: true }),
          ...beginningOf(table),
        })),
    ),
    allFiles: files.length,
    ...proposal,
  };
}

/** Of a text that is not compressed; what is wrong with other files, the import says. */
async function isDamaged(file: string): Promise<boolean> {
  if (formatOf(file).kind !== 'text' || isCompressed(file)) return false;
  const beginning = await readBeginning(file, 4096).catch(() => null);
  return beginning !== null && isNoText(decodeBeginning(beginning, guessEncoding(beginning)));
}

/** The tables in a file: one for each sheet of a workbook. Undefined if it is no table. */
function tablesIn(file: string, tables: readonly SampledTable[]): { file: string; table: SampledTable | undefined }[] {
  const found = tables.filter((table) => table.file === file);
  return found.length === 0 ? [{ file, table: undefined }] : found.map((table) => ({ file, table }));
}

/** The layout of the folder, or why a recognised one cannot be read; null for both if none is recognised. */
async function recognised(folder: string): Promise<{ plan: FolderPlan | null; problem: FolderView['problem'] }> {
  try {
    return { plan: await discover(folder, null), problem: null };
  } catch (thrown) {
    if (!(thrown instanceof ShelfwiseError) || thrown.code !== 'bad-data') throw thrown;
    const { message, said } = thrown;
    const [first, ...others] = said ?? [];
    const isOf = (one: typeof first, id: TextId): boolean => typeof one === 'object' && one.id === id;
    // A folder in it that cannot be read may be a month of a known layout.
    const hidesNothing = !others.some((one) => isOf(one, 'folder.unreadable'));
    if (isOf(first, 'import.no-history') && hidesNothing) return { plan: null, problem: null };
    return { plan: null, problem: { message, ...(said && { said: [...said] }) } };
  }
}

/** Empty if it is no table. Omits names too long to show whole, as they could not be chosen. */
function beginningOf(table: SampledTable | undefined): Pick<FolderView['files'][number], 'columns' | 'rows'> {
  if (table === undefined) return { columns: [], rows: [] };
  const places = table.columns
    .flatMap(({ name }, place) => (name.length <= LONGEST_CELL ? [place] : []))
    .slice(0, MOST_COLUMNS_SHOWN);
  return {
    columns: places.map((place) => table.columns[place]!.name),
    rows: table.firstRows.map((row) => places.map((place) => shortened(row[place]!))),
  };
}

/** Cuts between characters, never inside one. */
function shortened(text: string): string {
  if (text.length <= LONGEST_CELL) return text;
  return `${Array.from(text.slice(0, LONGEST_CELL)).slice(0, -1).join('')}…`;
}
