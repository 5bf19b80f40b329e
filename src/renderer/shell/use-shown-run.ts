/**
 * What the screens are about by default: the data set in use; of a data set the run in use, or its newest, until another is selected; and data that
 * took the place of other data.
 */
import { useEffect } from 'react';
import { useActiveRun, useDatasets, useRuns } from '../stores/engine-data';
import { dropOfDataset } from '../stores/of-dataset';
import { useShownData } from '../stores/use-shown-data';
import { activateRun, openDataset, useSelection } from '../stores/selection';

export function useShownRun(): void {
  const shown = useActiveRun();
  const chosen = useSelection((state) => state.runId);
  useEffect(() => {
    if (shown !== null && shown.runId !== chosen) activateRun(shown.runId, shown.dataset.fingerprint);
  }, [shown, chosen]);
}

/** Opens a data set where none was ever opened, so that an address leads to the same screen in every window. */
export function useOpenedData(): void {
  const open = useSelection((state) => state.dataset);
  const { data } = useShownData();
  useEffect(() => {
    if (open === null && data != null) openDataset(data);
  }, [open, data]);
}

/** Opens the data set that took the place of the open one when a profile was forgotten, in another window or by a command. */
export function useReplacedData(): void {
  const open = useSelection((state) => state.dataset);
  const { data: datasets } = useDatasets();
  const { data: runs } = useRuns();
  const isHere = (fingerprint: string): boolean => datasets?.some((one) => one.fingerprint === fingerprint) === true;
  const after =
    open === null || datasets === undefined || isHere(open)
      ? undefined
      : runs?.find(({ dataset, forgotten }) => dataset.fingerprint === open && isHere(forgotten?.dataset ?? ''));
  const next = after?.forgotten?.dataset ?? null;
  useEffect(() => {
    if (next === null) return;
    openDataset(next);
    if (open !== null) dropOfDataset(open);
  }, [next]);
}
