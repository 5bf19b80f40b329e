import { expect, test } from 'vitest';
import { changesIn, type ClusterEvent, EventsOfLog } from './events';

const line = (event: object): string => `shelfwise ${JSON.stringify(event)}\n`;
const begun = (unit: string): string => line({ event: 'begun', unit, node: 'a' });
const unitsOf = (events: Iterable<ClusterEvent>): string[] =>
  Array.from(events, (event) => ('unit' in event ? event.unit : event.event));

test('yields each event of a growing log once, and its last line when it is complete', () => {
  const events = new EventsOfLog();
  const log = `Running\n${begun('u1')}shelfwise {"event":"nothing of ours"}\n${begun('u2')}`;
  expect(unitsOf(events.in(log + begun('u3').slice(0, 20)))).toEqual(['u1', 'u2']);
  expect(unitsOf(events.in(`${log}${begun('u3')}`))).toEqual(['u3']);
  expect(unitsOf(events.in(`${log}${begun('u3')}`))).toEqual([]);
});

test('yields an event again if its reader stopped at it', () => {
  const events = new EventsOfLog();
  const log = begun('u1') + begun('u2') + begun('u3');
  expect(() => {
    for (const event of events.in(log)) if ('unit' in event && event.unit === 'u2') throw new Error('away');
  }).toThrow('away');
  expect(unitsOf(events.in(log))).toEqual(['u2', 'u3']);
});

test('finds the results of units without parsing their progress, as the driver and others write it', () => {
  const progress = { event: 'progress', unit: 'u1', text: 'epoch 1', fraction: 0.5 };
  const asDriver = 'shelfwise {"n": 12, "event": "progress", "unit": "u1", "text": "epoch 1"}\n';
  const stopped = 'shelfwise {"n": 13, "event": "stopped", "unit": "u2"}\n';
  expect(unitsOf(changesIn(begun('u1') + asDriver + line(progress) + stopped + begun('u3').trimEnd()))).toEqual([
    'u1',
    'u2',
  ]);
});
