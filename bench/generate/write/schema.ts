/** The files of the contest's schema and their columns, in order. */
const CASTS = [1, 2, 3, 4, 5, 6, 7].map((number) => `cast_${number}`);
const EVENT = ['profile_id', 'ss_id', 'log_time', 'act_target_dtl', 'album_id'];

export const COLUMNS = {
  'history_data.csv': [...EVENT, 'payment', 'continuous_play', 'short_trailer'],
  'profile_data.csv': [
    'profile_id',
    'sex',
    'age',
    ...[1, 2, 3].map((number) => `pr_interest_keyword_cd_${number}`),
    ...[1, 2, 3].map((number) => `ch_interest_keyword_cd_${number}`),
  ],
  'meta_data.csv': [
    'album_id',
    'title',
    'sub_title',
    'genre_large',
    'genre_mid',
    'genre_small',
    'country',
    'run_time',
    'onair_date',
    ...CASTS,
  ],
  'meta_data_plus.csv': ['album_id', 'keyword_type', 'keyword_name', 'keyword_value'],
  'watch_e_data.csv': [...EVENT, 'watch_time', 'total_time', 'continuous_play'],
  'buy_data.csv': [...EVENT, 'payment'],
  'search_data.csv': EVENT,
  'sample_submission.csv': ['profile_id', 'predicted_list'],
} as const satisfies Record<string, readonly string[]>;

export type FileName = keyof typeof COLUMNS;
export const FILE_NAMES = Object.keys(COLUMNS) as FileName[];

/**
 * A moment as log_time: YYYYMMDDHHMMSS in UTC.
 * @param seconds since 1970
 * @param lateBy 60 writes the time as the previous minute with seconds of 60 and more; otherwise 0
 */
export function logTime(seconds: number, lateBy: 0 | 60 = 0): string {
  const date = new Date((seconds - lateBy) * 1000);
  const two = (value: number) => (value < 10 ? `0${value}` : String(value));
  return (
    date.getUTCFullYear() +
    two(date.getUTCMonth() + 1) +
    two(date.getUTCDate()) +
    two(date.getUTCHours()) +
    two(date.getUTCMinutes()) +
    two(date.getUTCSeconds() + lateBy)
  );
}
