import { longWork } from '../../../engine/calls/handlers';
import { api, type EngineContext } from '../../calls';

const runs = api.runs;

export const runComparisonRunApi = {
  compare: runs.compare.handler(async ({ input, context }) =>
    (await import('./compare-runs')).compareRuns(await sourcesOf(context), input.runIds),
  ),
  sideBySide: runs.sideBySide.handler(async ({ input: { runIds, profile }, context }) =>
    (await import('./side-by-side')).listsSideBySide(context.workspace, runIds, profile),
  ),
  scoreAgain: runs.scoreAgain.handler(
    longWork(async ({ runIds }, context, options) =>
      (await import('./score-again')).scoreAgain(await sourcesOf(context), runIds, options),
    ),
  ),
};

const sourcesOf = async ({ workspace, sessions }: EngineContext) => ({ workspace, sessions: await sessions() });
