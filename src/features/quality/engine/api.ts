import { ofRun } from '../../../engine/calls/handlers';
import { api } from '../../calls';

const runs = api.runs;

export const qualityRunApi = {
  verdict: runs.verdict.handler(
    ofRun(async (session, _, { workspace }) => (await import('./verdict')).verdictOf(workspace, session)),
  ),
  found: runs.found.handler(async ({ input, context }) =>
    (await import('./found-next')).foundNextOf(context.workspace, input.runIds),
  ),
  figures: runs.figures.handler(ofRun(async (session) => (await import('./run-figures')).runFigures(session))),
};
