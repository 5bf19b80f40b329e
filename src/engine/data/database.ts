/** The one way to DuckDB: an instance of its own for each piece of work, closed when the work ends. */
import * as os from 'node:os';
import { DuckDBInstance, type DuckDBConnection, type DuckDBDataChunk } from '@duckdb/node-api';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/sentences/sentence';

/** Keeps an import of millions of rows under 1 GiB; DuckDB spills to its temporary folder beyond it. */
const MEMORY_LIMIT = '512MB';
/** No result depends on it. */
const THREADS = Math.max(1, Math.min(4, os.availableParallelism()));

export type Value = string | number | bigint | boolean | null;

export class Database {
  readonly #instance: DuckDBInstance;

  constructor(
    instance: DuckDBInstance,
    readonly connection: DuckDBConnection,
    readonly signal?: AbortSignal,
  ) {
    this.#instance = instance;
  }

  async run(sql: string): Promise<void> {
    throwIfStopped(this.signal);
    await this.connection.run(sql);
  }

  /** Rows as objects; 64-bit integers arrive as bigint, so ask for INTEGER or DOUBLE. */
  async rows<Row extends object>(sql: string): Promise<Row[]> {
    throwIfStopped(this.signal);
    const reader = await this.connection.runAndReadAll(sql);
    return reader.getRowObjectsJS() as Row[];
  }

  /** Another connection to the same tables, for work that goes on at the same time. */
  async beside<Result>(use: (database: Database) => Promise<Result>): Promise<Result> {
    const connection = await this.#instance.connect();
    const interrupt = (): void => connection.interrupt();
    this.signal?.addEventListener('abort', interrupt);
    try {
      return await use(new Database(this.#instance, connection, this.signal));
    } finally {
      this.signal?.removeEventListener('abort', interrupt);
      connection.closeSync();
    }
  }

  /**
   * Does all of it at the same time, each on a connection of its own: much of an import is queries over few rows, which leave
   * most cores idle. All have ended before a failure is told, since nothing may go on in a database that is being closed.
   */
  async together<Tasks extends readonly ((database: Database) => Promise<unknown>)[]>(
    ...tasks: Tasks
  ): Promise<{ -readonly [Index in keyof Tasks]: Awaited<ReturnType<Tasks[Index]>> }> {
    const settled = await Promise.allSettled(tasks.map((task) => this.beside(task)));
    const results = settled.map((one) => {
      if (one.status === 'rejected') throw one.reason;
      return one.value;
    });
    return results as Awaited<ReturnType<typeof this.together<Tasks>>>;
  }

  /** The first row of a query that has exactly one. */
  async row<Row extends object>(sql: string): Promise<Row> {
    return (await this.rows<Row>(sql))[0]!;
  }

  /** Hands the result on in chunks of some 2,000 rows: nothing is held as a whole. */
  async forEachChunk(sql: string, visit: (chunk: DuckDBDataChunk, start: number) => void): Promise<number> {
    throwIfStopped(this.signal);
    const result = await this.connection.stream(sql);
    let rows = 0;
    // The next chunk is made while this one is looked at.
    let coming = result.fetchChunk();
    for (;;) {
      const chunk = await coming;
      if (chunk === null || chunk.rowCount === 0) return rows;
      coming = result.fetchChunk();
      // Who throws in `visit` does not wait for it.
      coming.catch(() => {});
      visit(chunk, rows);
      rows += chunk.rowCount;
    }
  }

  /** Fills a new table of two columns, text and number: ids and their positions. */
  async createIdTable(table: string, ids: readonly string[]): Promise<void> {
    await this.run(`CREATE TABLE ${table} (id VARCHAR, position INTEGER)`);
    const appender = await this.connection.createAppender(table);
    ids.forEach((id, position) => {
      appender.appendVarchar(id);
      appender.appendInteger(position);
      appender.endRow();
    });
    appender.closeSync();
  }
}

/**
 * Runs `use` on a fresh in-memory database.
 * @param options.temporary folder for what does not fit into memory
 * @throws ShelfwiseError `stopped` when the signal is aborted, `no-space` when the disk is full
 */
export async function withDatabase<Result>(
  options: { temporary?: string; signal?: AbortSignal },
  use: (database: Database) => Promise<Result>,
): Promise<Result> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(THREADS),
    memory_limit: MEMORY_LIMIT,
    temp_directory: options.temporary ?? '',
    // A table in memory needs no checkpoint; DuckDB 1.5 would make one now and then, for 0.4 s with a million rows.
    checkpoint_threshold: '1TB',
    // No request to anywhere: what is not built in is not fetched.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const interrupt = (): void => connection.interrupt();
  options.signal?.addEventListener('abort', interrupt);
  try {
    throwIfStopped(options.signal);
    return await use(new Database(instance, connection, options.signal));
  } catch (thrown) {
    throwIfStopped(options.signal);
    throw databaseFailure(thrown);
  } finally {
    options.signal?.removeEventListener('abort', interrupt);
    connection.closeSync();
    instance.closeSync();
  }
}

export function throwIfStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new ShelfwiseError('stopped', say('data.stopped'));
}

function databaseFailure(thrown: unknown): ShelfwiseError {
  const error = toShelfwiseError(thrown);
  if (/no space left|could not write .* bytes|disk full/i.test(error.message))
    return new ShelfwiseError('no-space', say('disk.full'), {
      cause: thrown,
    });
  return error;
}

/**
 * The numbers of a column of a chunk, which must hold no null (ask for coalesce). DuckDB's client has them in a typed array, of
 * the type that fits the column's; asking for them one by one takes five times as long. Valid until the next chunk.
 */
export function numbersOf(chunk: DuckDBDataChunk, column: number): ArrayLike<number> & ArrayBufferView {
  const vector = chunk.getColumnVector(column);
  const { items } = vector as unknown as { items?: unknown };
  if (!ArrayBuffer.isView(items))
    throw new ShelfwiseError('internal', `DuckDB's client has no numbers in its ${vector.constructor.name}.`);
  return items as ArrayLike<number> & ArrayBufferView;
}

/**
 * SQL of a list of texts as one text, which `listOf` takes apart again: DuckDB's client takes 3 microseconds for each list. The
 * texts must not hold a unit separator.
 */
export function listSql(column: string): string {
  return `len(${column}) || chr(31) || array_to_string(${column}, chr(31))`;
}

/** Null where the list is null. */
export function listOf(text: string | null): string[] | null {
  if (text === null) return null;
  const [length, ...members] = text.split('\x1f');
  return members.slice(0, Number(length));
}

/** A text as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as an SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A path for DuckDB's readers, which take *, ? and [ for patterns. */
export function pathLiteral(file: string): string {
  return literal(file.replace(/[[*?]/g, '[$&]'));
}
