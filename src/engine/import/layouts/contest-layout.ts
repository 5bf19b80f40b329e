/** The layout that the importer recognises by file name: eight CSV files as a children's media service exports them. */
import type { AttributePlan, EventRole, EventsPlan, FileRole, PartPlan, TablePlan } from './import-plan';

export const CONTEST_FILES = {
  'history_data.csv': 'history',
  'profile_data.csv': 'profiles',
  'meta_data.csv': 'items',
  'meta_data_plus.csv': 'item-keywords',
  'watch_e_data.csv': 'watch',
  'buy_data.csv': 'purchase',
  'search_data.csv': 'search',
  'sample_submission.csv': 'submission',
} as const satisfies Record<string, FileRole>;

export type ContestFile = keyof typeof CONTEST_FILES;

/**
 * The contest file that a name stands for: `history_data.csv` itself and its numbered or dated parts (history_data_1.csv, history_data-2026-03.csv),
 * and the same as workbooks (history_data.xlsx). A copy that a browser numbered, `history_data (1).csv`, does not count.
 * @param name without the ending of compression
 */
export function contestFileOf(name: string): ContestFile | null {
  const [, stem = ''] = /^(.+?)(?:[_.-]?\d[\d_.-]*)?\.(?:csv|xlsx)$/i.exec(name) ?? [];
  const file = `${stem.toLowerCase()}.csv`;
  return Object.hasOwn(CONTEST_FILES, file) ? (file as ContestFile) : null;
}

/** Files without which there is nothing to learn from. */
export const NEEDED_CONTEST_FILES: readonly ContestFile[] = ['history_data.csv', 'profile_data.csv'];

const range = (prefix: string, from: number, to: number, digits: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => prefix + String(from + index).padStart(digits, '0'));

const PROFILE_ATTRIBUTES: readonly AttributePlan[] = [
  { name: 'sex', kind: 'categorical', columns: ['sex'], allowed: ['M', 'F'], optional: true },
  { name: 'age', kind: 'categorical', columns: ['age'], codes: true, allowed: range('', 1, 13, 1), optional: true },
  interests('pr_interest_keyword_cd', range('P', 1, 8, 2)),
  interests('ch_interest_keyword_cd', range('K', 1, 9, 2)),
];

function interests(name: string, allowed: readonly string[]): AttributePlan {
  return { name, kind: 'set', columns: [1, 2, 3].map((place) => `${name}_${place}`), allowed, optional: true };
}

const GENRES = ['genre_large', 'genre_mid', 'genre_small'] as const;

/** An attribute that Shelfwise 1.0 did not read; after all that it read. */
const NEWER = { optional: true, whereSaid: true, isNewer: true } as const;

const ITEM_ATTRIBUTES: readonly AttributePlan[] = [
  ...GENRES.map((name): AttributePlan => ({ name, kind: 'categorical', columns: [name], optional: true })),
  // An album with several rows has one genre_small, and all of them here.
  { name: 'genre', kind: 'set', columns: GENRES, optional: true },
  { name: 'country', kind: 'categorical', columns: ['country'], optional: true },
  {
    name: 'cast',
    kind: 'set',
    columns: [1, 2, 3, 4, 5, 6, 7].map((place) => `cast_${place}`),
    optional: true,
    whereSaid: true,
  },
  // The last day on which a title may be watched, as a number: YYYYMMDD.
  { name: 'end_date', kind: 'numeric', columns: ['end_date'], optional: true, whereSaid: true },
  // Its length in minutes.
  { name: 'run_time', kind: 'numeric', columns: ['run_time'], least: 0, ...NEWER },
];

/** @param file name of the table */
export function contestTable(role: FileRole, file: string, parts: readonly PartPlan[]): TablePlan {
  const base = { file, parts };
  switch (role) {
    case 'profiles':
      return { ...base, role, profile: 'profile_id', attributes: PROFILE_ATTRIBUTES };
    case 'items':
      return {
        ...base,
        role,
        item: 'album_id',
        title: 'title',
        needsTitle: false,
        subtitle: 'sub_title',
        attributes: ITEM_ATTRIBUTES,
      };
    case 'item-keywords':
      return { ...base, role, item: 'album_id', keyword: ['keyword_type', 'keyword_name', 'keyword_value'] };
    case 'submission':
      return { ...base, role, profile: 'profile_id' };
    default:
      return contestEvents(role as EventRole, base);
  }
}

function contestEvents(role: EventRole, base: Pick<EventsPlan, 'file' | 'parts'>): EventsPlan {
  return {
    ...base,
    role,
    profile: 'profile_id',
    item: 'album_id',
    time: 'log_time',
    timeFormat: 'compact',
    weight: null,
    trailer: role === 'history' ? 'short_trailer' : null,
    continuous: role === 'history' || role === 'watch' ? 'continuous_play' : null,
    payment: role === 'history' || role === 'purchase' ? 'payment' : null,
    watchTime: role === 'watch' ? 'watch_time' : null,
    totalTime: role === 'watch' ? 'total_time' : null,
  };
}
