import { api } from '../../calls';

const { newTitles } = api;

/** Titles without viewings: what they stand in for, and what a hold-out says of them. */
export const newTitlesApi = {
  list: newTitles.list.handler(async ({ input: { runId }, context }) => {
    const { newTitlesOfRun } = await import('./new-titles-of-run');
    const sessions = await context.sessions();
    return sessions.withRun(runId, newTitlesOfRun);
  }),
  explain: newTitles.explain.handler(async ({ input: { runId, ...request }, context }) => {
    const { standIn } = await import('./stand-in');
    const sessions = await context.sessions();
    return sessions.withRun(runId, (session) => standIn(session, request));
  }),
  judge: newTitles.judge.handler(async ({ input: { runId, ...places }, context }) => {
    const { judgeNewTitles } = await import('./judge-new-titles');
    const sessions = await context.sessions();
    return sessions.withRun(runId, (session) => judgeNewTitles(session, places));
  }),
};
