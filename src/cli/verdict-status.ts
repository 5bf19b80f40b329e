import type { Verdict } from '../shared/contract/run';

const STATUSES: Partial<Record<Verdict, number>> = { different: 6, 'cannot-tell': 11 };

/** The exit status of a verification. */
export const verdictStatus = (verdict: Verdict | undefined): number =>
  verdict === undefined ? 0 : (STATUSES[verdict] ?? 0);
