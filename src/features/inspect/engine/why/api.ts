import { api } from '../../../calls';

const profiles = api.profiles;

export const whyProfileApi = {
  explain: profiles.explain.handler(async ({ input, context }) => {
    const { explain } = await import('./explain');
    const { readLabels } = await import('../../../../engine/kept/labels');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, async (session) =>
      explain(session, input, await readLabels(context.workspace, session.record.dataset.fingerprint)),
    );
  }),

  whyNot: profiles.whyNot.handler(async ({ input, context }) => {
    const { whyNot } = await import('./why-not');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => whyNot(session, input));
  }),
};
