import { api } from '../../../calls';

const profiles = api.profiles;

export const stabilityProfileApi = {
  stability: profiles.stability.handler(async ({ input, context }) => {
    const { stability } = await import('./stability');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => stability(session, input));
  }),
};
