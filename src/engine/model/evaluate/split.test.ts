import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { say } from '../../../shared/words/sentence';
import { eventsBetween, isKept } from '../../data/events';
import { heldEvents } from '../../data/held-events';
import type { Histories, Interactions } from '../../data/tables';
import { RandomStream } from '../random';
import { RANDOM_MINIMUM_ITEMS, splitEvents, type Split, type SplitOptions } from './split';

const SHAPE = { profiles: 6, items: 12 };

interface Event {
  profile: number;
  item: number;
  time: number;
}

const someEvents = fc.array(
  fc.record({
    profile: fc.integer({ min: 0, max: SHAPE.profiles - 1 }),
    item: fc.integer({ min: 0, max: SHAPE.items - 1 }),
    time: fc.integer({ min: 0, max: 30 }),
  }),
  // Of the size that is asked for: some ten events never fill the history of a profile.
  { maxLength: 120, size: 'max' },
);
const someShare = fc.double({ min: 0.01, max: 0.5, noNaN: true });

/** In order of (time, profile, item); the weight names the event. */
function interactionsOf(events: Event[], withTimes = true): Interactions {
  const ordered = [...events].sort(
    (left, right) => left.time - right.time || left.profile - right.profile || left.item - right.item,
  );
  return {
    profile: Int32Array.from(ordered, ({ profile }) => profile),
    item: Int32Array.from(ordered, ({ item }) => item),
    time: withTimes ? Float64Array.from(ordered, ({ time }) => time) : null,
    weight: Float32Array.from(ordered, (_, event) => event + 1),
  };
}

/** Every profile watches every item. */
const everythingWatched: Event[] = Array.from({ length: SHAPE.profiles * SHAPE.items }, (_, event) => ({
  profile: event % SHAPE.profiles,
  item: Math.floor(event / SHAPE.profiles),
  time: event,
}));

const splitOf = (events: Interactions, options: SplitOptions): Promise<Split> =>
  splitEvents(heldEvents(events), SHAPE, options);

const streamOf = (seed = 1): RandomStream => new RandomStream(seed, 'split/test');
const setsOf = (rows: Histories): number[][] =>
  Array.from({ length: rows.rows }, (_, row) => [...rows.indices.subarray(rows.offsets[row]!, rows.offsets[row + 1]!)]);
const watchedIn = ({ profile, item, kept }: Interactions, row: number): Set<number> =>
  new Set([...item].filter((_, event) => isKept(kept, event) && profile[event] === row));
/** Values of the events in the part. */
const keptOf = (values: Iterable<number>, { kept }: Interactions): number[] =>
  [...values].filter((_, event) => isKept(kept, event));
const ascending = (values: Iterable<number>): number[] => [...values].sort((left, right) => left - right);

describe('a split by time', () => {
  it('holds out the last share of the events, and as targets what was not watched before', async () => {
    await fc.assert(
      fc.asyncProperty(someEvents, someShare, async (events, share) => {
        const all = interactionsOf(events);
        const split = await splitOf(all, { protocol: 'time', share, random: streamOf() });
        const { targets, protocol, note } = split;
        const train = split.train.of(all);
        const trainEvents = events.length - Math.round(events.length * share);
        expect([...train.weight!]).toEqual([...all.weight!.subarray(0, trainEvents)]);
        expect([...train.time!]).toEqual([...all.time!.subarray(0, trainEvents)]);
        setsOf(targets).forEach((items, row) => {
          const before = watchedIn(train, row);
          const after = [...all.item].filter((_, event) => event >= trainEvents && all.profile[event] === row);
          const expected = before.size === 0 ? [] : ascending(new Set(after.filter((item) => !before.has(item))));
          expect(items).toEqual(expected);
        });
        expect({ protocol, note }).toEqual({ protocol: 'time', note: null });
      }),
    );
  });
});

describe('a split at random', () => {
  it('holds out of each profile with enough items the rounded share, with all events of those items', async () => {
    await fc.assert(
      fc.asyncProperty(someEvents, someShare, fc.integer({ min: 0, max: 9 }), async (events, share, seed) => {
        const all = interactionsOf(events);
        const split = await splitOf(all, { protocol: 'random', share, random: streamOf(seed) });
        const { targets } = split;
        const train = split.train.of(all);
        setsOf(targets).forEach((items, row) => {
          const whole = watchedIn(all, row);
          const kept = watchedIn(train, row);
          const expected = whole.size < RANDOM_MINIMUM_ITEMS ? 0 : Math.max(1, Math.round(share * whole.size));
          expect(items).toHaveLength(expected);
          expect(items).toEqual(ascending(items));
          expect(items.filter((item) => kept.has(item))).toEqual([]);
          expect(ascending([...items, ...kept])).toEqual(ascending(whole));
        });
        const trainOrder = keptOf(train.weight!, train);
        expect(split.train.count).toBe(trainOrder.length);
        expect(trainOrder).toEqual(ascending(trainOrder));
        const heldOut = [...all.weight!].filter((weight) => !trainOrder.includes(weight));
        for (const weight of heldOut)
          expect(setsOf(targets)[all.profile[weight - 1]!]).toContain(all.item[weight - 1]!);
      }),
    );
  });

  it('is the same for the same seed and different for another', async () => {
    const all = interactionsOf(everythingWatched);
    const targetsOf = async (seed: number): Promise<number[][]> =>
      setsOf((await splitOf(all, { protocol: 'random', share: 0.3, random: streamOf(seed) })).targets);
    expect(await targetsOf(1)).toEqual(await targetsOf(1));
    expect(await targetsOf(1)).not.toEqual(await targetsOf(2));
  });
});

