/** Data sets under the names that people are shown; what the engine keeps is the name that a data set began with. */
import type { Dataset } from '../../shared/contract/dataset';
import type { Run } from '../../shared/contract/run-life';
import { shownDataName } from '../../shared/values/data-name';
import { listDatasets } from '../data/snapshot';
import type { Workspace } from '../storage/workspace';

export const named = <Data extends Pick<Dataset, 'name' | 'added'>>(data: Data): Data => ({
  ...data,
  name: shownDataName(data),
});

/** @returns what shows a run with the name of its data set; where that is gone, with the name in its record */
export async function showingData(workspace: Workspace): Promise<(run: Run) => Run> {
  const names = new Map((await listDatasets(workspace)).map((data) => [data.fingerprint, shownDataName(data)]));
  return (run) => {
    const { fingerprint, name } = run.dataset;
    return { ...run, dataset: { ...run.dataset, name: names.get(fingerprint) ?? name } };
  };
}
