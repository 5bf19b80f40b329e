/** Parts of events without copies of them, and events that are let go while nobody needs them. */
import type { EventPart, EventSource, Interactions, KeptEvents } from './tables';

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
  return { count, of: (again) => ({ ...again, kept: { bits, first: 0, count } }) };
}

/** Fewer are kept when they are let go: some 12 MB, and reading them again takes as long as some steps of training. */
const FEW = 1 << 20;

/**
 * Events that are held until they are let go.
 * @param readAgain the same events; without it they are never let go
 * @param few so many are not let go either
 */
export function heldEvents(
  events: Interactions,
  readAgain?: () => Promise<Interactions>,
  few: number = FEW,
): EventSource {
  let held: Interactions | null = events;
  const [count, hasTimes] = [countOf(events), events.time !== null];
  return sourceOf({
    count,
    hasTimes,
    hold: async () => (held ??= await readAgain!()),
    letGo: () => {
      if (readAgain !== undefined && count > few) held = null;
    },
  });
}

const sourceOf = (source: Omit<EventSource, 'part'>): EventSource => ({
  ...source,
  part: (part) => sourceOf({ ...source, count: part.count, hold: async () => part.of(await source.hold()) }),
});
