/** A limit under which a check that flags too many lists to read flags few enough. */
import type { Answer, Finding } from './checked';

/** The share of the lists above which a check is offered a stricter limit, and the share that this limit may leave. */
const TOO_MANY = 0.1;
const FEW_ENOUGH = 0.05;

/** Whether a check flags too many lists to read. */
export const isTooMany = (flagged: number, lists: number): boolean => flagged > TOO_MANY * lists;

export interface StricterLimit {
  readonly limit: number;
  /** What the check would find. */
  readonly findings: readonly Finding[];
}

interface Flagging {
  /** Under the present limit; null for a check that is off. */
  readonly answer: Answer | null;
  readonly limit: number;
  readonly bounds: { readonly least: number; readonly most: number; readonly fewestAt?: 'least' };
  readonly answerAt: (limit: number) => Answer;
  /** Number of checked lists. */
  readonly lists: number;
}

/** Found by halving: the farther a limit lies towards the end where a check finds least, the fewer lists it flags. */
export function stricterLimit({ answer, limit, bounds, answerAt, lists }: Flagging): StricterLimit | null {
  if (answer === null || typeof answer === 'string' || !isTooMany(answer.length, lists)) return null;
  const findingsAt = (at: number): readonly Finding[] => {
    const found = answerAt(at);
    return typeof found === 'string' ? [] : found;
  };
  const fits = (found: readonly Finding[]): boolean => found.length <= FEW_ENOUGH * lists;
  // No limit that counts profiles or titles does more beyond the number of lists.
  const farthest = bounds.fewestAt === 'least' ? bounds.least : Math.min(bounds.most, Math.max(lists, limit));
  let [misses, holds] = [limit, farthest];
  let findings = findingsAt(holds);
  if (!fits(findings)) return null;
  while (Math.abs(holds - misses) > 1) {
    const middle = Math.trunc((misses + holds) / 2);
    const found = findingsAt(middle);
    if (fits(found)) [holds, findings] = [middle, found];
    else misses = middle;
  }
  return { limit: holds, findings };
}
