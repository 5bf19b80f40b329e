/** Pages of the list of profiles: all that match the filter, or a sample of them. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ProfileFilter, ProfileRow } from '../../../../shared/contract/profiles';
import type { GridPage, GridSort } from '../../../../renderer/components/grid/DataGrid';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { tidyFilter } from './filter';

/** Number of profiles in a sample. */
export const SAMPLE = 20;

interface ProfileSource {
  data: string;
  runId: string | undefined;
  filter: ProfileFilter;
  /** Seed of the sample; null for all. */
  sample: number | null;
}

interface ProfilePage extends GridPage<ProfileRow> {
  /** The place of the first row in the list. */
  start: number;
}

/** @param around a profile on which the page is centred, if the list contains it */
export type ReadProfiles = (
  start: number,
  end: number,
  sort: GridSort | undefined,
  around?: string,
) => Promise<ProfilePage>;

export function useProfilePages({ data, runId, filter, sample }: ProfileSource): ReadProfiles {
  const { queries } = useEngine();
  const cache = useQueryClient();
  const asked = JSON.stringify(tidyFilter(filter));
  return useMemo(
    () => (start, end, sort, around) =>
      cache.fetchQuery(
        queries.profiles.page.queryOptions({
          input: {
            data,
            start,
            end,
            filter: JSON.parse(asked) as ProfileFilter,
            ...(runId === undefined ? {} : { runId }),
            ...(sample === null ? {} : { sample: { seed: sample, count: SAMPLE } }),
            ...(sort === undefined ? {} : { sort }),
            ...(around === undefined ? {} : { around }),
          },
        }),
      ),
    [cache, queries, data, runId, asked, sample],
  );
}
