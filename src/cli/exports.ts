import type { ExportRecord } from '../shared/contract';

/** What kind of file an export is: "csv, raw, original IDs". */
export const exportKind = ({
  format,
  text,
  translated,
}: Pick<ExportRecord, 'format' | 'text' | 'translated'>): string =>
  [format, text === 'raw' && 'raw', translated === true && 'original IDs'].filter(Boolean).join(', ');
