import { runsAsShown } from '../../../engine/calls/shown-run';
import { api } from '../../calls';

export const weekApi = {
  list: api.week.list.handler(async ({ input: { data }, context }) => {
    const { weeksOf } = await import('./weeks');
    const { listRefreshes, namingRuns, nextRefresh } = await import('../../refresh/engine/public');
    const { workspace } = context;
    const refreshes = await listRefreshes(workspace);
    const shown = refreshes.map(await namingRuns(workspace));
    const weeks = await weeksOf({ workspace, runs: await runsAsShown(context), refreshes: shown }, data);
    const inUse = await nextRefresh(context, refreshes);
    if (weeks.some((week) => week.data.fingerprint === inUse?.data.fingerprint)) return { weeks, base: inUse };
    // The run in use is of other data: this series goes on from its own last run.
    const last = weeks.find(({ run }) => run !== null)?.run;
    return { weeks, base: last ? await nextRefresh(context, refreshes, last.runId) : null };
  }),

  newlyWatched: api.week.newlyWatched.handler(async ({ input: { data, since }, context }) =>
    (await import('./newly-watched')).newlyWatched(context.workspace, data, since),
  ),
};
