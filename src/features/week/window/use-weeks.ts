import { keepPreviousData, skipToken, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEngine } from '../../../renderer/connection/engine-context';
import type { Weeks } from '../contract/week';

/** The weeks of a data set. @param data null before it is known */
export const useWeeks = (data: string | null): UseQueryResult<Weeks> =>
  useQuery(
    useEngine().queries.week.list.queryOptions({
      input: data === null ? skipToken : { data },
      placeholderData: keepPreviousData,
    }),
  );
