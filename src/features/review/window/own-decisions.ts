/**
 * Decisions made in this window, newer than the rows on screen: the next decision about a list builds on them. With the
 * rows alone, a second key press would look like another user's change.
 */
import { create } from 'zustand';
import type { Decision } from '../contract/checks';
import type { ReviewRow } from '../contract/queue';

const useOwn = create<Record<string, Decision>>()(() => ({}));

const keyOf = (runId: string, profile: string): string => `${runId} ${profile}`;

/** The row's decision, unless this window has made a newer one. */
const later = ({ decision }: Pick<ReviewRow, 'decision'>, own: Decision | undefined): Decision =>
  own !== undefined && own.revision > decision.revision ? own : decision;

/** The decision about a row, as far as this window knows. */
export const useDecision = (runId: string, row: ReviewRow): Decision =>
  later(
    row,
    useOwn((own) => own[keyOf(runId, row.profile)]),
  );

export const decisionOf = (runId: string, row: Pick<ReviewRow, 'profile' | 'decision'>): Decision =>
  later(row, useOwn.getState()[keyOf(runId, row.profile)]);

export const noteDecisions = (
  runId: string,
  decided: readonly { readonly profile: string; readonly decision: Decision }[],
): void =>
  useOwn.setState(Object.fromEntries(decided.map(({ profile, decision }) => [keyOf(runId, profile), decision])));

let last: Promise<unknown> = Promise.resolve();

/** Runs decisions one at a time in order, so that each knows the result of the one before. */
export function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}
