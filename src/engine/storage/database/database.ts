/** The one way to DuckDB: an instance of its own for each piece of work, closed when the work ends. */
import * as os from 'node:os';
import {
  type DuckDBConnection,
  type DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBPreparedStatement,
  type DuckDBValue,
  StatementType,
} from '@duckdb/node-api';
import { ShelfwiseError } from '../../../shared/errors';
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';
import { databaseFailure } from './failures';
import { lock, type Opened } from './lock';
import { identifier, literal, type Sql, sql, textOfSql } from './sql';

/** Megabytes. Keeps work with millions of rows under 1 GiB; DuckDB spills to its temporary folder beyond it. */
export const DATABASE_MEMORY = 512;
/** The number of threads changes no result. */
const THREADS = Math.max(1, Math.min(4, os.availableParallelism()));

/** Milliseconds between two interrupts. */
const INTERRUPT_AGAIN = 100;

/** Statements that change tables of the instance and nothing outside it. */
const CHANGES: readonly StatementType[] = [
  StatementType.CREATE,
  StatementType.INSERT,
  StatementType.UPDATE,
  StatementType.DELETE,
  StatementType.ALTER,
  StatementType.DROP,
];

const READS: readonly StatementType[] = [StatementType.SELECT];

/**
 * packed: Parquet version 2 stores numbers as differences: here 40 % smaller and a third faster, and every current reader knows it. plain: DuckDB's
 * default.
 */
const PARQUET = {
  packed: sql`FORMAT parquet, PARQUET_VERSION v2, DICTIONARY_SIZE_LIMIT 1000`,
  plain: sql`FORMAT parquet`,
} as const;

export class Database {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #open: Set<DuckDBConnection>;

  /** @param open all connections of the instance, since an interrupt stops all of them */
  constructor(
    instance: DuckDBInstance,
    connection: DuckDBConnection,
    open: Set<DuckDBConnection>,
    readonly signal?: AbortSignal,
  ) {
    this.#instance = instance;
    this.#connection = connection;
    this.#open = open;
  }

  /**
   * Runs one statement that creates, fills, changes or drops a table.
   * @returns the number of rows that an INSERT, UPDATE or DELETE changed
   */
  async run(query: Sql): Promise<number> {
    return this.#prepared(query, CHANGES, async (statement) => (await statement.run()).rowsChanged);
  }

  /** Rows as objects; 64-bit integers arrive as bigint, so ask for INTEGER or DOUBLE. */
  async rows<Row extends object>(query: Sql): Promise<Row[]> {
    const reader = await this.#prepared(query, READS, (statement) => statement.runAndReadAll());
    return reader.getRowObjectsJS() as Row[];
  }

  /** The row of a query that returns exactly one. */
  async row<Row extends object>(query: Sql): Promise<Row> {
    return (await this.rows<Row>(query))[0]!;
  }

  /** All values, column by column. */
  async columns(query: Sql): Promise<Record<string, DuckDBValue[]>> {
    const reader = await this.#prepared(query, READS, (statement) => statement.runAndReadAll());
    return reader.getColumnsObject();
  }

