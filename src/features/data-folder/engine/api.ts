import type { Mapping } from '../../../shared/contract/dataset';
import { addData } from './add-data';
import { api } from '../../calls';
import { named } from '../../../engine/calls/named-data';
import { completeRuns, dataWaitedFor } from '../../../engine/training/train/complete-runs';
import { withProgress } from '../../../engine/calls/progress';

const datasets = api.datasets;

export const datasetsApi = {
  import: datasets.import.handler(async function* ({ input, context, signal }) {
    const { importEarlier, importFolder } = await import('../../../engine/import/import-folder');
    const { keepGenreOrder, labelImport } = await import('../../../engine/kept/labels');
    const { mapping: file, ...others } = input;
    // Taken out before anything is stored or hashed: labels change how data is shown, not what it is.
    const { labels, ...mapping } = file ?? {};
    const read = { workspace: context.workspace, ...others, ...(file && { mapping: mapping as Mapping }) };
    return yield* withProgress(async (onProgress, signalOfStop) => {
      const options = { onProgress, signal: signalOfStop };
      await context.finishForgetting();
      const answer = await importFolder({ ...read, ...options });
      await labelImport(context.workspace, answer, labels);
      if (answer.imported) await keepGenreOrder(context.workspace, answer);
      await completeRuns(context, answer.fingerprint, options);
      const wanted = await dataWaitedFor(context.workspace);
      const earlier = wanted.size === 0 ? null : await importEarlier({ ...read, ...options }, wanted);
      if (earlier !== null) {
        await labelImport(context.workspace, earlier, labels);
        await completeRuns(context, earlier.fingerprint, options);
      }
      return named(answer);
    }, signal);
  }),

  add: datasets.add.handler(async function* ({ input, context, signal }) {
    return yield* withProgress(
      async (onProgress, signalOfStop) => named(await addData(context, input, { onProgress, signal: signalOfStop })),
      signal,
    );
  }),

  look: datasets.look.handler(async ({ input }) => {
    const { lookAtFolder } = await import('../../../engine/import/propose/look-at-folder');
    return lookAtFolder(input.folder);
  }),

  list: datasets.list.handler(async ({ context }) => {
    const { listDatasets } = await import('../../../engine/data/snapshot');
    return (await listDatasets(context.workspace)).map(named);
  }),

  unreadable: datasets.unreadable.handler(async ({ context }) => {
    const { listAllDatasets } = await import('../../../engine/data/snapshot');
    return (await listAllDatasets(context.workspace)).unreadable;
  }),

  get: datasets.get.handler(async ({ input, context }) => {
    const { openSnapshot } = await import('../../../engine/data/snapshot');
    return named((await openSnapshot(context.workspace, input.fingerprint)).dataset);
  }),

  checkSource: datasets.checkSource.handler(async ({ input, context }) => {
    const { openSnapshot } = await import('../../../engine/data/snapshot');
    const { checkSource } = await import('./check-source');
    return checkSource((await openSnapshot(context.workspace, input.fingerprint)).dataset);
  }),

  activity: datasets.activity.handler(async ({ input, context }) => {
    const { openSnapshot } = await import('../../../engine/data/snapshot');
    const { activity } = await import('./activity');
    return activity(await openSnapshot(context.workspace, input.fingerprint), input.timeZone);
  }),

  rowIssues: datasets.rowIssues.handler(async ({ input, context }) => {
    const { openSnapshot } = await import('../../../engine/data/snapshot');
    const { rowIssues } = await import('../../../engine/data/row-issues');
    return rowIssues(await openSnapshot(context.workspace, input.fingerprint), input.start, input.end, input.outcome);
  }),

  exportRowIssues: datasets.exportRowIssues.handler(async ({ input, context }) => {
    const { openSnapshot } = await import('../../../engine/data/snapshot');
    const { exportRowIssues } = await import('../../../engine/data/row-issues');
    const { workspace } = context;
    const { fingerprint, out, raw } = input;
    return exportRowIssues(
      workspace,
      await openSnapshot(workspace, fingerprint),
      out,
      raw === true ? 'raw' : 'guarded',
    );
  }),
};
