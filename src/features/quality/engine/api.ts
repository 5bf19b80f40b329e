import { ofRun } from '../../../engine/calls/handlers';
import { api } from '../../calls';

const runs = api.runs;

export const qualityRunApi = {
  verdict: runs.verdict.handler(
    ofRun(async (session, _, { workspace }) => (await import('./verdict')).verdictOf(workspace, session)),
  ),
  figures: runs.figures.handler(ofRun(async (session) => (await import('./run-figures')).runFigures(session))),
};
