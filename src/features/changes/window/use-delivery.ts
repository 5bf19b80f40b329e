/** What is asked of the engine for a side of the address: a saved tuning stands in it by its ID, and its content is asked for. */
import { skipToken, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DeliveryChoice } from '../../../shared/contract/delivery';
import type { KeptTuning } from '../../../shared/contract/kept';
import type { Run } from '../../../shared/contract/run-life';
import type { Side } from '../../../renderer/components/changes-place';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useRuns } from '../../../renderer/stores/engine-data';

export interface AskedSide {
  readonly side: Side;
  /** Undefined until it is read, and for a run that is not here, of which the engine says so. */
  readonly run: Run | undefined;
  /** Saved with the data of the run. */
  readonly tunings: readonly KeptTuning[];
  /** Null while what it names is read, and where that failed or the tuning is not saved. */
  readonly choice: DeliveryChoice | null;
  /** Whether the address names a tuning that is not saved with the data of the run. */
  readonly isTuningGone: boolean;
  /** What could not be read. */
  readonly failed: Pick<UseQueryResult, 'error' | 'refetch'> | null;
}

export function useDelivery(side: Side): AskedSide {
  const { queries } = useEngine();
  const runs = useRuns();
  const run = runs.data?.find(({ runId }) => runId === side.runId);
  const read = useQuery(
    queries.tuning.list.queryOptions({ input: run === undefined ? skipToken : { data: run.dataset.fingerprint } }),
  );
  const tuningId = 'exported' in side ? undefined : side.tuningId;
  const isKnown = tuningId === undefined || (runs.data !== undefined && run === undefined) || read.data !== undefined;
  const tuning = read.data?.find(({ id }) => id === tuningId);
  const isTuningGone = tuningId !== undefined && read.data !== undefined && tuning === undefined;
  const choice = useMemo(
    () => (isKnown && !isTuningGone ? choiceOf(side, tuning) : null),
    [isKnown, isTuningGone, side, tuning],
  );
  return {
    side,
    run,
    tunings: read.data ?? [],
    choice,
    isTuningGone,
    failed: isKnown ? null : ([runs, read].find(({ error }) => error !== null) ?? null),
  };
}

function choiceOf(side: Side, tuning: KeptTuning | undefined): DeliveryChoice {
  if ('exported' in side) return side;
  const { runId, rules } = side;
  return {
    runId,
    ...(rules !== undefined && { rules }),
    ...(tuning !== undefined && { tuning: tuning.tuning, madeOn: tuning.runId }),
  };
}
