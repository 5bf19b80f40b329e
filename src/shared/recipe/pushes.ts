/**
 * Pushes along latent directions as one text of a recipe: "1:2 4:-0.5" pushes along the first direction by two standard
 * deviations, and against the fourth by half of one. Directions count from 1, as in the window; ascending, each once.
 */
import { MOST_DIRECTIONS } from '../limits';

export interface Push {
  /** Counted from 0. */
  readonly direction: number;
  /** In standard deviations of that direction over the profiles. */
  readonly amount: number;
}

const MOST_PUSHED = 5;
const ONE = String.raw`[1-9]\d?:-?\d(\.\d{1,20})?`;
export const PUSHES_PATTERN = `^(${ONE}( ${ONE})*)?$`;
/** In characters. */
export const LONGEST_PUSHES = MOST_DIRECTIONS * 28;

/** @param text that matches the pattern */
export const pushesOf = (text: string): Push[] =>
  text === ''
    ? []
    : text.split(' ').map((part) => {
        const [number, amount] = part.split(':').map(Number);
        return { direction: number! - 1, amount: amount! };
      });

/** Whether a matching text names possible directions, ascending and each once, with amounts in range. */
export const arePushes = (text: string): boolean =>
  pushesOf(text).every(
    ({ direction, amount }, place, all) =>
      direction < MOST_DIRECTIONS && Math.abs(amount) <= MOST_PUSHED && direction > (all[place - 1]?.direction ?? -1),
  );

/** Adds both: amounts along one direction are summed, zero ones dropped. Ascending. */
export function summedPushes(some: readonly Push[], others: readonly Push[]): Push[] {
  const amounts = new Map<number, number>();
  for (const { direction, amount } of [...some, ...others])
    amounts.set(direction, (amounts.get(direction) ?? 0) + amount);
  return Array.from(amounts, ([direction, amount]) => ({ direction, amount }))
    .filter(({ amount }) => amount !== 0)
    .sort((left, right) => left.direction - right.direction);
}

/** Null if a recipe cannot hold them: an amount is out of range. */
export function pushesText(pushes: readonly Push[]): string | null {
  const text = pushes.map(({ direction, amount }) => `${direction + 1}:${amount}`).join(' ');
  return new RegExp(PUSHES_PATTERN).test(text) && arePushes(text) ? text : null;
}
