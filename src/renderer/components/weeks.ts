/** Weeks of a data set, and the lists that children have from the week before. */
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useWeekName } from './labels/use-week-name';
import { useEngine } from '../connection/engine-context';

/** The weeks of a data set. @param data null before it is known */
export function useWeeks(data: string | null) {
  const input = data === null ? skipToken : { data };
  return useQuery(useEngine().queries.week.list.queryOptions({ input, placeholderData: keepPreviousData }));
}

type SideBefore = { readonly runId: string; readonly exported: string } | { readonly runId: string };

interface WithLists {
  readonly run: { readonly runId: string } | null;
  readonly sent: { readonly sha256: string } | null;
}

/** The last week with lists before one. @param earlier latest first */
export const weekBefore = <Week extends WithLists>(earlier: readonly Week[]): Week | null =>
  earlier.find(({ run }) => run !== null) ?? null;

/** The lists of a week: what was sent, and where nothing was, those of its run; null without a run. */
export const sideOfWeek = ({ run, sent }: WithLists): SideBefore | null =>
  run === null ? null : sent === null ? { runId: run.runId } : { runId: run.runId, exported: sent.sha256 };

/** The lists that children have before those of a data set, and how people call their week; null without such, and until they are known. */
export function useListsBefore(data: string): { readonly side: SideBefore; readonly name: string } | null {
  const nameOf = useWeekName();
  const weeks = useWeeks(data).data?.weeks ?? [];
  const at = weeks.findIndex((week) => week.data.fingerprint === data);
  const before = at === -1 ? null : weekBefore(weeks.slice(at + 1));
  const side = before && sideOfWeek(before);
  return before === null || side === null ? null : { side, name: nameOf(before.data).name };
}
