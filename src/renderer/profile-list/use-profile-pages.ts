/** Pages of the list of profiles: of all that the filter leaves, or of a sample of them. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ProfileFilter, ProfileRow } from '../../shared/contract';
import type { GridPage, GridSort } from '../components/grid/DataGrid';
import { useEngine } from '../connection/engine-context';
import { tidyFilter } from './filter';
import { SAMPLE, samplePlaces, sortSample } from './sample';

export interface ProfileSource {
  data: string;
  runId: string | undefined;
  filter: ProfileFilter;
  sample: number | null;
}

export type ReadProfiles = (start: number, end: number, sort: GridSort | undefined) => Promise<GridPage<ProfileRow>>;

export function useProfilePages({ data, runId, filter, sample }: ProfileSource): ReadProfiles {
  const { queries } = useEngine();
  const cache = useQueryClient();
  const asked = JSON.stringify(tidyFilter(filter));
  return useMemo(() => {
    const wanted = JSON.parse(asked) as ProfileFilter;
    const read = (start: number, end: number, sort: GridSort | undefined): Promise<GridPage<ProfileRow>> =>
      cache.fetchQuery(
        queries.profiles.page.queryOptions({
          input: {
            data,
            start,
            end,
            filter: wanted,
            ...(runId === undefined ? {} : { runId }),
            ...(sort === undefined ? {} : { sort }),
          },
        }),
      );
    if (sample === null) return read;
    // The places are in the engine's own order, so that a seed means the same profiles however the grid is sorted.
    const readSample = async (): Promise<ProfileRow[]> => {
      const { total } = await read(0, 0, undefined);
      const pages = await Promise.all(
        samplePlaces(total, SAMPLE, sample).map((place) => read(place, place + 1, undefined)),
      );
      return pages.flatMap(({ rows }) => rows);
    };
    return async (start, end, sort) => {
      const rows = sortSample(await readSample(), sort);
      return { total: rows.length, rows: rows.slice(start, end) };
    };
  }, [cache, queries, data, runId, asked, sample]);
}
