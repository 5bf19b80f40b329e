import { longWork } from '../../../engine/calls/handlers';
import { api } from '../../calls';

export const outcomeRunApi = {
  outcomes: api.runs.outcomes.handler(
    longWork(async ({ rules, ...request }, context, options) =>
      (await import('./outcomes-in')).outcomesIn(context, request, { rules, ...options }),
    ),
  ),
};
