/** Which titles of the list stay when part of the history is hidden. Asks once the list has stopped changing. */
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { Stability } from '../../../../shared/contract/stability';
import type { Tuning } from '../../../../shared/contract/tuning';
import { useEngine } from '../../../../renderer/connection/engine-context';

/** Milliseconds without a change before asking, so that a moving slider or a held J asks nothing. */
const STANDS = 400;

/** @returns undefined while it is measured, null if there is nothing to hide or no list */
export function useListStability(runId: string, profile: string, tuning: Tuning): Stability | null | undefined {
  const { queries } = useEngine();
  const [asked] = useDebouncedValue({ runId, profile, tuning }, STANDS);
  const { data, error } = useQuery(queries.profiles.stability.queryOptions({ input: asked, staleTime: Infinity }));
  const isOfThese = asked.runId === runId && asked.profile === profile && asked.tuning === tuning;
  if (!isOfThese || (data === undefined && error === null)) return undefined;
  return data !== undefined && data.watched > 0 && data.share !== null ? data : null;
}
