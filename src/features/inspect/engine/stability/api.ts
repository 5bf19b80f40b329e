import { longWorkOfRun, ofRun } from '../../../../engine/calls/handlers';
import { api } from '../../../calls';

const runs = api.runs;

export const stabilityRunApi = {
  measureStability: runs.measureStability.handler(
    longWorkOfRun(async (session, input, _, options) =>
      (await import('./run-stability')).measureStability(session, { ...input, ...options }),
    ),
  ),
  noiseScores: runs.noiseScores.handler(async ({ input, context }) =>
    (await import('./noise-scores')).noiseScores(context.workspace, input.runId),
  ),
  stability: runs.stability.handler(
    ofRun(async (session) => (await import('./run-stability')).measuredBefore(session)),
  ),
};
