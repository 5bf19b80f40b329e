import type { addData } from '../../data-folder/engine/public';
import { api } from '../../calls';
import type { exportLists, refuseUnexportable } from '../../export/engine/public';
import { approvalsFor, approve } from '../../review/engine/public';
import { outcomesIn } from '../../outcome/engine/public';
import { withProgress } from '../../../engine/calls/progress';
import type { Progress } from '../../../shared/contract/progress';
import type { Refresh, RefreshBase, RefreshProgress } from '../contract/refresh';
import type { Base } from './base';

export const refreshApi = {
  run: api.refresh.run.handler(async function* ({ input, context, signal }) {
    const { refresh } = await import('./refresh');
    const { shownBase } = await import('./next-refresh');
    const { namingRuns } = await import('./naming-runs');
    const dataFolder = await import('../../data-folder/engine/public');
    const exporting = await import('../../export/engine/public');
    const host = {
      ...context,
      add: (what: Parameters<typeof addData>[1], options: Parameters<typeof addData>[2]) =>
        dataFolder.addData(context, what, options),
      outcomes: (what: Parameters<typeof outcomesIn>[1], options: Parameters<typeof outcomesIn>[2]) =>
        outcomesIn(context, what, options),
      export: (what: Parameters<typeof exportLists>[1], stop: AbortSignal) =>
        exporting.exportLists(context, what, stop),
      refuseUnexportable: (what: Parameters<typeof refuseUnexportable>[1], stop: AbortSignal) =>
        exporting.refuseUnexportable(context, what, stop),
      approvals: (lists: Parameters<typeof approvalsFor>[1]) => approvalsFor(context, lists),
      approve: (signed: Parameters<typeof approve>[1]) => approve(context, signed),
    };
    return yield* withProgress<Refresh, RefreshProgress>(async (tell, signalOfStop) => {
      let base: RefreshBase | undefined;
      // Sent with every progress, as only the latest one is delivered.
      const onProgress = (progress: Progress): void => tell({ ...progress, ...(base && { base }) });
      const onBegin = async (found: Base): Promise<void> => {
        base = await shownBase(context, found);
        onProgress({ phase: 'look', detail: input.folder, done: 0, total: 1 });
      };
      const done = await refresh(host, input, { onProgress, onBegin, signal: signalOfStop });
      return (await namingRuns(context.workspace))(done);
    }, signal);
  }),

  base: api.refresh.base.handler(async ({ context }) => {
    const { listRefreshes } = await import('./kept-refreshes');
    const { nextRefresh } = await import('./next-refresh');
    return nextRefresh(context, await listRefreshes(context.workspace));
  }),

  unattended: api.refresh.unattended.handler(async ({ context }) => {
    const { readUnattended } = await import('./unattended');
    return readUnattended(context.workspace);
  }),

  letUnattended: api.refresh.letUnattended.handler(async ({ input, context }) => {
    const { letUnattended } = await import('./unattended');
    return letUnattended(context.workspace, input.by);
  }),

  list: api.refresh.list.handler(async ({ context }) => {
    const { listRefreshes } = await import('./kept-refreshes');
    const { namingRuns } = await import('./naming-runs');
    return (await listRefreshes(context.workspace)).map(await namingRuns(context.workspace));
  }),
};
