/** Pages of the list of profiles: of all that the filter leaves, or of a sample of them. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ProfileFilter, ProfileRow } from '../../../../shared/contract/profiles';
import type { GridPage, GridSort } from '../../../../renderer/components/grid/DataGrid';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { tidyFilter } from './filter';

/** Profiles of a sample. */
export const SAMPLE = 20;

interface ProfileSource {
  data: string;
  runId: string | undefined;
  filter: ProfileFilter;
  /** Its seed; null for all. */
  sample: number | null;
}

interface ProfilePage extends GridPage<ProfileRow> {
  /** The place of the first row in the list. */
  start: number;
}

/** @param around a profile: where the list holds it, the page is moved so that it stands in the middle */
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
