/** The time zone in which days are shown. Everything stored and computed is in UTC. */

export const DEFAULT_TIME_ZONE = 'UTC';

/** Whether this computer knows the zone; a newer one may know more. */
export function isKnownTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Of a UTC day. */
export const DAY_SECONDS = 86_400;
/** Zone rules for distant years are guesses, and JavaScript formats years before 1 differently. */
const KNOWN = { from: Date.UTC(1900, 0) / 1000, to: Date.UTC(2200, 0) / 1000 };

/**
 * Seconds to add to UTC for a zone's clock, by moment (seconds since 1970).
 * @param zone known on this computer
 */
export function offsetsOf(zone: string): (seconds: number) => number {
  const clock = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (seconds) => {
    const moment = Math.min(Math.max(Math.floor(seconds), KNOWN.from), KNOWN.to);
    const parts = new Map(clock.formatToParts(moment * 1000).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type)!;
    const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
    return local / 1000 - moment;
  };
}

/**
 * The day in a time zone, in days since 1970, by moment (seconds since 1970). Looks up the clock twice per UTC day, and
 * more often only on days when it changes.
 */
export function daysIn(zone: string): (seconds: number) => number {
  if (zone === DEFAULT_TIME_ZONE) return (seconds) => Math.floor(seconds / DAY_SECONDS);
  const offsetAt = offsetsOf(zone);
  const known = new Map<number, number | null>();
  const offsetOf = (day: number): number | null => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const [first, last] = [offsetAt(day * DAY_SECONDS), offsetAt((day + 1) * DAY_SECONDS)];
    const offset = first === last ? first : null;
    known.set(day, offset);
    return offset;
  };
  return (seconds) => {
    const offset = offsetOf(Math.floor(seconds / DAY_SECONDS)) ?? offsetAt(seconds);
    return Math.floor((seconds + offset) / DAY_SECONDS);
  };
}
