/** Pages of the grid of titles: by series, or each by itself. */
import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { GridPage, GridSort } from '../../../renderer/components/grid/DataGrid';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useCountingRules } from '../../../renderer/stores/use-counting-rules';
import type { SeriesGridRow } from '../contract/series';
import { useTitleList, type WhichTitles } from './title-list';

interface TitlePages {
  /** Number of titles: of the data set, and that match. */
  count: UseQueryResult<{ all: number; total: number }>;
  readPage: (start: number, end: number, sort: GridSort | undefined) => Promise<GridPage<SeriesGridRow>>;
  /** IDs of all titles that match. */
  readIds: () => Promise<string[]>;
}

export function useTitlePages({
  data,
  runId,
  text,
  which,
}: {
  data: string;
  runId: string | undefined;
  text: string;
  which: WhichTitles;
}): TitlePages {
  const { queries } = useEngine();
  const cache = useQueryClient();
  const bySeries = useTitleList((state) => state.bySeries);
  const numbers = useTitleList((state) => state.numbers);
  const { choice } = useCountingRules(data);
  const asked = useMemo(
    () => ({
      data,
      filter: {
        ...(text.trim() === '' ? {} : { text }),
        ...(Object.keys(numbers).length === 0 ? {} : { numbers }),
        ...filterOf(which, runId !== undefined),
      },
      ...(runId === undefined ? {} : { runId, ...choice }),
    }),
    [data, text, which, numbers, runId, choice],
  );
  const count = useQuery(
    queries.titles.page.queryOptions({ input: { ...asked, start: 0, end: 0 }, placeholderData: keepPreviousData }),
  );
  const titlesOf = useCallback(
    (start: number, end: number, sort?: GridSort) =>
      cache.fetchQuery(
        queries.titles.page.queryOptions({ input: { ...asked, start, end, ...(sort === undefined ? {} : { sort }) } }),
      ),
    [cache, queries, asked],
  );
  const readPage = useCallback<TitlePages['readPage']>(
    async (start, end, sort) => {
      if (bySeries) {
        // As they are when the page is read: opening one reads the same pages again.
        const open = [...useTitleList.getState().open];
        const input = { ...asked, start, end, open, ...(sort === undefined ? {} : { sort }) };
        return cache.fetchQuery(queries.titles.series.queryOptions({ input }));
      }
      const { total, rows } = await titlesOf(start, end, sort);
      return { total, rows: rows.map((row) => ({ ...row, kind: 'title' as const, isEpisode: false })) };
    },
    [cache, queries, asked, bySeries, titlesOf],
  );
  return {
    count,
    readPage,
    readIds: async () => (await titlesOf(0, count.data?.total ?? 0)).rows.map(({ item }) => item),
  };
}

function filterOf(which: WhichTitles, hasRun: boolean): { watched?: false; recommended?: boolean } {
  if (which === 'unwatched') return { watched: false };
  return which === 'all' || !hasRun ? {} : { recommended: which === 'recommended' };
}
