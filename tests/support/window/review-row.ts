/** Rows of the review queue, and pages of them, as the engine gives them. */
import type { ReviewPage, ReviewRow } from '../../../src/features/review/contract/queue';
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
