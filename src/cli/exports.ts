import type { ExportRecord } from '../shared/contract';

/** What kind of file an export is: "csv, raw, original IDs". */
export const exportKind = ({
  format,
  text,
  translated,
  rulesSha256,
}: Pick<ExportRecord, 'format' | 'text' | 'translated' | 'rulesSha256'>): string =>
  [format, text === 'raw' && 'raw', translated === true && 'original IDs', rulesSha256 !== undefined && 'with rules']
    .filter(Boolean)
    .join(', ');
