/** How many trainers there are cores and memory for, beside one another. */
import { THREADS } from '../../machine/environment/threads';

/** Cores of a trainer where there are more than two: half of a fit is one thread's work. */
export const CORES = 2;
/** Each reads the data, and makes anew what rows have in common. */
const MOST_PROCESSES = 8;
/** Of the free memory, what all processes together may take. */
const MEMORY_SHARE = 0.5;

/**
 * How many trainers there are cores and memory for, beside one another.
 * @param memory of one, in bytes
 */
export const trainersFor = (memory: number, threads: number, freeMemory: number): number =>
  Math.min(
    MOST_PROCESSES,
    Math.max(1, threads < 2 * CORES ? threads : Math.floor(threads / CORES)),
    Math.max(1, Math.floor((MEMORY_SHARE * freeMemory) / memory)),
  );

/** Variables by which each of so many trainers takes its share of the threads; a run has the same bits with any number. */
export const shareOfThreads = (threads: number, trainers: number): Record<string, string> =>
  trainers === 1 ? {} : { [THREADS]: String(Math.max(1, Math.floor(threads / trainers))) };
