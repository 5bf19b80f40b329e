/** Parts of events without copies of them. */
import type { EventPart, Interactions, KeptEvents } from './tables';

/** Events that are meant: those that are kept, where not all are. */
export const countOf = ({ profile, kept }: Interactions): number => kept?.count ?? profile.length;

/** Whether an entry is among those that are kept. */
export const isKept = (kept: KeptEvents | undefined, event: number): boolean =>
  kept === undefined || ((kept.bits[(kept.first + event) >> 3]! >> ((kept.first + event) & 7)) & 1) === 1;

/** One second after the last event: the moment that recommendations are made for; null without times. */
export function momentAfter({ time, kept }: Interactions): number | null {
  if (time === null) return null;
  for (let event = time.length - 1; event >= 0; event--) if (isKept(kept, event)) return time[event]! + 1;
  return null;
}

/** The first events. @param count at most as many as there are */
export const firstEvents = (count: number): EventPart => ({ count, of: (whole) => eventsBetween(whole, 0, count) });

/** From the event with this number on to the one before another; views of the same memory. */
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

/** Where the event with a number stands among the entries. */
function placeOf({ profile, kept }: Interactions, number: number): number {
  if (kept === undefined || number === 0) return number;
  let place = 0;
  for (let count = 0; count < number && place < profile.length; place++) if (isKept(kept, place)) count++;
  return place;
}

/** Those that are not left out. @param isOut asked once of each of the events */
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
