/** How much of which dirt a folder gets; the kinds occur in real folders (docs/data-format.md). */
import type { GeneratorOptions } from './options';
import type { FileName } from './write/schema';
import type { TableFileOptions } from './write/table-file';

/** Shares of rows, and numbers of rows for rare kinds. */
export interface Dirt {
  /** Times with seconds of 60 and more. */
  readonly lateSeconds: number;
  readonly duplicates: number;
  readonly emptyPayment: number;
  /** Albums with two rows in meta_data, and without one. */
  readonly severalMetaRows: number;
  readonly withoutMetadata: number;
  readonly profilesWithoutRow: number;
  /** Sub-titles with commas, quotes and newlines. */
  readonly oddTexts: boolean;
  /** Rows of history_data that are damaged copies of another. */
  readonly shortRows: number;
  readonly longRows: number;
  readonly impossibleDates: number;
  readonly missingIds: number;
  /** Rows of profile_data with an interest code or age that does not exist. */
  readonly unknownCodes: number;
  readonly unknownAges: number;
  /** Profiles in sample_submission that no other file has. */
  readonly unknownProfiles: number;
  /** IDs of buy_data written as "12.0". */
  readonly decimalIds: boolean;
  readonly files: Partial<Record<FileName, TableFileOptions>>;
}

const NONE: Dirt = {
  lateSeconds: 0,
  duplicates: 0,
  emptyPayment: 0,
  severalMetaRows: 0,
  withoutMetadata: 0,
  profilesWithoutRow: 0,
  oddTexts: false,
  shortRows: 0,
  longRows: 0,
  impossibleDates: 0,
  missingIds: 0,
  unknownCodes: 0,
  unknownAges: 0,
  unknownProfiles: 0,
  decimalIds: false,
  files: {},
};

const LIGHT: Dirt = {
  ...NONE,
  lateSeconds: 0.015,
  duplicates: 0.004,
  emptyPayment: 0.35,
  severalMetaRows: 0.03,
  withoutMetadata: 0.008,
  profilesWithoutRow: 0.01,
  oddTexts: true,
};

const FULL: Dirt = {
  ...LIGHT,
  shortRows: 2,
  longRows: 1,
  impossibleDates: 2,
  missingIds: 2,
  unknownCodes: 3,
  unknownAges: 2,
  unknownProfiles: 2,
  decimalIds: true,
  files: {
    'profile_data.csv': { form: { byteOrderMark: true } },
    'meta_data.csv': { form: { lineEnds: 'mixed' } },
    'meta_data_plus.csv': { form: { encoding: 'cp949' } },
    'watch_e_data.csv': { form: { lineEnds: 'CRLF' } },
    'search_data.csv': { header: 'Profile_ID, SS_ID ,LOG_TIME,act_target_dtl, Album_Id', cutLastRow: true },
  },
};

export function dirtOf(level: GeneratorOptions['dirt']): Dirt {
  return { none: NONE, light: LIGHT, full: FULL }[level];
}
