/** The cost of a piece of work, in seconds of a core of the machine on which the costs were measured. */

export interface CoreSeconds {
  /** Seconds of a core, shared among all threads. */
  readonly shared: number;
  /** Seconds of a core while the others wait. */
  readonly alone: number;
}

/** What all threads share, from nanoseconds of a core. */
export const ofAllThreads = (nanoseconds: number): CoreSeconds => ({ shared: nanoseconds / 1e9, alone: 0 });

/** What one thread does while the others wait, from nanoseconds. */
export const ofOneThread = (nanoseconds: number): CoreSeconds => ({ shared: 0, alone: nanoseconds / 1e9 });

export const NO_SECONDS: CoreSeconds = { shared: 0, alone: 0 };

/** The sum of several costs. */
export const plus = (...costs: readonly CoreSeconds[]): CoreSeconds => ({
  shared: costs.reduce((sum, { shared }) => sum + shared, 0),
  alone: costs.reduce((sum, { alone }) => sum + alone, 0),
});

/** The cost of a piece of work that is done several times. */
export const times = (factor: number, { shared, alone }: CoreSeconds): CoreSeconds => ({
  shared: factor * shared,
  alone: factor * alone,
});

/** Wall-clock seconds with a number of threads. */
export const clockSeconds = ({ shared, alone }: CoreSeconds, threads: number): number => alone + shared / threads;

/** Seconds of all cores together. */
export const processorSeconds = ({ shared, alone }: CoreSeconds): number => shared + alone;
