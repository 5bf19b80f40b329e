import { api } from '../../calls';
import { withProgress } from '../../../engine/calls/progress';

const runs = api.runs;

export const outcomeRunApi = {
  outcomes: runs.outcomes.handler(async function* ({ input: { rules, ...request }, context, signal }) {
    const { outcomesIn } = await import('./outcomes-in');
    return yield* withProgress(
      (onProgress, stop) => outcomesIn(context, request, { rules, onProgress, signal: stop }),
      signal,
    );
  }),
};
