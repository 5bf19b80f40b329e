/** A page of the guide in the language of the window. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { GuidePage } from '../../../shared/guide/guide';
import { usePreferences } from '../../stores/preferences';
import { readGuide } from './guide-files';

export function useGuidePage(page: GuidePage): UseQueryResult<string> {
  const language = usePreferences((state) => state.language);
  return useQuery({
    queryKey: ['guide', language, page],
    queryFn: () => readGuide(language, page),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
