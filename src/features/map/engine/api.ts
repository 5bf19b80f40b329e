import { numericEnvironment } from '../../../engine/machine/environment/numeric-mode';
import { findRun } from '../../../engine/runs/store';
import { api } from '../../calls';
import { withProgress } from '../../../engine/calls/progress';

const { map } = api;

/** Profiles or titles of a run in two dimensions. */
export const mapApi = {
  get: map.get.handler(async ({ input: { runId, of }, context }) => {
    const { runMap } = await import('./run-map');
    const sessions = await context.sessions();
    return sessions.withRun(runId, (session) => runMap(session, of, context.maps.isAtWork(session.record.runId, of)));
  }),
  make: map.make.handler(async function* ({ input, context, signal }) {
    const { workspace, launcher, maps } = context;
    const { record } = await findRun(workspace, input.runId);
    const request = { ...input, runId: record.runId };
    const environment = numericEnvironment(record.recipe['numeric.mode']);
    return yield* withProgress(
      (onProgress, left) =>
        maps.watch(
          request,
          (tell, stop) =>
            launcher.map({
              workspaceFolder: workspace.folder,
              request,
              environment,
              onProgress: tell,
              signal: stop,
            }),
          onProgress,
          left,
        ),
      signal,
    );
  }),
  stop: map.stop.handler(async ({ input, context }) => {
    const { record } = await findRun(context.workspace, input.runId);
    return { stopped: await context.maps.stop(record.runId, input.of) };
  }),
  save: map.save.handler(async ({ input: { runId, of, out, raw }, context }) => {
    const { saveMap } = await import('./save-map');
    const sessions = await context.sessions();
    const form = raw === true ? 'raw' : 'guarded';
    return sessions.withRun(runId, (session) => saveMap(context.workspace, session, { of, out, form }));
  }),
  colour: map.colour.handler(async ({ input, context }) => {
    const { mapColours } = await import('./colours');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => mapColours(session, input.of, input.by));
  }),
};
