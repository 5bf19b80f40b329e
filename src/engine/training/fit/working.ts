/** Where the time of a run goes, told to whoever listens: bench/stages does, the program does not. */
import { channel } from 'node:diagnostics_channel';

/** What a run does. */
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
export type Work = (typeof WORKS)[number];

/** Told of a piece of work as it begins and as it ends. */
export interface WorkMessage {
  readonly work: Work;
  readonly at: 'begin' | 'end';
}

export const WORK_CHANNEL = 'shelfwise.work';
const listeners = channel(WORK_CHANNEL);

/** Does a piece of work, and tells of it. */
export async function working<Result>(work: Work, of: () => Result | Promise<Result>): Promise<Result> {
  listeners.publish({ work, at: 'begin' } satisfies WorkMessage);
  try {
    return await of();
  } finally {
    listeners.publish({ work, at: 'end' } satisfies WorkMessage);
  }
}
