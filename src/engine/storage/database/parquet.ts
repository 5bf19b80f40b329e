/** Parquet files as DuckDB reads them. */
import { path, type Sql, sql } from './sql';

/** The rows of one Parquet file with its own columns only: DuckDB would otherwise make a column of a folder named `title=Robots`. */
export const readParquetFile = (file: string): Sql =>
  sql`read_parquet(${path(file)}, hive_partitioning = false, union_by_name = false, filename = false, file_row_number = false)`;
