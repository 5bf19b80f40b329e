import { api, type EngineContext } from '../../calls';
import { withProgress } from '../../../engine/calls/progress';

const runs = api.runs;

export const runComparisonRunApi = {
  compare: runs.compare.handler(async ({ input, context }) => {
    const { compareRuns } = await import('./compare-runs');
    return compareRuns(await sourcesOf(context), input.runIds);
  }),

  sideBySide: runs.sideBySide.handler(async ({ input: { runIds, profile }, context }) => {
    const { listsSideBySide } = await import('./side-by-side');
    return listsSideBySide(context.workspace, runIds, profile);
  }),

  scoreAgain: runs.scoreAgain.handler(async function* ({ input, context, signal }) {
    const { scoreAgain } = await import('./score-again');
    const sources = await sourcesOf(context);
    return yield* withProgress(
      (onProgress, stop) => scoreAgain(sources, input.runIds, { onProgress, signal: stop }),
      signal,
    );
  }),
};

const sourcesOf = async ({ workspace, sessions }: EngineContext) => ({ workspace, sessions: await sessions() });
