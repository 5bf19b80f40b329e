import { api } from '../../calls';
import { datasetOf } from '../../../engine/calls/dataset-of';
import { withProgress } from '../../../engine/calls/progress';

const { privacy } = api;

export const privacyApi = {
  planForgetting: privacy.planForgetting.handler(async ({ input, context }) => {
    const { planForgetting } = await import('./plan-forgetting');
    return (await planForgetting(context.workspace, input)).plan;
  }),

  pseudonym: privacy.pseudonym.handler(async ({ input, context }) => {
    const { keyOfDataset } = await import('../../../engine/data/privacy/pseudonyms');
    const key = await keyOfDataset(input.pseudonymKey, await datasetOf(context, input.data));
    return { pseudonym: key.of(input.profile) };
  }),

  forget: privacy.forget.handler(async function* ({ input, context }) {
    const { forget } = await import('./forget');
    const { workspace } = context;
    const onReplaced = async (datasets: readonly string[], runs: readonly string[]): Promise<void> =>
      (await context.sessions()).forget(datasets, runs);
    // Leaving the iterator stops nothing: forgetting is finished now or at the next start.
    return yield* withProgress((onProgress) => forget({ workspace, ...input, onProgress, onReplaced }));
  }),
};
