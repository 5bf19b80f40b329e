/** What a DuckDB instance may open for as long as it lives: the named files and nothing else. */
import * as path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { escapedPath, literals, sql, textOfSql } from './sql';

export interface Opened {
  /** Files that queries may read. DuckDB could write them too; only `Database` prevents that. */
  readonly reads?: readonly string[];
  /** The program's own files that may be written. */
  readonly writes?: readonly string[];
  /** A folder of the program's own, in which files may be read and written. */
  readonly folder?: string;
}

/**
 * Applies the lock as settings, one after another: as options of `create` they fail (DuckDB 1.5).
 * @throws ShelfwiseError `usage` for a path that DuckDB cannot read
 */
export async function lock(connection: DuckDBConnection, { reads = [], writes = [], folder }: Opened): Promise<void> {
  for (const file of folder === undefined ? reads : [...reads, folder])
    if (path.sep === '/' && file.includes('\\') && escapedPath(file) !== file)
      // On every system, DuckDB takes a backslash in a pattern for a separator, and it cannot be escaped.
      throw new ShelfwiseError('usage', say('file.name-backslash', { file }));
  // Readers get escaped paths, and DuckDB looks up both forms.
  const paths = [...new Set([...reads, ...writes].flatMap((file) => [file, escapedPath(file)]))];
  const folders = folder === undefined ? [] : [...new Set([folder, escapedPath(folder)])];
  const settings = [
    ...(paths.length > 0 ? [sql`SET allowed_paths = [${literals(paths)}]`] : []),
    ...(folders.length > 0 ? [sql`SET allowed_directories = [${literals(folders)}]`] : []),
    sql`SET enable_external_access = false`,
    sql`SET lock_configuration = true`,
  ];
  for (const setting of settings) await connection.run(textOfSql(setting));
}
