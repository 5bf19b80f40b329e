import type { ExportRecord } from '../../../shared/contract/run';

/** What kind of file an export is: "csv, raw, original IDs". */
export const exportKind = ({
  format,
  text,
  translated,
  rulesSha256,
  tuning,
}: Pick<ExportRecord, 'format' | 'text' | 'translated' | 'rulesSha256' | 'tuning'>): string =>
  [
    format,
    text === 'raw' && 'raw',
    translated === true && 'original IDs',
    tuning !== undefined && 'tuned',
    rulesSha256 !== undefined && 'with rules',
  ]
    .filter(Boolean)
    .join(', ');
