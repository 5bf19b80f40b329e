import { longWork } from '../../../engine/calls/handlers';
import { api, type EngineContext } from '../../calls';

const runs = api.runs;

export const runComparisonRunApi = {
  compare: runs.compare.handler(async ({ input, context }) =>
    (await import('./compare-runs')).compareRuns(await sourcesOf(context), input.runIds),
  ),
  scoreAgain: runs.scoreAgain.handler(
    longWork(async ({ runIds }, context, options) =>
      (await import('./score-again')).scoreAgain(await sourcesOf(context), runIds, options),
    ),
  ),
};

const sourcesOf = async ({ workspace, sessions }: EngineContext) => ({ workspace, sessions: await sessions() });
