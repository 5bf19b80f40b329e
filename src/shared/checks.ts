/** The checks over all lists of a run, and what a person may set of each. */

/** How much of what a check looks for is still fine. */
export interface CheckLimit {
  readonly default: number;
  readonly least: number;
  readonly most: number;
}

interface CheckRow {
  /** Null where there is nothing to set. */
  readonly limit: CheckLimit | null;
  /** What it finds: single lists, which come into the review queue, or whole groups of profiles. */
  readonly finds: 'lists' | 'groups';
}

const lists = { limit: null, finds: 'lists' } as const;
const limited = (limit: CheckLimit) => ({ limit, finds: 'lists' }) as const;

/**
 * In the order in which they are shown.
 *
 * - `age`: titles that hardly anybody of about that age watches, or whose own age limit is higher. Limit: years of tolerance.
 * - `series`: more episodes than the limit without the one before them, neither watched nor earlier in the list.
 * - `one-series`, `one-genre`: more titles of one series or genre than the limit.
 * - `favourite`: nothing of the genre that the profile watches most. Limit: watched titles of it from which it counts.
 * - `no-metadata`: titles whose metadata has no title.
 * - `expired`: titles whose last day has passed.
 * - `same-list`: the very same list as others. Limit: profiles that may share one.
 * - `unknown`: profiles without history and attributes.
 * - `shaky`: less of the list stays than the limit, in percent, when a part of the history is hidden; where that was measured.
 * - `changed`: lists that changed much more than the others since the earlier run.
 * - `group`: groups whose lists hit less often than those of the rest, beyond chance. Limit: test profiles that a group needs.
 */
export const CHECKS = {
  age: limited({ default: 2, least: 0, most: 20 }),
  series: limited({ default: 5, least: 0, most: 24 }),
  'one-series': limited({ default: 8, least: 1, most: 24 }),
  'one-genre': limited({ default: 20, least: 1, most: 24 }),
  favourite: limited({ default: 5, least: 1, most: 1000 }),
  'no-metadata': lists,
  expired: lists,
  'same-list': limited({ default: 5, least: 1, most: 1_000_000 }),
  unknown: lists,
  shaky: limited({ default: 50, least: 1, most: 100 }),
  changed: lists,
  group: { limit: { default: 20, least: 2, most: 1_000_000 }, finds: 'groups' },
} as const satisfies Record<string, CheckRow>;

export type CheckId = keyof typeof CHECKS;
/** A check with a limit to set. */
export type LimitedCheck = {
  [Id in CheckId]: (typeof CHECKS)[Id]['limit'] extends null ? never : Id;
}[CheckId];
export const hasLimit = (id: CheckId): id is LimitedCheck => CHECKS[id].limit !== null;
export const CHECK_IDS = Object.keys(CHECKS) as CheckId[];

/** Whether a check is made, and whether what it finds ends `shelfwise check` with a status of its own. */
export const CHECK_MODES = ['off', 'on', 'stop'] as const;
export type CheckMode = (typeof CHECK_MODES)[number];

/** What one check is set to; `limit` is null where it has none. */
export interface CheckSetting {
  readonly id: CheckId;
  readonly mode: CheckMode;
  readonly limit: number | null;
}

export const DEFAULT_CHECK_SETTINGS: readonly CheckSetting[] = CHECK_IDS.map((id) => ({
  id,
  mode: 'on',
  limit: limitOf(id)?.default ?? null,
}));

export function limitOf(id: CheckId): CheckLimit | null {
  return CHECKS[id].limit;
}
