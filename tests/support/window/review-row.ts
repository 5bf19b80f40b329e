/** Rows of the review queue, and pages of them, as the engine gives them. */
import type { CheckReason, ReviewPage, ReviewRow } from '../../../src/features/review/contract/queue';
import { UNDECIDED } from './kept-rows';

export const reviewRow = (row: Partial<ReviewRow> & Pick<ReviewRow, 'profile'>): ReviewRow => ({
  need: row.reasons?.length ?? 0,
  reach: 12,
  changed: null,
  reasons: [],
  decision: UNDECIDED,
  isDecided: false,
  noted: false,
  ...row,
});

export const reviewPage = (rows: ReviewRow[], more: Partial<ReviewPage> = {}): ReviewPage => ({
  total: rows.length,
  odd: rows.length,
  decided: 0,
  approved: null,
  rows,
  ...more,
});

/** Why a list is odd, as the engine gives it. */
export const reviewReason = (
  check: string,
  titles: CheckReason['titles'],
  more: Partial<CheckReason> = {},
): CheckReason => ({ check, name: null, titles, value: null, count: null, lists: 1, isDecided: false, ...more });
