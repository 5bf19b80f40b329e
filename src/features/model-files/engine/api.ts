import { api } from '../../calls';

const runs = api.runs;

export const modelFilesRunApi = {
  saveModel: runs.saveModel.handler(async ({ input: { runId, out }, context }) => {
    const { writeModelFolder } = await import('./model-folder');
    const sessions = await context.sessions();
    return sessions.withRun(runId, (session) => writeModelFolder(context.workspace, session, out));
  }),
};
