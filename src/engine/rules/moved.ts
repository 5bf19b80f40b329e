/** Sorts the titles of a list as its rules move them up and down. */
import type { RulesOfProfile } from './prepared-rules';

/** A title that may be listed, and its position after the moves. */
export interface Candidate {
  readonly column: number;
  readonly shift: number;
  /** Its rank without removed titles, less its shift. */
  readonly key: number;
}

/**
 * Sorted by the moves. Watched titles that only fill up stay behind the others, and are not moved.
 * @param remaining columns of the ranking without removed titles, best first
 */
export function moved(
  remaining: readonly number[],
  { shift, movedBy }: Pick<RulesOfProfile, 'shift' | 'movedBy'>,
  isWatchedOut: (column: number) => boolean,
): Candidate[] {
  const isMoved = movedBy.size > 0 && remaining.some((column) => shift[column] !== 0);
  const candidates = remaining.map((column, place): Candidate => {
    const by = isMoved && !isWatchedOut(column) ? shift[column]! : 0;
    return { column, shift: by, key: place - by };
  });
  if (!isMoved) return candidates;
  const isBehind = ({ column }: Candidate): number => (isWatchedOut(column) ? 1 : 0);
  return candidates.sort(
    (left, right) =>
      isBehind(left) - isBehind(right) ||
      left.key - right.key ||
      right.shift - left.shift ||
      left.key + left.shift - (right.key + right.shift),
  );
}
