import { expect, it } from 'vitest';
import { countOf, eventsBetween, eventsWithout, firstEvents, isKept, momentAfter } from './events';
import { heldEvents } from './held-events';
import type { Interactions } from './tables';

const EVENTS: Interactions = {
  profile: Int32Array.from({ length: 20 }, (_, event) => event % 3),
  item: Int32Array.from({ length: 20 }, (_, event) => event),
  time: Int32Array.from({ length: 20 }, (_, event) => 100 + event),
  weight: null,
};
const itemsOf = ({ item, kept }: Interactions): number[] => [...item].filter((_, event) => isKept(kept, event));
const odd = eventsWithout(EVENTS, (_, item) => item % 2 === 0).of(EVENTS);

it('counts and filters the events of a part through a view, without a copy', () => {
  expect(itemsOf(odd)).toEqual([1, 3, 5, 7, 9, 11, 13, 15, 17, 19]);
  expect(countOf(odd)).toBe(10);
  expect(itemsOf(firstEvents(3).of(odd))).toEqual([1, 3, 5]);
  expect(itemsOf(eventsBetween(odd, 4, 7))).toEqual([9, 11, 13]);
  expect(
    itemsOf(eventsWithout(eventsBetween(odd, 4, 7), (_, item) => item === 11).of(eventsBetween(odd, 4, 7))),
  ).toEqual([9, 13]);
  expect(odd.item.buffer).toBe(EVENTS.item.buffer);
});

it('puts the moment of a list just after the last event of the part', () => {
  expect(momentAfter(EVENTS)).toBe(120);
  expect(momentAfter(firstEvents(3).of(odd))).toBe(106);
  expect(momentAfter(firstEvents(0).of(odd))).toBeNull();
  expect(momentAfter({ ...EVENTS, time: null })).toBeNull();
});

it('releases events with all their parts and reads them again once, but keeps a few', async () => {
  let reads = 0;
  const readAgain = async (): Promise<Interactions> => {
    reads++;
    return structuredClone(EVENTS);
  };
  const source = heldEvents(EVENTS, readAgain, 10);
  const part = source.part(firstEvents(12)).part(firstEvents(2));
  expect(await source.hold()).toBe(EVENTS);
  part.letGo();
  expect([part.count, part.hasTimes, reads]).toEqual([2, true, 0]);
  expect(itemsOf(await part.hold())).toEqual([0, 1]);
  expect(itemsOf(await source.hold())).toEqual([...EVENTS.item]);
  expect(reads).toBe(1);

  const few = heldEvents(EVENTS, readAgain, 20);
  few.letGo();
  expect(await few.hold()).toBe(EVENTS);
});
