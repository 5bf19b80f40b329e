/** Fetches the child that J leads to ahead, so that its list is there at once. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useEngine } from '../../../renderer/connection/engine-context';
import type { Question } from './tuning/use-tuned-list';

/**
 * @param next the ID of the next child; null for the last
 * @param questionOf what will be asked about it
 * @param isReady whether the open list is there: it comes first
 */
export function useAhead(
  next: string | null,
  questionOf: (profile: string) => Question,
  data: string,
  isReady: boolean,
): void {
  const cache = useQueryClient();
  const { queries } = useEngine();
  // The same question is another object each time.
  const asked = JSON.stringify(next === null ? null : questionOf(next));
  useEffect(() => {
    const question = JSON.parse(asked) as Question | null;
    if (question === null || !isReady) return;
    void cache.prefetchQuery(queries.lists.show.queryOptions({ input: question }));
    void cache.prefetchQuery(queries.profiles.open.queryOptions({ input: { data, profile: question.profile } }));
  }, [cache, queries, asked, data, isReady]);
}
