import type { Mapping } from '../../../shared/contract/dataset';
import { datasetOf } from '../../../engine/calls/dataset-of';
import { api, type EngineContext } from '../../calls';
import { addData } from './add-data';
import { adoptKept } from './adopt-kept';
import { named } from '../../../engine/calls/named-data';
import { completeRuns } from '../../../engine/training/train/complete-runs';
import { longWork } from '../../../engine/calls/handlers';

const datasets = api.datasets;

export const datasetsApi = {
  import: datasets.import.handler(
    longWork(async ({ mapping: file, ...others }, context, options) => {
      const { importFolder } = await import('../../../engine/import/import-folder');
      const { keepGenreOrder, labelImport } = await import('../../../engine/kept/labels');
      const { earlierNeeds, earlierOf } = await import('./earlier-data');
      // Removed before anything is stored or hashed: labels change how data is shown, not what it is.
      const { labels, ...mapping } = file ?? {};
      const read = { workspace: context.workspace, ...others, ...(file && { mapping: mapping as Mapping }) };
      await context.finishForgetting();
      const answer = await importFolder({ ...read, ...options });
      const earlier = await earlierOf(context.workspace, answer);
      if (earlier !== null) await adoptKept(context, { from: earlier, to: answer, labels });
      else await labelImport(context.workspace, answer, labels);
      if (answer.imported) await keepGenreOrder(context.workspace, answer);
      await completeRuns(context, answer.fingerprint, options);
      if (await earlierNeeds(context.workspace, answer)) {
        const { fingerprint } = await importFolder({ ...read, ...options, asEarlier: true });
        await completeRuns(context, fingerprint, options);
      }
      return { ...named(answer), ...(earlier !== null && { earlier }) };
    }),
  ),

  add: datasets.add.handler(longWork(async (input, context, options) => named(await addData(context, input, options)))),

  look: datasets.look.handler(async ({ input, signal }) =>
    (await import('../../../engine/import/propose/look-at-folder')).lookAtFolder(input.folder, signal),
  ),

  list: datasets.list.handler(async ({ context }) =>
    (await (await snapshots()).listDatasets(context.workspace)).map(named),
  ),

  unreadable: datasets.unreadable.handler(
    async ({ context }) => (await (await snapshots()).listAllDatasets(context.workspace)).unreadable,
  ),

  get: datasets.get.handler(async ({ input, context }) => named(await datasetOf(context, input.fingerprint))),

  checkSource: datasets.checkSource.handler(async ({ input, context }) =>
    (await import('./check-source')).checkSource(await datasetOf(context, input.fingerprint)),
  ),

  activity: datasets.activity.handler(async ({ input, context }) =>
    (await import('./activity')).activity(await opened(context, input), input.timeZone),
  ),

  rowIssues: datasets.rowIssues.handler(async ({ input, context }) => {
    const { rowIssues } = await import('../../../engine/data/row-issues');
    return rowIssues(await opened(context, input), input.start, input.end, input.outcome);
  }),

  exportRowIssues: datasets.exportRowIssues.handler(async ({ input, context }) => {
    const { exportRowIssues } = await import('../../../engine/data/row-issues');
    const form = input.raw === true ? 'raw' : 'guarded';
    return exportRowIssues(context.workspace, await opened(context, input), input.out, form);
  }),
};

const snapshots = () => import('../../../engine/data/snapshot');

const opened = async ({ workspace }: EngineContext, { fingerprint }: { readonly fingerprint: string }) =>
  (await snapshots()).openSnapshot(workspace, fingerprint);
