/** Which data set the window is about. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEngine } from '../connection/engine-context';
import { useActiveDataset, useDatasets } from './engine-data';

/**
 * The data set that is open; where none is, that of the run in use, or the last that was read. Null without any, undefined until that is known.
 */
export function useShownData(): Pick<UseQueryResult, 'error' | 'refetch'> & { data: string | null | undefined } {
  const { queries } = useEngine();
  const open = useActiveDataset();
  const datasets = useDatasets();
  const base = useQuery(queries.refresh.base.queryOptions());
  const { error, refetch } = datasets.error === null ? { ...base, error: null } : datasets;
  if (open !== null) return { data: open.fingerprint, error, refetch };
  if (datasets.data === undefined || (base.data === undefined && base.error === null))
    return { data: undefined, error, refetch };
  const ofBase = datasets.data.find(({ fingerprint }) => fingerprint === base.data?.data.fingerprint);
  return { data: (ofBase ?? datasets.data[0])?.fingerprint ?? null, error, refetch };
}
