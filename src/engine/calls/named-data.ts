/** Shows data sets under the names that people see; the engine keeps the name that a data set began with. */
import type { Dataset } from '../../shared/contract/dataset';
import type { Run } from '../../shared/contract/run-life';
import { shownDataName } from '../../shared/values/data-name';
import { listDatasets } from '../data/snapshot';
import type { Workspace } from '../storage/workspace';

export const named = <Data extends Pick<Dataset, 'name' | 'added'>>(data: Data): Data => ({
  ...data,
  name: shownDataName(data),
});

/** @returns a function that shows a run with the name of its data set, or, if that is gone, with the name in its record */
export async function showingData(workspace: Workspace): Promise<(run: Run) => Run> {
  const names = new Map((await listDatasets(workspace)).map((data) => [data.fingerprint, shownDataName(data)]));
  return (run) => {
    const { fingerprint, name } = run.dataset;
    return { ...run, dataset: { ...run.dataset, name: names.get(fingerprint) ?? name } };
  };
}
