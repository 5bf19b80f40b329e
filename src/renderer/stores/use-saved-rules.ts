import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AppliedRules } from '../../shared/contract/rules';
import { today } from '../../shared/values/day';
import { useEngine } from '../connection/engine-context';
import { useSelection } from './selection';

/** The rules of the open data set as of today; null if no rule is on. */
export function useSavedRules(): AppliedRules | null {
  const { queries } = useEngine();
  const data = useSelection((state) => state.dataset);
  const { data: saved } = useQuery({
    ...queries.rules.get.queryOptions({ input: { data: data ?? '' } }),
    enabled: data !== null,
  });
  const set = saved?.set;
  return useMemo(() => (set === undefined || !set.rules.some(({ on }) => on) ? null : { set, date: today() }), [set]);
}
