/** What a child watched as a strip of time: the oldest first, what was watched together on one board. */
import type { ProfileView } from '../../../../shared/contract/recommendation';
import { asDate, dayAfter } from '../../../../shared/values/day';
import { seriesKey, titleParts } from '../../../../shared/values/episode';

type Entry = ProfileView['history'][number];

export interface StripCover {
  /** The title in sight: of a stack, the one watched last. */
  readonly item: string;
  readonly title: string | null;
  /** All titles of the stack, or the one. */
  readonly items: readonly string[];
  /** How often they were watched, together. */
  readonly times: number;
}

export interface Board {
  /** The day, or the Monday of the week (YYYY-MM-DD); null for titles without a date. */
  readonly day: string | null;
  readonly covers: readonly StripCover[];
}

interface Strip {
  /** How much time a board stands for. */
  readonly length: 'day' | 'week';
  readonly boards: readonly Board[];
}

/** Number of titles from which boards are weeks, with a stack for each series. */
const WEEKS_FROM = 60;

/**
 * @param history latest first
 * @param zone the time zone in which days begin
 */
export function stripOf(history: readonly Entry[], zone: string): Strip {
  const length = history.length < WEEKS_FROM ? 'day' : 'week';
  const dayOf = dayIn(zone);
  const boards = new Map<string | null, Entry[]>();
  for (const entry of history.toReversed()) {
    const day = entry.lastWatched === null ? null : dayOf(entry.lastWatched);
    const key = day === null || length === 'day' ? day : mondayOf(day);
    boards.set(key, [...(boards.get(key) ?? []), entry]);
  }
  // What has no date comes last in a history, and so first here.
  return {
    length,
    boards: [...boards].map(([day, entries]) => ({
      day,
      covers: length === 'day' ? entries.map((one) => coverOf([one])) : stacksOf(entries).map(coverOf),
    })),
  };
}

function dayIn(zone: string): (time: string) => string | null {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (time) => {
    const moment = new Date(time);
    return Number.isNaN(moment.getTime()) ? null : format.format(moment);
  };
}

const mondayOf = (day: string): string => dayAfter(day, -((asDate(day).getUTCDay() + 6) % 7));

/** Titles of a series together, where its last one stands. */
function stacksOf(entries: readonly Entry[]): Entry[][] {
  const stacks = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = entry.title === null ? `id ${entry.item}` : seriesKey(titleParts(entry.title).series);
    const stack = [...(stacks.get(key) ?? []), entry];
    stacks.delete(key);
    stacks.set(key, stack);
  }
  return [...stacks.values()];
}

const coverOf = (stack: readonly Entry[]): StripCover => {
  const { item, title } = stack.at(-1)!;
  return {
    item,
    title,
    items: stack.map((one) => one.item),
    times: stack.reduce((sum, one) => sum + one.times, 0),
  };
};
