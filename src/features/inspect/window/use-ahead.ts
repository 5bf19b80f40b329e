/** Fetches the child that J leads to ahead, so that its list is there at once. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useEngine } from '../../../renderer/connection/engine-context';
import type { useSince } from './shelf/use-since';
import type { Question } from './tuning/use-tuned-list';

/**
 * @param next the ID of the next child; null for the last
 * @param questionOf what will be asked about it
 * @param sinceOf what will be asked about it and the week before; null for nothing
 * @param isReady whether the open list is there: it comes first
 */
export function useAhead(
  next: string | null,
  questionOf: (profile: string) => Question,
  sinceOf: ReturnType<typeof useSince>['sinceOf'],
  data: string,
  isReady: boolean,
): void {
  const cache = useQueryClient();
  const { queries } = useEngine();
  // The same question is another object each time.
  const asked = JSON.stringify(next === null ? null : { question: questionOf(next), since: sinceOf(next) });
  useEffect(() => {
    const ahead = JSON.parse(asked) as { question: Question; since: ReturnType<typeof sinceOf> } | null;
    if (ahead === null || !isReady) return;
    const { question, since } = ahead;
    void cache.prefetchQuery(queries.lists.show.queryOptions({ input: question }));
    void cache.prefetchQuery(queries.profiles.open.queryOptions({ input: { data, profile: question.profile } }));
    if (since !== null) void cache.prefetchQuery(queries.changes.list.queryOptions({ input: since, retry: false }));
  }, [cache, queries, asked, data, isReady]);
}
