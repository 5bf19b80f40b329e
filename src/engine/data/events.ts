/** Takes parts of events without copying them. */
import type { EventPart, Interactions, KeptEvents } from './tables';

/** Number of events in the part; all entries if `kept` is absent. */
export const countOf = ({ profile, kept }: Interactions): number => kept?.count ?? profile.length;

/** Whether an entry belongs to the part. */
export const isKept = (kept: KeptEvents | undefined, event: number): boolean =>
  kept === undefined || ((kept.bits[(kept.first + event) >> 3]! >> ((kept.first + event) & 7)) & 1) === 1;

/** One second after the last event: the moment to recommend for; null without times. */
export function momentAfter({ time, kept }: Interactions): number | null {
  if (time === null) return null;
  for (let event = time.length - 1; event >= 0; event--) if (isKept(kept, event)) return time[event]! + 1;
  return null;
}

/** The first `count` events. @param count at most the number of events */
export const firstEvents = (count: number): EventPart => ({ count, of: (whole) => eventsBetween(whole, 0, count) });

/** Events number `from` up to but excluding number `to`; views of the same memory. */
export function eventsBetween(whole: Interactions, from: number, to: number): Interactions {
  const { profile, item, time, weight, kept } = whole;
  const [first, end] = [placeOf(whole, from), placeOf(whole, to)];
  return {
    profile: profile.subarray(first, end),
    item: item.subarray(first, end),
    time: time?.subarray(first, end) ?? null,
    weight: weight?.subarray(first, end) ?? null,
    ...(kept && { kept: { bits: kept.bits, first: kept.first + first, count: to - from } }),
  };
}

/** Index among the entries of the event with a given number. */
function placeOf({ profile, kept }: Interactions, number: number): number {
  if (kept === undefined || number === 0) return number;
  let place = 0;
  for (let count = 0; count < number && place < profile.length; place++) if (isKept(kept, place)) count++;
  return place;
}

/** Leaves events out. @param isOut called once for each event */
export function eventsWithout(whole: Interactions, isOut: (profile: number, item: number) => boolean): EventPart {
  const { profile, item, kept } = whole;
  const bits = new Uint8Array(Math.ceil(profile.length / 8));
  let count = 0;
  for (let event = 0; event < profile.length; event++)
    if (isKept(kept, event) && !isOut(profile[event]!, item[event]!)) {
      bits[event >> 3]! |= 1 << (event & 7);
      count++;
    }
  return { count, isOut, of: (again) => ({ ...again, kept: { bits, first: 0, count } }) };
}
