import { api } from './context';

const tuning = api.tuning;

export const tuningApi = {
  apply: tuning.apply.handler(async ({ input, context }) => {
    const { tuneList } = await import('../recommend/tuning');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => tuneList(session, input));
  }),

  directions: tuning.directions.handler(async ({ input, context }) => {
    const { describeDirections } = await import('../recommend/tuning');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => describeDirections(session, input.count));
  }),
};
