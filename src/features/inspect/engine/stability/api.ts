import { api } from '../../../calls';
import { withProgress } from '../../../../engine/calls/progress';

const runs = api.runs;

export const stabilityRunApi = {
  measureStability: runs.measureStability.handler(async function* ({ input, context, signal }) {
    const { measureStability } = await import('./run-stability');
    const sessions = await context.sessions();
    return yield* withProgress(
      (onProgress, signalOfStop) =>
        sessions.withRun(input.runId, (session) =>
          measureStability(session, { ...input, onProgress, signal: signalOfStop }),
        ),
      signal,
    );
  }),

  noiseScores: runs.noiseScores.handler(async ({ input, context }) => {
    const { noiseScores } = await import('./noise-scores');
    return noiseScores(context.workspace, input.runId);
  }),

  stability: runs.stability.handler(async ({ input, context }) => {
    const { measuredBefore } = await import('./run-stability');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, measuredBefore);
  }),
};
