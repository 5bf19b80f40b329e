/** One bar for a whole refresh: each step tells its own progress from 0 on, which looked as if it began again. */
import type { Progress } from '../../../shared/contract/progress';

/** What share of a refresh a step takes, about: training is nearly all of it. */
const SPANS: Readonly<Record<string, readonly [number, number]>> = {
  look: [0, 0.02],
  read: [0.02, 0.05],
  clean: [0.05, 0.07],
  write: [0.07, 0.09],
  fingerprint: [0.09, 0.1],
  train: [0.1, 0.85],
  unit: [0.1, 0.85],
  away: [0.1, 0.85],
  lists: [0.85, 0.87],
  again: [0.87, 0.93],
  outcome: [0.93, 0.95],
  checks: [0.95, 0.98],
  export: [0.98, 1],
};

/** @returns a listener to the steps, which tells `onProgress` of the whole; it never goes back, and no step that is done says that the whole is */
export function overallProgress(onProgress: (progress: Progress) => void): (progress: Progress) => void {
  let reached = 0;
  return ({ phase, detail, done, total }) => {
    if (phase === 'done') return;
    const [from, to] = SPANS[phase] ?? [reached, reached];
    reached = Math.max(reached, from + (to - from) * (total > 0 ? Math.min(1, done / total) : 0));
    onProgress({ phase, detail, done: reached, total: 1 });
  };
}
