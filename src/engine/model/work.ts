/** Work, in seconds on the machine on which the costs were measured. */

export interface Work {
  /** Seconds of a core, shared among all threads. */
  readonly shared: number;
  /** Seconds of a core while the others wait. */
  readonly alone: number;
}

/** Work that all threads share, from nanoseconds of a core. */
export const ofAllThreads = (nanoseconds: number): Work => ({ shared: nanoseconds / 1e9, alone: 0 });

/** Work that one thread does while the others wait, from nanoseconds. */
export const ofOneThread = (nanoseconds: number): Work => ({ shared: 0, alone: nanoseconds / 1e9 });

export const NO_WORK: Work = { shared: 0, alone: 0 };

/** The sum of several works. */
export const plus = (...works: readonly Work[]): Work => ({
  shared: works.reduce((sum, { shared }) => sum + shared, 0),
  alone: works.reduce((sum, { alone }) => sum + alone, 0),
});

/** A work done several times. */
export const times = (factor: number, { shared, alone }: Work): Work => ({
  shared: factor * shared,
  alone: factor * alone,
});

/** Wall-clock seconds with a number of threads. */
export const clockSeconds = ({ shared, alone }: Work, threads: number): number => alone + shared / threads;

/** Seconds of all cores together. */
export const processorSeconds = ({ shared, alone }: Work): number => shared + alone;
