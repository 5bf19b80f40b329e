import { api, type EngineContext } from '../../calls';
import { asShown, foundRun } from '../../../engine/calls/shown-run';
import { findRun } from '../../../engine/runs/store';
import { refuseUnfollowing } from '../../../engine/training/train/check-brought';

const runs = api.runs;

export const reportRunApi = {
  report: runs.report.handler(async ({ input: { runId, ...request }, context }) => {
    const { runReport } = await import('./report');
    return runReport(await sourcesOf(context), await foundRun(context, runId), request);
  }),

  saveReport: runs.saveReport.handler(async ({ input: { runId, ...request }, context, signal }) => {
    const run = await findRun(context.workspace, runId);
    await refuseUnfollowing(context, run, signal);
    const { saveReport } = await import('./report');
    return saveReport(await sourcesOf(context), await asShown(context, run.record), request);
  }),
};

const sourcesOf = async ({ workspace, sessions }: EngineContext) => ({ workspace, sessions: await sessions() });
