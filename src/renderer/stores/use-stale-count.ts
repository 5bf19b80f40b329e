import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** Counts how often answers of a part of the contract became stale, so that code that is not a query reads again. */
export function useStaleCount(part: 'profiles' | 'titles' | 'review'): number {
  const cache = useQueryClient();
  const [count, setCount] = useState(0);
  useEffect(
    () =>
      cache.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'invalidate') return;
        const [path] = event.query.queryKey;
        if (Array.isArray(path) && path[0] === part) setCount((now) => now + 1);
      }),
    [cache, part],
  );
  return count;
}
