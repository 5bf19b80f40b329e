/**
 * What this window decided, while the rows on the screen are still those from before: the next decision about a list goes on from it.
 * The rows alone would make a second key look like somebody else's.
 */
import { create } from 'zustand';
import type { Decision, ReviewRow } from '../contract/checks';

const useOwn = create<Record<string, Decision>>()(() => ({}));

const keyOf = (runId: string, profile: string): string => `${runId} ${profile}`;

/** The row's, but where it was read before this window decided. */
const later = ({ decision }: ReviewRow, own: Decision | undefined): Decision =>
  own !== undefined && own.revision > decision.revision ? own : decision;

/** What is decided about a row, as far as this window knows. */
export const useDecision = (runId: string, row: ReviewRow): Decision =>
  later(
    row,
    useOwn((own) => own[keyOf(runId, row.profile)]),
  );

export const decisionOf = (runId: string, row: ReviewRow): Decision =>
  later(row, useOwn.getState()[keyOf(runId, row.profile)]);

export const noteDecision = (runId: string, profile: string, decided: Decision): void =>
  useOwn.setState({ [keyOf(runId, profile)]: decided });

let last: Promise<unknown> = Promise.resolve();

/** One after the other, in the order in which they were asked for: each knows what the one before it came to. */
export function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}
