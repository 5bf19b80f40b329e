/** The export formats, one row each. src/features/export/engine/formats.ts writes them. */
import type { Text } from '../words/templates';

interface FormatRow {
  /** Extension without the dot. */
  readonly extension: string;
  /** Whether a spreadsheet may open it: formulas then get an apostrophe, unless exact texts are requested. */
  readonly guardsTexts: boolean;
  /** What the proposed file name calls it; the whole name where that is prescribed. */
  readonly fileName: Text;
  readonly isPrescribed: boolean;
  readonly name: Text;
  readonly help: Text;
}

const LISTS: Text = { en: 'lists', ko: '추천 목록' };

export const EXPORT_FORMAT_ROWS = {
  submission: {
    extension: 'csv',
    guardsTexts: false,
    fileName: { en: 'submission', ko: 'submission' },
    isPrescribed: true,
    name: { en: 'Submission', ko: '제출 파일' },
    help: {
      en: 'A list of 25 different titles for every child to submit. Checked before it is written.',
      ko: '제출 대상 아이마다 서로 다른 작품 25편을 담습니다. 저장하기 전에 검사합니다.',
    },
  },
  csv: {
    extension: 'csv',
    guardsTexts: true,
    fileName: LISTS,
    isPrescribed: false,
    name: { en: 'Table (CSV)', ko: '표(CSV)' },
    help: {
      en: 'One line per place in a list: child, rank, title, score. Opens in a spreadsheet.',
      ko: '한 줄에 아이, 순위, 제목, 점수. 스프레드시트에서 열립니다.',
    },
  },
  parquet: {
    extension: 'parquet',
    guardsTexts: false,
    fileName: LISTS,
    isPrescribed: false,
    name: { en: 'Table (Parquet)', ko: '표(Parquet)' },
    help: {
      en: 'The same columns, small and typed, for other programs.',
      ko: '다른 프로그램용입니다. 같은 열을 작고 정확한 형식으로 저장합니다.',
    },
  },
} as const satisfies Record<string, FormatRow>;

export type ExportFormat = keyof typeof EXPORT_FORMAT_ROWS;
export const EXPORT_FORMATS = Object.keys(EXPORT_FORMAT_ROWS) as [ExportFormat, ...ExportFormat[]];
export const DEFAULT_EXPORT_FORMAT: ExportFormat = 'submission';
