/** How a tuning changed a list, per row and in total; and the lengths of score bars. */
import type { TunedItem, TunedList } from '../../../shared/contract/tuning';

/** What a list is compared with: itself as it was before, or that of another run, before which it is not. */
export type Against = 'change' | 'runs';

type Movement = { kind: 'up' | 'down'; by: number } | { kind: 'new' } | { kind: 'same' };

export function movementOf({ rank, before }: Pick<TunedItem, 'rank' | 'before'>): Movement {
  if (before === null) return { kind: 'new' };
  if (before === rank) return { kind: 'same' };
  return before > rank ? { kind: 'up', by: before - rank } : { kind: 'down', by: rank - before };
}

export function movementSum({ items, gone }: Pick<TunedList, 'items' | 'gone'>): {
  up: number;
  down: number;
  entered: number;
  gone: number;
} {
  const kinds = items.map((item) => movementOf(item).kind);
  const count = (wanted: Movement['kind']): number => kinds.filter((kind) => kind === wanted).length;
  return { up: count('up'), down: count('down'), entered: count('new'), gone: gone.length };
}

/**
 * Bar lengths as shares of the longest; 0 for a title without a score. Negative scores are measured from slightly below
 * the least one, so that it has a bar too.
 */
export function barShares(scores: readonly (number | null)[]): number[] {
  const known = scores.filter((score) => score !== null);
  const [most, least] = [Math.max(...known), Math.min(...known)];
  const floor = least >= 0 ? 0 : least - (most - least) * 0.1;
  const span = most - floor;
  return scores.map((score) => (score === null ? 0 : span > 0 ? (score - floor) / span : 1));
}
