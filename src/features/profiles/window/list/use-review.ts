/** Marks a profile as reviewed, or removes the mark. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useEngine } from '../../../../renderer/connection/engine-context';

interface Review {
  profile: string;
  reviewed: boolean;
}

export function useReview(data: string): UseMutationResult<{ reviewed: boolean }, Error, Review> {
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (review: Review) => client.profiles.review({ data, ...review }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queries.profiles.page.key() }),
  });
}
