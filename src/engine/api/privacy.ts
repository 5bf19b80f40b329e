import { api } from './context';
import { withProgress } from './progress';

const { privacy } = api;

export const privacyApi = {
  planForgetting: privacy.planForgetting.handler(async ({ input, context }) => {
    const { planForgetting } = await import('../privacy/plan-forgetting');
    return (await planForgetting(context.workspace, input)).plan;
  }),

  forget: privacy.forget.handler(async function* ({ input, context }) {
    const { forget } = await import('../privacy/forget');
    const { workspace } = context;
    const onReplaced = async (datasets: readonly string[], runs: readonly string[]): Promise<void> =>
      (await context.sessions()).forget(datasets, runs);
    // Leaving it stops nothing: what was begun is finished, now or at the next start.
    return yield* withProgress((onProgress) => forget({ workspace, ...input, onProgress, onReplaced }));
  }),
};
