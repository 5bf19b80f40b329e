/** Answers of the engine that most screens need. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Dataset } from '../../shared/contract/dataset';
import type { DeviceStatus, FasterGpu } from '../../shared/contract/device';
import type { Diagnosis } from '../../shared/contract/workspace';
import type { Epoch } from '../../shared/contract/run';
import { hasLists, type QueueEntry, type Run } from '../../shared/contract/run-life';
import type { RunStability } from '../../shared/contract/stability';
import { textsIn } from '../../shared/words/texts';
import { runNameIn } from '../../shared/words/run-name';
import { useEngine } from '../connection/engine-context';
import { usePreferences } from './preferences';
import { useSelection } from './selection';

export function useDatasets(): UseQueryResult<Dataset[]> {
  return useQuery(useEngine().queries.datasets.list.queryOptions());
}

export function useRuns(): UseQueryResult<Run[]> {
  const shown = useAsShown();
  const select = useCallback((runs: Run[]) => runs.map(shown), [shown]);
  return useQuery(useEngine().queries.runs.list.queryOptions({ select }));
}

export function useRun(runId: string): UseQueryResult<Run> {
  return useQuery(useEngine().queries.runs.get.queryOptions({ input: { runId }, select: useAsShown() }));
}

function useAsShown(): (run: Run) => Run {
  const nameOf = useRunName();
  return useCallback((run) => ({ ...run, name: nameOf(run.name) }), [nameOf]);
}

/** The shown name of a record; trials are named by what they try, in the words of the fields. */
export function useRunName(): (name: string) => string {
  const language = usePreferences((state) => state.language);
  return useCallback((name) => runNameIn(name, textsIn(language), language), [language]);
}

/** Queued runs, the next one first. */
export function useQueue(): UseQueryResult<QueueEntry[]> {
  return useQuery(useEngine().queries.queue.list.queryOptions());
}

export function useEpochs(runId: string): UseQueryResult<Epoch[]> {
  return useQuery(useEngine().queries.runs.epochs.queryOptions({ input: { runId } }));
}

/** The last measurement of how stable the run's lists are; null without one. */
export function useStability(run: Run | null): UseQueryResult<RunStability | null> {
  const { queries } = useEngine();
  const runId = run?.runId ?? '';
  return useQuery({
    ...queries.runs.stability.queryOptions({ input: { runId } }),
    enabled: run !== null && hasLists(run),
  });
}

/**
 * What the engine computes on. It does not change while the engine lives; the Device screen asks for findings again.
 */
export function useDiagnosis(): UseQueryResult<Diagnosis> {
  return useQuery(useEngine().queries.workspace.doctor.queryOptions({ staleTime: Infinity }));
}

/** A GPU that was measured to be faster than the processor. */
export function useFasterGpu(): UseQueryResult<FasterGpu | null> {
  return useQuery(useEngine().queries.device.faster.queryOptions());
}

/** Devices. */
export function useDeviceStatus(): UseQueryResult<DeviceStatus> {
  return useQuery(useEngine().queries.device.status.queryOptions());
}

/** The open data set; null if none is open or it is gone. */
export function useActiveDataset(): Dataset | null {
  const fingerprint = useSelection((state) => state.dataset);
  const { data: datasets } = useDatasets();
  return datasets?.find((dataset) => dataset.fingerprint === fingerprint) ?? null;
}

/** Runs of the open data set, newest first. */
export function useRunsOfDataset(): Run[] {
  const fingerprint = useSelection((state) => state.dataset);
  const { data: runs } = useRuns();
  return runs?.filter(({ dataset }) => dataset.fingerprint === fingerprint) ?? [];
}

/**
 * The run whose lists are shown: the selected one, otherwise that of the data set that is in use (the one chosen, or
 * approved or exported last), otherwise the newest; one that has lists and is not archived.
 */
export function useActiveRun(): Run | null {
  const chosen = useSelection((state) => state.runId);
  const runs = useRunsOfDataset();
  const offered = runs.filter((run) => hasLists(run) && !run.marks.archived);
  const inUse = offered.find(({ marks }) => marks.chosenAt !== undefined);
  const [used] = offered
    .filter(({ usedAt }) => usedAt !== undefined)
    .toSorted((left, right) => (left.usedAt! < right.usedAt! ? 1 : -1));
  return runs.find(({ runId }) => runId === chosen) ?? inUse ?? used ?? offered[0] ?? null;
}
