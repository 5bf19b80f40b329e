import { skipToken, useQuery } from '@tanstack/react-query';
import { useEngine } from '../../../renderer/connection/engine-context';
import type { RulesChoice } from '../../../shared/contract/rules';
import type { CheckReport } from '../../review/contract/checks';
import { findsLists } from '../../review/contract/check-table';

/** Causes that the board shows. */
const MOST_CAUSES = 5;

interface Cause {
  readonly id: string;
  readonly name: string | null;
  /** Lists that it found. */
  readonly count: number;
}

export interface OddLists {
  readonly causes: readonly Cause[];
  /** Lists that these causes found. */
  readonly explained: number;
  /** Lists with a finding, and those of them that nobody has decided about; null until it is known. */
  readonly count: number;
  readonly undecided: number | null;
  readonly error: unknown;
}

/** What the checks find in lists. @param lists null without any */
export function useOddLists(lists: { readonly runId: string; readonly rules?: RulesChoice } | null): OddLists {
  const { queries } = useEngine();
  const report = useQuery(queries.checks.run.queryOptions({ input: lists ?? skipToken }));
  const queue = useQuery(
    queries.review.queue.queryOptions({ input: lists === null ? skipToken : { ...lists, start: 0, end: 0 } }),
  );
  const { odd = 0, decided = 0 } = queue.data ?? {};
  const isKnown = queue.data !== undefined && report.data !== undefined;
  return {
    ...causesOf(report.data),
    count: odd,
    undecided: isKnown ? odd - decided : null,
    error: report.error ?? queue.error,
  };
}

/** The checks that found most lists, of those that find lists and not groups, and how many lists they found together. */
export function causesOf(report: Pick<CheckReport, 'checks'> | undefined): Pick<OddLists, 'causes' | 'explained'> {
  const found = (report?.checks ?? [])
    .filter(({ id, count }) => findsLists(id) && (count ?? 0) > 0)
    .toSorted((left, right) => right.count! - left.count!)
    .slice(0, MOST_CAUSES);
  return {
    causes: found.map(({ id, name, count }) => ({ id, name, count: count! })),
    explained: new Set(found.flatMap(({ profiles }) => profiles)).size,
  };
}