  /** Names and types of the columns that a query would return; reads no row. */
  async describe(query: Sql): Promise<{ name: string; type: string }[]> {
    return this.#prepared(query, READS, (statement) =>
      Array.from({ length: statement.columnCount }, (_, index) => ({
        name: statement.columnName(index),
        type: statement.columnType(index).toString(),
      })),
    );
  }

  /**
   * Passes the result on in chunks of some 2,000 rows, never holding all of it.
   * @returns the number of rows
   */
  async forEachChunk(
    query: Sql,
    visit: (chunk: DuckDBDataChunk, start: number) => void | Promise<void>,
  ): Promise<number> {
    const result = await this.#prepared(query, READS, (statement) => statement.stream());
    let rows = 0;
    // DuckDB makes the next chunk while `visit` works on this one.
    let coming = result.fetchChunk();
    for (;;) {
      const chunk = await coming;
      if (chunk === null || chunk.rowCount === 0) {
        // DuckDB ends an interrupted stream as if it were whole.
        throwIfStopped(this.signal);
        return rows;
      }
      coming = result.fetchChunk();
      // If `visit` throws, nothing awaits this promise.
      coming.catch(() => {});
      const done = visit(chunk, rows);
      if (done !== undefined) await done;
      rows += chunk.rowCount;
    }
  }

  /**
   * Writes a table to a Parquet file, which must be among those that the instance may write. The statement holds only a name and a path, so no query
   * fits into it.
   */
  async writeParquet(table: string, target: string, form: keyof typeof PARQUET): Promise<void> {
    const query = sql`COPY ${identifier(table)} TO ${literal(target)} (${PARQUET[form]})`;
    await this.#prepared(query, [StatementType.COPY], (statement) => statement.run());
  }

  /** Fills a table row by row. */
  async fill<Row>(
    table: string,
    rows: Iterable<Row>,
    append: (appender: RowAppender, row: Row) => void,
  ): Promise<void> {
    throwIfStopped(this.signal);
    const appender = await this.#connection.createAppender(table);
    for (const row of rows) {
      append(appender, row);
      appender.endRow();
    }
    appender.closeSync();
  }

  /** Interrupts what this connection is doing, which then fails. */
  interrupt(): void {
    this.#connection.interrupt();
  }

  /** Opens another connection to the same tables, for concurrent work. */
  async beside<Result>(use: (database: Database) => Promise<Result>): Promise<Result> {
    const connection = await this.#instance.connect();
    this.#open.add(connection);
    try {
      return await use(new Database(this.#instance, connection, this.#open, this.signal));
    } finally {
      this.#open.delete(connection);
      connection.closeSync();
    }
  }

  /**
   * Runs all of them at the same time, each on its own connection: much of an import is queries over few rows, which leave
   * most cores idle. All have ended before a failure is thrown, since nothing may run in a database that is being closed.
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

  /**
   * Works on items in their order, at most `lanes` of them at the same time, each lane on its own connection. None is begun after one has failed, and all
   * before that one have ended.
   * @returns what became of each item up to the first failure
   */
  async inLanes<Item, Result>(
    lanes: number,
    items: readonly Item[],
    work: (database: Database, item: Item) => Promise<Result>,
  ): Promise<PromiseSettledResult<Result>[]> {
    const settled: PromiseSettledResult<Result>[] = [];
    let [next, hasFailed] = [0, false];
    const lane = async (database: Database): Promise<void> => {
      while (next < items.length && !hasFailed) {
        const at = next++;
        try {
          settled[at] = { status: 'fulfilled', value: await work(database, items[at]!) };
        } catch (reason) {
          settled[at] = { status: 'rejected', reason };
          hasFailed = true;
        }
      }
    };
    await this.together(...Array.from({ length: Math.min(lanes, items.length) }, () => lane));
    const failed = settled.findIndex(({ status }) => status === 'rejected');
    return failed === -1 ? settled : settled.slice(0, failed + 1);
  }

  /**
   * Whatever a value made of the query, it is refused unless it is a single statement of an allowed kind.
   * @throws ShelfwiseError `stopped`, or `internal` for another kind or number of statements
   */
  async #prepared<Result>(
    query: Sql,
    kinds: readonly StatementType[],
    use: (statement: DuckDBPreparedStatement) => Result | Promise<Result>,
  ): Promise<Result> {
    throwIfStopped(this.signal);
    const statements = await this.#connection.extractStatements(textOfSql(query));
    if (statements.count !== 1)
      throw new ShelfwiseError('internal', `A query of ${statements.count} statements was refused.`);
    const statement = await statements.prepare(0);
    try {
      if (kinds.includes(statement.statementType)) return await use(statement);
      const [is, may] = [StatementType[statement.statementType], kinds.map((kind) => StatementType[kind]).join(', ')];
      throw new ShelfwiseError('internal', `A query of kind ${is} was refused: only ${may} may run here.`);
    } finally {
      statement.destroySync();
    }
  }
}

/** A value in a result. */
export type Value = DuckDBValue;

/** The methods of DuckDB's appender that fill a row, in the order of its columns. */
interface RowAppender {
  appendVarchar(value: string): void;
  appendInteger(value: number): void;
  appendFloat(value: number): void;
  appendNull(): void;
}

export interface DatabaseOptions extends Opened {
  /** Folder for data that does not fit into memory. */
  readonly temporary?: string;
  readonly signal?: AbortSignal;
  readonly threads?: number;
  /** Megabytes that DuckDB may take. */
  readonly memory?: number;
}

/**
 * Runs `use` on a fresh in-memory database, which is locked first: it opens only the named files and loads no extension, and no query can change
 * that.
 * @throws ShelfwiseError `stopped` when the signal is aborted, `no-space` when the disk is full
 */
export async function withDatabase<Result>(
  options: DatabaseOptions,
  use: (database: Database) => Promise<Result>,
): Promise<Result> {
  const memory = `${options.memory ?? DATABASE_MEMORY}MB`;
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(options.threads ?? THREADS),
    memory_limit: memory,
    temp_directory: options.temporary ?? '',
    // A table in memory needs no checkpoint; DuckDB 1.5 would make one from time to time, which takes 0.4 s with a million rows.
    checkpoint_threshold: '1TB',
    // No network: an extension that is not built in is not downloaded.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const open = new Set([connection]);
  // One listener for all connections: an import opens more of them than Node allows listeners before it warns of a leak.
  const interrupt = (): void => {
    open.forEach((one) => one.interrupt());
    // DuckDB ignores an interrupt that comes just before a query begins, so it is repeated.
    again = setTimeout(interrupt, INTERRUPT_AGAIN);
  };
  let again: NodeJS.Timeout | undefined;
  options.signal?.addEventListener('abort', interrupt);
  try {
    throwIfStopped(options.signal);
    await lock(connection, options);
    return await use(new Database(instance, connection, open, options.signal));
  } catch (thrown) {
    throwIfStopped(options.signal);
    throw databaseFailure(thrown, memory);
  } finally {
    options.signal?.removeEventListener('abort', interrupt);
    clearTimeout(again);
    connection.closeSync();
    instance.closeSync();
  }
}
