import { describe, expect, it } from 'vitest';
import type { RecordContent } from '../storage/record-file';
import { countVersions, type Versioned, withState, withStates } from './history';

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

  it('from another workspace go first, whatever date they have, and of both kinds those that came first', () => {
    const put = (content: RecordContent<Text>, key: string, value: Partial<Text>): RecordContent<Text> =>
      withState(content, key, { ...state(key.repeat(300_000), 1), ...value });
    const theirs = (at: number): Partial<Text> => ({ changedAt: '9999-12-31T23:59:59.000Z', arrivedAt: day(at) });
    let content = NOTHING;
    // The user's own is the oldest of all, and an earlier version stored theirs with the date in the future.
    for (const [key, value] of [
      ['a', { changedAt: day(0) }],
      ['b', theirs(1)],
      ['c', theirs(2)],
      ['d', { changedAt: '9999-12-31T23:59:59.000Z' }],
      ['e', theirs(3)],
      ['f', { changedAt: day(4) }],
    ] as const) {
      content = put(content, key, value);
      content = put(content, key, { text: 'now', revision: 2 });
    }
    expect([...content.earlier.keys()]).toEqual(['a', 'e', 'f']);
  });

  it('of one record are bounded alike, and one that does not count is put below the current one', () => {
    let content = NOTHING;
    for (let revision = 1; revision <= 15; revision++) content = withState(content, 'k', state('own', revision));
    content = withStates(content, (records, _, putBelow) => {
      for (let at = 0; at < 15; at++)
        putBelow('k', { ...state(`theirs ${at}`, records.get('k')!.revision + 1), arrivedAt: day(at) });
    });
    expect(content.records.get('k')).toEqual({ ...state('own', 15), revision: 45 });
    const texts = content.earlier.get('k')!.map(({ text }) => text);
    expect([texts.length, texts.filter((text) => text === 'own').length, texts.at(-1)]).toEqual([20, 14, 'theirs 14']);
    expect(countVersions(content)).toBe(21);
  });
});
