import { listRuns } from '../../../engine/runs/store';
import { api } from '../../calls';

const runs = api.runs;

export const trainRunApi = {
  estimate: runs.estimate.handler(async ({ input, context }) => {
    const { listDatasets, openSnapshot } = await import('../../../engine/data/snapshot');
    const { estimateRun } = await import('../../../engine/training/train/estimate');
    const { dataset } = await openSnapshot(context.workspace, input.data);
    const [all, datasets] = await Promise.all([listRuns(context.workspace), listDatasets(context.workspace)]);
    return estimateRun(dataset, input.recipe, all, datasets);
  }),
};
