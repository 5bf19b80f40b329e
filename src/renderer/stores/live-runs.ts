/** Progress of the runs in training, from their watches. Epochs go to the query cache. */
import { create } from 'zustand';
import type { RunProgress } from '../../shared/contract/run';

interface LiveRun {
  progress: RunProgress;
  /** When this window first saw the run, and its progress then: the pace since gives the time left. */
  seenAt: number;
  seenFraction: number;
  stopping: boolean;
}

export const useLiveRuns = create<{ live: Record<string, LiveRun> }>()(() => ({ live: {} }));

export const tellProgress = (progress: RunProgress, now: number): void =>
  useLiveRuns.setState(({ live }) => {
    const known = live[progress.runId];
    const next: LiveRun = known
      ? { ...known, progress }
      : { progress, seenAt: now, seenFraction: progress.fraction, stopping: false };
    return { live: { ...live, [progress.runId]: next } };
  });

export const tellStopping = (runId: string, stopping: boolean): void =>
  useLiveRuns.setState(({ live }) => {
    const known = live[runId];
    return known === undefined ? { live } : { live: { ...live, [runId]: { ...known, stopping } } };
  });

export const forgetLiveRun = (runId: string): void =>
  useLiveRuns.setState(({ live }) => {
    const { [runId]: _, ...others } = live;
    return { live: others };
  });

export const useLiveRun = (runId: string): LiveRun | null => useLiveRuns(({ live }) => live[runId] ?? null);

/**
 * Seconds left: by the estimate of the whole while little is done, and the more is done, by the pace so far. Null without an estimate and with too
 * little progress (under a second, or under two per cent).
 * @param done shares of the whole, 0 to 1
 * @param likely seconds that the whole is estimated to take; null without an estimate
 */
export function secondsLeft(
  done: { from: number; to: number },
  seconds: number,
  likely: number | null = null,
): number | null {
  const gained = done.to - done.from;
  const left = 1 - done.to;
  const atPace = gained < 0.02 || seconds < 1 ? null : (left / gained) * seconds;
  if (likely === null) return atPace === null ? null : Math.ceil(atPace);
  const expected = left * likely;
  return Math.ceil(atPace === null ? expected : done.to * atPace + left * expected);
}
