/** Holds events in memory while they are needed, releases them afterwards, and derives histories and counts from them. */
import { countOf, eventsBetween, eventsWithout, firstEvents, isKept, momentAfter } from './events';
import { buildHistories, hasColumn, placeOfColumn } from './histories';
import type { EventSource, Histories, HistoriesInMemory, Interactions, Shape } from './tables';

/** Fewer events than this stay in memory (some 12 MB): reading them again takes as long as some training steps. */
const FEW = 1 << 20;

/**
 * Events held until they are released.
 * @param readAgain reads the same events again; without it they are never released
 * @param few so many events or fewer are never released
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

const sourceOf = (source: Pick<EventSource, 'count' | 'hasTimes' | 'hold' | 'letGo'>): EventSource => ({
  ...source,
  part: (part) => sourceOf({ ...source, count: part.count, hold: async () => part.of(await source.hold()) }),
  histories: async ({ profiles, items }, counting) => buildHistories(await source.hold(), profiles, items, counting),
  without: async (isOut) => eventsWithout(await source.hold(), isOut),
  watchedAfter: async (count, shape) => watchedAfter(await source.hold(), count, shape),
  now: async () => momentAfter(await source.hold()),
  eachLatest: async (histories, visit) => {
    const events = await source.hold();
    forEachLatest(events, inMemory(histories), (event) => visit(events.item[event]!, events.time?.[event] ?? null));
  },
});

function watchedAfter(whole: Interactions, count: number, { profiles, items }: Shape): HistoriesInMemory {
  const known = buildHistories(firstEvents(count).of(whole), profiles, items, 'binary');
  const after = buildHistories(eventsBetween(whole, count, countOf(whole)), profiles, items, 'binary');
  const offsets = new Int32Array(profiles + 1);
  const kept = new Int32Array(after.indices.length);
  let length = 0;
  for (let row = 0; row < profiles; row++) {
    if (known.offsets[row]! < known.offsets[row + 1]!)
      for (let entry = after.offsets[row]!; entry < after.offsets[row + 1]!; entry++) {
        const item = after.indices[entry]!;
        if (!hasColumn(known, row, item)) kept[length++] = item;
      }
    offsets[row + 1] = length;
  }
  return { rows: profiles, columns: items, offsets, indices: kept.slice(0, length), values: null };
}

const inMemory = ({ indices, ...rows }: Histories): HistoriesInMemory => ({
  ...rows,
  indices: indices.subarray(0, indices.length),
  values: null,
});

/** @param visit receives indices into the arrays of the events */
function forEachLatest(
  { profile, item, kept }: Interactions,
  histories: HistoriesInMemory,
  visit: (event: number) => void,
): void {
  const isSeen = new Uint8Array(histories.indices.length);
  for (let event = profile.length - 1; event >= 0; event--) {
    if (!isKept(kept, event)) continue;
    const position = placeOfColumn(histories, profile[event]!, item[event]!);
    if (isSeen[position] === 1) continue;
    isSeen[position] = 1;
    visit(event);
  }
}
