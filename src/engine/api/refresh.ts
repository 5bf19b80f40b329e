import { named } from './named-data';
import { toShelfwiseError } from '../../shared/errors';
import { readMarks, withMarks } from '../kept/marks';
import { addData } from './add-data';
import { api } from './context';
import { exportLists, outcomesIn } from './lists-for-export';
import { withProgress } from './progress';

export const refreshApi = {
  run: api.refresh.run.handler(async function* ({ input, context, signal }) {
    const { refresh } = await import('../refresh/refresh');
    const host = {
      ...context,
      add: (what: Parameters<typeof addData>[1], options: Parameters<typeof addData>[2]) =>
        addData(context, what, options),
      outcomes: (what: Parameters<typeof outcomesIn>[1], options: Parameters<typeof outcomesIn>[2]) =>
        outcomesIn(context, what, options),
      export: (what: Parameters<typeof exportLists>[1], stop: AbortSignal) => exportLists(context, what, stop),
    };
    return yield* withProgress(
      (onProgress, signalOfStop) => refresh(host, input, { onProgress, signal: signalOfStop }),
      signal,
    );
  }),

  base: api.refresh.base.handler(async ({ context: { workspace } }) => {
    const { baseOf } = await import('../refresh/base');
    const { listRefreshes } = await import('../refresh/kept-refreshes');
    const refreshes = await listRefreshes(workspace);
    const base = await baseOf(workspace, {}, refreshes).catch((thrown: unknown) => {
      if (toShelfwiseError(thrown).code === 'not-found') return null;
      throw thrown;
    });
    if (base === null) return null;
    const { fingerprint, name, pseudonyms } = named(base.data);
    const run = withMarks(base.run, await readMarks(workspace));
    return {
      run: { runId: run.runId, name: run.name },
      why: base.why,
      data: { fingerprint, name, pseudonyms: pseudonyms !== undefined },
    };
  }),

  list: api.refresh.list.handler(async ({ context }) => {
    const { listRefreshes } = await import('../refresh/kept-refreshes');
    return listRefreshes(context.workspace);
  }),
};
