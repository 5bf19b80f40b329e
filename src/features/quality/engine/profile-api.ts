import { api } from '../../calls';

const profiles = api.profiles;

export const qualityProfileApi = {
  tested: profiles.tested.handler(async ({ input, context }) => {
    const { testedProfile } = await import('./tested-profile');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => testedProfile(session, input.profile));
  }),
};
