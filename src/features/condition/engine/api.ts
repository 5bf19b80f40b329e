import { longWork } from '../../../engine/calls/handlers';
import { api } from '../../calls';

const runs = api.runs;

export const conditionRunApi = {
  condition: runs.condition.handler(async ({ input, context }) =>
    (await import('./condition')).conditionOf(context.workspace, input.runId),
  ),
  conditions: runs.conditions.handler(async ({ input, context }) =>
    (await import('./condition')).conditionsOf(context.workspace, input.data),
  ),
  measureCondition: runs.measureCondition.handler(
    longWork(async (input, context, options) =>
      (await import('./condition')).measureCondition(context, input, options),
    ),
  ),
};
