/** The sweeps of a data set: those that are kept, and the one that is shown. */
import { useRef } from 'react';
import { skipToken, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { KeptSweep, KnobValues, Sweep, SweepTrial } from '../../../shared/contract/sweep';
import type { KnobName } from '../../../shared/recipe/table';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useSweepForm } from './sweep-form';
import { useSweepAtWork } from './sweeps';

/** A setting that is tried, with its values. */
export type Tried = readonly [knob: KnobName, values: KnobValues];

/** Of the data set, the latest first. */
export function useKeptSweeps(data: string): KeptSweep[] {
  const { queries } = useEngine();
  const { data: kept = [] } = useQuery(queries.units.sweeps.queryOptions());
  return kept.filter((sweep) => sweep.data === data);
}

/** What was asked for by the sweep that is shown; null where none is. */
export function useShownSweep(data: string): KeptSweep | null {
  const sweepId = useSweepForm(({ shown }) => shown[data]);
  return useKeptSweeps(data).find((sweep) => sweep.sweepId === sweepId) ?? null;
}

export interface Come {
  /** In the order in which they were drawn. */
  readonly trials: readonly SweepTrial[];
  /** Null while it is at work in this window, which does not yet know. */
  readonly sweep: Sweep | null;
  /** Whether this window works on it. */
  readonly isAtWork: boolean;
}

/** What a sweep came to so far; null where none is shown, or it is not known yet. */
export function useCome(data: string, sweepId: string | null): { query: UseQueryResult<Sweep>; come: Come | null } {
  const { queries } = useEngine();
  const live = useSweepAtWork(data);
  const isAtWork = live !== null && live.sweepId === sweepId;
  const query = useQuery(
    queries.units.trials.queryOptions({ input: isAtWork || sweepId === null ? skipToken : { sweepId } }),
  );
  // What was told last stays in sight until the runs have been read: a table that goes for a moment takes the focus with it.
  const last = useRef<{ of: string | null; come: Come } | null>(null);
  if (isAtWork) last.current = { of: sweepId, come: { trials: live.trials, sweep: null, isAtWork } };
  else if (query.data !== undefined && !(query.isFetching && last.current?.come.isAtWork === true))
    last.current = { of: sweepId, come: { trials: query.data.trials, sweep: query.data, isAtWork } };
  const come = last.current?.of === sweepId ? last.current.come : null;
  return { query, come: come === null ? null : { ...come, isAtWork } };
}
