/** Publishes where the time of a run goes; bench/stages subscribes, the program does not. */
import { channel } from 'node:diagnostics_channel';

/** The parts of a run whose time is measured. */
export const PARTS = [
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
type Part = (typeof PARTS)[number];

/** Published when a part begins and when it ends. */
export interface PartMessage {
  readonly part: Part;
  readonly at: 'begin' | 'end';
}

export const PART_CHANNEL = 'shelfwise.part';
const listeners = channel(PART_CHANNEL);

/** Does a part of a run, and publishes its beginning and end. */
export async function timed<Result>(part: Part, of: () => Result | Promise<Result>): Promise<Result> {
  listeners.publish({ part, at: 'begin' } satisfies PartMessage);
  try {
    return await of();
  } finally {
    listeners.publish({ part, at: 'end' } satisfies PartMessage);
  }
}
