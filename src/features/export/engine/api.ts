import { MOST_NEW_SHOWN } from '../contract/limits';
import { withProgress } from '../../../engine/calls/progress';
import { doWork } from '../../remote-work';
import { findAnyRun, findRun } from '../../../engine/runs/store';
import { refuseUnfollowing } from '../../../engine/training/train/check-brought';
import { api } from '../../calls';

const runs = api.runs;

export const exportRunApi = {
  export: runs.export.handler(async ({ input, context, signal }) => {
    const { exportLists } = await import('./lists-for-export');
    return exportLists(context, input, signal);
  }),

  previewExport: runs.previewExport.handler(async ({ input, context, signal }) => {
    const { previewExport } = await import('./export-run');
    const { listsForExport } = await import('./lists-for-export');
    const { workspace } = context;
    const { runId, lines, rules, tuning, ...what } = input;
    const run = await findRun(workspace, runId);
    await refuseUnfollowing(context, run, signal);
    const lists = await listsForExport(context, run, { ...what, rules, tuning, lines }, signal);
    const preview = await previewExport({ workspace, run, ...what, ...lists, signal }, lines);
    const first = preview.first && { ...preview.first, titles: [...preview.first.titles] };
    return { ...preview, lines: [...preview.lines], first, newTitles: preview.newTitles.slice(0, MOST_NEW_SHOWN) };
  }),

  exports: runs.exports.handler(async ({ input, context }) => {
    const { earlierExports } = await import('../../../engine/runs/earlier-exports');
    const { folder } = await findAnyRun(context.workspace, input.runId);
    return earlierExports(folder);
  }),

  lastExport: runs.lastExport.handler(async ({ context }) => {
    const { lastExport } = await import('./last-export');
    return lastExport(context.workspace);
  }),
};

export const exportUnitApi = {
  lists: api.units.lists.handler(({ input: { on, ...request }, context, signal }) =>
    withProgress(async (onProgress, stop) => {
      // Nothing of it goes to a cluster for an export that is refused.
      await refuseUnfollowing(context, await findRun(context.workspace, request.run), stop);
      return doWork(context, { kind: 'lists', request, on }, { onProgress, signal: stop });
    }, signal),
  ),
};
