import { api } from '../../../calls';
import { keptTuningsApi } from './kept-api';
import { rowsOfFilter } from '../../../profiles/engine/profile-rows';
import { withProgress } from '../../../../engine/calls/progress';

const tuning = api.tuning;

export const tuningApi = {
  apply: tuning.apply.handler(async ({ input, context }) => {
    const { tuneList } = await import('../../../../engine/lists/tuning');
    const sessions = await context.sessions();
    const { against } = input;
    return sessions.withRun(input.runId, (session) =>
      against === undefined
        ? tuneList(session, input)
        : sessions.withRun(against, (other) => tuneList(session, input, other)),
    );
  }),

  directions: tuning.directions.handler(async ({ input, context }) => {
    const { describeDirections } = await import('../../../../engine/lists/tuning');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => describeDirections(session, input.count));
  }),

  effect: tuning.effect.handler(async function* ({ input: { runId, tuning: asked, filter }, context, signal }) {
    const { tuningEffect } = await import('./tuning-effect');
    const sessions = await context.sessions();
    return yield* withProgress(
      (onProgress, stop) =>
        sessions.withRun(runId, async (session) => {
          const group = filter === undefined ? null : await rowsOfFilter(context, session, filter);
          return tuningEffect(session, { tuning: asked, group, onProgress, signal: stop });
        }),
      signal,
    );
  }),

  ...keptTuningsApi,
};
