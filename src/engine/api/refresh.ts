import { addData } from './add-data';
import { api } from './context';
import { exportLists } from './lists-for-export';
import { withProgress } from './progress';

export const refreshApi = {
  run: api.refresh.run.handler(async function* ({ input, context, signal }) {
    const { refresh } = await import('../refresh/refresh');
    const host = {
      ...context,
      add: (what: Parameters<typeof addData>[1], options: Parameters<typeof addData>[2]) =>
        addData(context, what, options),
      export: (what: Parameters<typeof exportLists>[1], stop: AbortSignal) => exportLists(context, what, stop),
    };
    return yield* withProgress(
      (onProgress, signalOfStop) => refresh(host, input, { onProgress, signal: signalOfStop }),
      signal,
    );
  }),

  list: api.refresh.list.handler(async ({ context }) => {
    const { listRefreshes } = await import('../refresh/kept-refreshes');
    return listRefreshes(context.workspace);
  }),
};
