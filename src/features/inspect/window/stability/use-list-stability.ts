/** Which titles of the list stay when a part of the history is hidden: asked for once the list is no longer being changed. */
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { Stability } from '../../../../shared/contract/stability';
import type { Tuning } from '../../../../shared/contract/tuning';
import { useEngine } from '../../../../renderer/connection/engine-context';

/** Milliseconds that a list has to stand still: a slider that moves, or J held down, asks nothing. */
const STANDS = 400;

/** @returns null until it is known, and where there is nothing to hide or no list to lose */
export function useListStability(runId: string, profile: string, tuning: Tuning): Stability | null {
  const { queries } = useEngine();
  const [asked] = useDebouncedValue({ runId, profile, tuning }, STANDS);
  const { data } = useQuery(queries.profiles.stability.queryOptions({ input: asked, staleTime: Infinity }));
  const isOfThese = asked.runId === runId && asked.profile === profile && asked.tuning === tuning;
  return isOfThese && data !== undefined && data.watched > 0 && data.share !== null ? data : null;
}
