import { describe, expect, it } from 'vitest';
import type { RecordContent } from '../storage/record-file';
import { type Versioned, withState, withStates } from './history';

interface Text extends Versioned {
  readonly text: string;
}

const NOTHING: RecordContent<Text> = { records: new Map(), earlier: new Map() };
const day = (number: number): string => new Date(Date.UTC(2026, 0, 1 + number)).toISOString();
const state = (text: string, revision: number): Text => ({ text, revision, changedAt: day(revision) });

describe('states', () => {
  it('give the same content put at once as one by one, even beyond the limit of a history', () => {
    const puts = Array.from(
      { length: 60 },
      (_, at) => [`k${at % 4}`, state(String(at).repeat(30_000), 1 + at)] as const,
    );
    let oneByOne = NOTHING;
    for (const [key, value] of puts) oneByOne = withState(oneByOne, key, value);
    const atOnce = withStates(NOTHING, (_, put) => {
      for (const [key, value] of puts) put(key, value);
    });
    const kept = [...oneByOne.earlier.values()].flat();
    expect(kept.length).toBeGreaterThan(10);
    expect(kept.length).toBeLessThan(56);
    expect(atOnce).toEqual(oneByOne);
  });

  it('are each measured once when put at once', () => {
    let measured = 0;
    const counted = (revision: number): Text =>
      Object.assign(state('x', revision), { toJSON: () => ({ measured: ++measured }) });
    const many = 2000;
    const before: RecordContent<Text> = {
      records: new Map(Array.from({ length: many }, (_, at) => [`k${at}`, counted(1)])),
      earlier: new Map(),
    };
    const { earlier, records } = withStates(before, (_, put) => {
      for (const key of before.records.keys()) put(key, state('y', 2));
    });
    expect([earlier.size, records.size, measured]).toEqual([many, many, many]);
  });

  it('return the same object if none is put', () => expect(withStates(NOTHING, () => undefined)).toBe(NOTHING));

  it('of the same time keep the order in which they came', () => {
    const long = (text: string): Text => ({ text: text.repeat(400_000), revision: 1, changedAt: null });
    let content = NOTHING;
    for (const key of ['a', 'b', 'c', 'd']) {
      content = withState(content, key, long(key));
      content = withState(content, key, { ...long('z'), revision: 2 });
    }
    expect([...content.earlier.keys()]).toEqual(['c', 'd']);
  });
});
