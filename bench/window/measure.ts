/** Medians of calls, and of the same answers computed directly. */
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../src/features/contract';

export interface Measurement {
  readonly what: string;
  /** In milliseconds. */
  readonly median: number;
  readonly worst: number;
  /** The same answer without contract, sessions and formatting; null if there is none. */
  readonly direct: number | null;
}

export interface Subject {
  /** Over the wire, as the window calls it. */
  readonly client: ContractRouterClient<Contract>;
  readonly data: string;
  readonly runId: string;
}

/** @param direct measured in turn with the call, so that both see the same machine */
export async function measure(
  what: string,
  repeats: number,
  call: (turn: number) => Promise<unknown>,
  direct: ((turn: number) => unknown) | null,
): Promise<Measurement> {
  const times: number[] = [];
  const directTimes: number[] = [];
  for (let turn = 0; turn < repeats; turn++) {
    times.push(await timed(() => call(turn)));
    if (direct !== null) directTimes.push(await timed(async () => direct(turn)));
  }
  return {
    what,
    median: median(times),
    worst: Math.max(...times),
    direct: direct === null ? null : median(directTimes),
  };
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export const median = (times: readonly number[]): number =>
  times.toSorted((left, right) => left - right)[times.length >> 1]!;
