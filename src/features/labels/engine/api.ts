import { LABELS, labelsOf, readLabels, setLabels } from '../../../engine/kept/labels';
import { historyOf, restoreState } from '../../../engine/kept/store';
import { api } from '../../calls';
import { ofData } from '../../../engine/calls/handlers';
import { datasetOf } from '../../../engine/calls/dataset-of';

const { labels } = api;

/** How to show a data set. */
export const labelsApi = {
  get: labels.get.handler(async ({ input: { data }, context }) =>
    readLabels(context.workspace, (await datasetOf(context, data)).fingerprint),
  ),
  set: labels.set.handler(async ({ input: { data, ...given }, context }) =>
    setLabels(context.workspace, (await datasetOf(context, data)).fingerprint, given),
  ),
  history: labels.history.handler(async ({ input: { data }, context }) =>
    historyOf(LABELS, labelsOf(context.workspace, (await datasetOf(context, data)).fingerprint)),
  ),
  restore: labels.restore.handler(async ({ input: { data, ...step }, context }) =>
    restoreState(LABELS, labelsOf(context.workspace, (await datasetOf(context, data)).fingerprint), step),
  ),
  readFile: labels.readFile.handler(async ({ input: { data, file }, context, signal }) => {
    const { readLabelFile } = await import('./label-file');
    return readLabelFile(file, await datasetOf(context, data), signal);
  }),
  poster: labels.poster.handler(async ({ input: { data, item }, context }) => {
    const { fingerprint } = await datasetOf(context, data);
    const { posters } = await readLabels(context.workspace, fingerprint);
    if (posters === undefined) return null;
    const { posterOf } = await import('./posters');
    return posterOf(posters, item);
  }),
  posterFolder: labels.posterFolder.handler(
    ofData(async ({ items }, { folder }) => (await import('./posters')).lookAtPosters(folder, items.ids)),
  ),
};
