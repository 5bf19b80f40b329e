/** How long to wait between two polls of a cluster, and for one that does not answer. */
import { setTimeout as sleep } from 'node:timers/promises';
import { toShelfwiseError } from '../../../shared/errors';
import { isAway, isStranger } from './http';

/** Milliseconds between two polls, first and most: doubled each time that there is no news. */
const LOOK = { first: 250, most: 2000 };
const AWAY = { first: 500, most: 15_000 };

/** @param before the previous wait; null after news */
export const nextLook = (before: number | null): number =>
  before === null ? LOOK.first : Math.min(LOOK.most, 2 * before);

/** Ends early on abort. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal }).catch(() => undefined);

interface Patience {
  readonly signal: AbortSignal;
  /** Whether the cluster may have something of ours; before that, this does not wait for it. */
  readonly isThere: () => boolean;
  readonly isWanted: () => boolean;
  /** Called each time that the cluster did not answer. */
  readonly onAway: () => void;
}

/** Waits for a cluster that does not answer, or behind a proxy that answers instead, and reports it. @throws what `work` throws otherwise */
export async function patiently(
  { signal, isThere, isWanted, onAway }: Patience,
  work: () => Promise<void>,
): Promise<void> {
  for (let wait = AWAY.first; ; wait = Math.min(AWAY.most, 2 * wait)) {
    try {
      return await work();
    } catch (thrown) {
      const isAbsent = isAway(thrown) || (isStranger(thrown) && isThere());
      // While a profile is being forgotten here, no data about profiles is placed.
      const isBusy = toShelfwiseError(thrown).code === 'busy' && isThere();
      if (!(isAbsent || isBusy) || !isWanted()) throw thrown;
      if (isAbsent) onAway();
      await pause(wait, signal);
    }
  }
}
