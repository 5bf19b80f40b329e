import { describe, expect, it } from 'vitest';
import { type Judged, verdictOf } from './verdict';

const PROFILES = 60;
/** Scores that differ between profiles far more than between runs, as in every data set. */
const run = (runId: string, seconds: number, gain: (profile: number) => number): Judged => ({
  runId,
  seconds,
  scores: Array.from({ length: PROFILES }, (_, profile) => (profile % 7) / 10 + gain(profile)),
});
/** Wins as often as it loses. */
const chance = (profile: number): number => (profile % 2 === 0 ? 0.05 : -0.04);

describe('the run to use', () => {
  it('is the best one if it is better beyond chance, however long it took', () => {
    expect(verdictOf([run('quick', 4, () => 0), run('slow', 400, () => 0.02)])).toEqual({
      kind: 'better',
      use: 'slow',
      best: 'slow',
      level: [],
      profiles: PROFILES,
    });
  });

  it('is a quicker one that is level with the best', () => {
    expect(verdictOf([run('slow', 110, chance), run('quick', 40, () => 0), run('worse', 1, () => -0.1)])).toEqual({
      kind: 'quicker',
      use: 'quick',
      best: 'slow',
      level: ['quick'],
      profiles: PROFILES,
    });
  });

  it('is the best one if the quicker one saves only seconds', () => {
    expect(verdictOf([run('slow', 18, chance), run('quick', 5, () => 0)])).toMatchObject({
      kind: 'level',
      use: 'slow',
    });
  });

  it('is the best of several level ones that took about as long', () => {
    expect(verdictOf([run('first', 10, () => 0), run('second', 11, chance)])).toMatchObject({
      kind: 'level',
      use: 'second',
      level: ['first'],
    });
  });

  it('cannot be told by one test profile', () => {
    const only = (runId: string, score: number): Judged => ({ runId, seconds: 1, scores: [score] });
    expect(verdictOf([only('first', 0.1), only('second', 0.9)])).toBeNull();
  });
});
