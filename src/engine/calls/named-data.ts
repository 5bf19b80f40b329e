/** Shows data sets under the names that people see; the engine keeps the name that a data set began with. */
import type { Dataset } from '../../shared/contract/dataset';
import type { Run } from '../../shared/contract/run-life';
import { shownDataName } from '../../shared/values/data-name';
import { listDatasets } from '../data/snapshot';
import { nameWithWeek } from '../../shared/words/run-name';
import type { Workspace } from '../storage/workspace';

export const named = <Data extends Pick<Dataset, 'name' | 'added'>>(data: Data): Data => ({
  ...data,
  name: shownDataName(data),
});

/**
 * @returns a function that shows a run with the name of its data set, or of the one that took its place when a profile
 * was forgotten; if both are gone, with the name in its record, which those of a series share. A model that nobody named has the week of that data in its
 * name.
 */
export async function showingData(workspace: Workspace): Promise<(run: Run) => Run> {
  const known = new Map((await listDatasets(workspace)).map((data) => [data.fingerprint, data]));
  return (run) => {
    const { fingerprint, name } = run.dataset;
    const data = known.get(fingerprint) ?? known.get(run.forgotten?.dataset ?? '');
    const dataset = { name: data === undefined ? name : shownDataName(data), period: data?.period ?? null };
    const shown = { ...run, dataset: { ...run.dataset, name: dataset.name } };
    return run.marks.name === null && data !== undefined
      ? { ...shown, name: nameWithWeek(run.name, { ...run, dataset }) }
      : shown;
  };
}
