import type { ExportRecord } from '../../../shared/contract/run';

/** The kind of an export's file: "csv, raw, original IDs". */
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
