/** The stored sweeps of a data set, and the one shown. */
import { useRef } from 'react';
import { skipToken, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { KeptSweep, KnobValues, Sweep, SweepTrial } from '../contract/sweep';
import type { KnobName } from '../../../shared/recipe/table';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useSweepForm } from './sweep-form';
import { useSweepAtWork } from './sweeps';

/** A tried setting with its values. */
export type Tried = readonly [knob: KnobName, values: KnobValues];

/** Sweeps of the data set, latest first. */
export function useKeptSweeps(data: string): KeptSweep[] {
  const { queries } = useEngine();
  const { data: kept = [] } = useQuery(queries.units.sweeps.queryOptions());
  return kept.filter((sweep) => sweep.data === data);
}

/** The request of the shown sweep; null without one. */
export function useShownSweep(data: string): KeptSweep | null {
  const sweepId = useSweepForm(({ shown }) => shown);
  return useKeptSweeps(data).find((sweep) => sweep.sweepId === sweepId) ?? null;
}

export interface Come {
  /** In the order drawn. */
  readonly trials: readonly SweepTrial[];
  /** Null while this window is still starting it. */
  readonly sweep: Sweep | null;
  /** Whether this window works on it. */
  readonly isAtWork: boolean;
}

/** The progress or result of a sweep; null without one, or while unknown. */
export function useCome(data: string, sweepId: string | null): { query: UseQueryResult<Sweep>; come: Come | null } {
  const { queries } = useEngine();
  const live = useSweepAtWork(data);
  const isAtWork = live !== null && live.sweepId === sweepId;
  const query = useQuery(
    queries.units.trials.queryOptions({ input: isAtWork || sweepId === null ? skipToken : { sweepId } }),
  );
  // Keeps the last progress on screen until the runs are read: a table that disappears for a moment would lose the
  // focus.
  const last = useRef<{ of: string | null; come: Come } | null>(null);
  if (isAtWork) last.current = { of: sweepId, come: { trials: live.trials, sweep: null, isAtWork } };
  else if (query.data !== undefined && !(query.isFetching && last.current?.come.isAtWork === true))
    last.current = { of: sweepId, come: { trials: query.data.trials, sweep: query.data, isAtWork } };
  const come = last.current?.of === sweepId ? last.current.come : null;
  return { query, come: come === null ? null : { ...come, isAtWork } };
}
