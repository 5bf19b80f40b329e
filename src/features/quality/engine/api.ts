import { api } from '../../calls';

const runs = api.runs;

export const qualityRunApi = {
  verdict: runs.verdict.handler(async ({ input, context }) => {
    const { verdictOf } = await import('./verdict');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => verdictOf(context.workspace, session));
  }),

  figures: runs.figures.handler(async ({ input, context }) => {
    const { runFigures } = await import('./run-figures');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, runFigures);
  }),
};
