import { MAP_WORK } from '../contract/make-map';
import { computingEnvironment } from '../../../engine/machine/environment/computing';
import { findRun } from '../../../engine/runs/store';
import { api } from '../../calls';
import { ofRun } from '../../../engine/calls/handlers';
import { withProgress } from '../../../engine/calls/progress';

const { map } = api;

/** Profiles or titles of a run in two dimensions. */
export const mapApi = {
  get: map.get.handler(
    ofRun(async (session, { of }, { maps }) =>
      (await import('./run-map')).runMap(session, of, maps.isAtWork(session.record.runId, of)),
    ),
  ),
  make: map.make.handler(async function* ({ input, context, signal }) {
    const { workspace, launcher, maps } = context;
    const { record } = await findRun(workspace, input.runId);
    const request = { ...input, runId: record.runId };
    return yield* withProgress(
      (onProgress, left) =>
        maps.watch(
          request,
          (tell, stop) =>
            launcher.ask(MAP_WORK, {
              workspaceFolder: workspace.folder,
              request,
              environment: computingEnvironment(),
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
  save: map.save.handler(
    ofRun(async (session, { of, out, raw }, { workspace }) =>
      (await import('./save-map')).saveMap(workspace, session, { of, out, form: raw === true ? 'raw' : 'guarded' }),
    ),
  ),
  colour: map.colour.handler(
    ofRun(async (session, { of, by }) => (await import('./colours')).mapColours(session, of, by)),
  ),
};
