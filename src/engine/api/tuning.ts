import { api } from './context';
import { keptTuningsApi } from './kept';

const tuning = api.tuning;

export const tuningApi = {
  apply: tuning.apply.handler(async ({ input, context }) => {
    const { tuneList } = await import('../recommend/tuning');
    const sessions = await context.sessions();
    const { against } = input;
    return sessions.withRun(input.runId, (session) =>
      against === undefined
        ? tuneList(session, input)
        : sessions.withRun(against, (other) => tuneList(session, input, other)),
    );
  }),

  directions: tuning.directions.handler(async ({ input, context }) => {
    const { describeDirections } = await import('../recommend/tuning');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => describeDirections(session, input.count));
  }),

  ...keptTuningsApi,
};
