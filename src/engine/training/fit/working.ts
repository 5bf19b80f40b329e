/** Publishes where the time of a run goes; bench/stages subscribes, the program does not. */
import { channel } from 'node:diagnostics_channel';

/** The kinds of work in a run. */
export const WORKS = [
  'reading',
  'fitting',
  'epochs',
  'validation',
  'windows',
  'companions',
  'shares',
  'hashing',
  'storing',
  'test',
  'lists',
] as const;
type Work = (typeof WORKS)[number];

/** Published when a piece of work begins and when it ends. */
export interface WorkMessage {
  readonly work: Work;
  readonly at: 'begin' | 'end';
}

export const WORK_CHANNEL = 'shelfwise.work';
const listeners = channel(WORK_CHANNEL);

/** Does a piece of work, and publishes its beginning and end. */
export async function working<Result>(work: Work, of: () => Result | Promise<Result>): Promise<Result> {
  listeners.publish({ work, at: 'begin' } satisfies WorkMessage);
  try {
    return await of();
  } finally {
    listeners.publish({ work, at: 'end' } satisfies WorkMessage);
  }
}
