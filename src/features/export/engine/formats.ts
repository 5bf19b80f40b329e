/** The writer of each format in src/shared/values/export-formats.ts. */
import type { ExportFormat } from '../../../shared/values/export-formats';
import type { FormatWriter } from './content';
import { longCsv, longParquet } from './long-format';
import { submission } from './submission';

export const FORMAT_WRITERS: Record<ExportFormat, FormatWriter> = { submission, csv: longCsv, parquet: longParquet };