describe('what a profile gives up at random', () => {
  const all = interactionsOf(everythingWatched);
  const random = (share: number, of = all, more: Partial<SplitOptions> = {}): Promise<Split> =>
    splitOf(of, { protocol: 'random', share, random: streamOf(), ...more });

  it('is one title at least, of five titles at least', async () => {
    const items = (count: number): Interactions =>
      interactionsOf(everythingWatched.filter(({ item, profile }) => item < count && profile === 0));
    expect((await random(0.01, items(RANDOM_MINIMUM_ITEMS))).targets.indices).toHaveLength(1);
    expect((await random(0.5, items(RANDOM_MINIMUM_ITEMS - 1))).targets.indices).toHaveLength(0);
    expect((await random(0.25)).targets.indices).toHaveLength(SHAPE.profiles * 3);
  });

  it('does not depend on profiles with too few titles', async () => {
    const few = everythingWatched.filter(({ item, profile }) => profile !== 0 || item < RANDOM_MINIMUM_ITEMS - 1);
    const none = everythingWatched.filter(({ profile }) => profile !== 0);
    const [withFew, without] = [await random(0.25, interactionsOf(few)), await random(0.25, interactionsOf(none))];
    expect(setsOf(withFew.targets)).toEqual(setsOf(without.targets));
  });

  it('is drawn from given histories, which stay as they are', async () => {
    const histories = await heldEvents(all).histories(SHAPE, 'binary');
    const before = setsOf(histories);
    expect(setsOf((await random(0.25, all, { histories })).targets)).toEqual(setsOf((await random(0.25)).targets));
    expect(setsOf(histories)).toEqual(before);
  });
});

describe('a split of the rest of a random split', () => {
  it('equals that of the same events without the others between them', async () => {
    await fc.assert(
      fc.asyncProperty(
        someEvents,
        someShare,
        fc.constantFrom('time' as const, 'random' as const),
        async (events, share, protocol) => {
          const all = interactionsOf(events);
          const { train: rest } = await splitOf(all, { protocol: 'random', share: 0.3, random: streamOf() });
          const left = rest.of(all);
          const copied: Interactions = {
            profile: Int32Array.from(keptOf(left.profile, left)),
            item: Int32Array.from(keptOf(left.item, left)),
            time: Float64Array.from(keptOf(left.time!, left)),
            weight: Float32Array.from(keptOf(left.weight!, left)),
          };
          const seen = async (of: Interactions): Promise<object> => {
            const { train, targets } = await splitOf(of, { protocol, share, random: streamOf(2) });
            const part = train.of(of);
            const half = eventsBetween(part, Math.floor(train.count / 2), train.count);
            return {
              targets,
              count: train.count,
              weights: keptOf(part.weight!, part),
              half: keptOf(half.weight!, half),
            };
          };
          expect(await seen(left)).toEqual(await seen(copied));
        },
      ),
    );
  });
});

describe('a split by time of data without times', () => {
  it('becomes a random one and says why', async () => {
    const all = interactionsOf(everythingWatched, false);
    const byTime = await splitOf(all, { protocol: 'time', share: 0.2, random: streamOf() });
    const atRandom = await splitOf(all, { protocol: 'random', share: 0.2, random: streamOf() });
    expect(byTime.targets).toEqual(atRandom.targets);
    expect(byTime.train.of(all)).toEqual(atRandom.train.of(all));
    expect(byTime.note).toEqual(say('split.no-times'));
    expect(byTime.protocol).toBe('random');
    expect(byTime.train.of(all).time).toBeNull();
  });
});

it('has nothing to split and no targets without events', async () => {
  for (const protocol of ['time', 'random'] as const) {
    const { train, targets } = await splitOf(interactionsOf([]), {
      protocol,
      share: 0.2,
      random: streamOf(),
    });
    expect(train.count).toBe(0);
    expect(targets.indices).toHaveLength(0);
    expect(targets.offsets).toHaveLength(SHAPE.profiles + 1);
  }
});
