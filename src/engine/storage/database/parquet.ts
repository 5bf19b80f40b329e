/** Parquet files as DuckDB reads them. */
import { path, type Sql, sql } from './sql';

/**
 * The rows of one Parquet file, and nothing but what is in it: the names of its folders say nothing of them, though DuckDB would take
 * `title=Robots` for a column.
 */
export const readParquetFile = (file: string): Sql =>
  sql`read_parquet(${path(file)}, hive_partitioning = false, union_by_name = false, filename = false, file_row_number = false)`;
