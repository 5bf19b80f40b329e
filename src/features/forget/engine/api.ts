import { api } from '../../calls';
import { withProgress } from '../../../engine/calls/progress';

const { privacy } = api;

export const privacyApi = {
  planForgetting: privacy.planForgetting.handler(async ({ input, context }) => {
    const { planForgetting } = await import('./plan-forgetting');
    return (await planForgetting(context.workspace, input)).plan;
  }),

  pseudonym: privacy.pseudonym.handler(async ({ input, context }) => {
    const [{ openSnapshot }, { keyOfDataset }] = await Promise.all([
      import('../../../engine/data/snapshot'),
      import('../../../engine/data/privacy/pseudonyms'),
    ]);
    const { dataset } = await openSnapshot(context.workspace, input.data);
    const key = await keyOfDataset(input.pseudonymKey, dataset);
    return { pseudonym: key.of(input.profile) };
  }),

  forget: privacy.forget.handler(async function* ({ input, context }) {
    const { forget } = await import('./forget');
    const { workspace } = context;
    const onReplaced = async (datasets: readonly string[], runs: readonly string[]): Promise<void> =>
      (await context.sessions()).forget(datasets, runs);
    // Leaving the iterator stops nothing: forgetting is finished, now or at the next start.
    return yield* withProgress((onProgress) => forget({ workspace, ...input, onProgress, onReplaced }));
  }),
};
