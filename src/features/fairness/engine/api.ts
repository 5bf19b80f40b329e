import { longWork, ofRun } from '../../../engine/calls/handlers';
import { api } from '../../calls';

export const fairnessRunApi = {
  fairness: api.runs.fairness.handler(
    ofRun(async (session, asked, { workspace }) => (await import('./fairness')).fairnessOf(workspace, session, asked)),
  ),
  measureFairness: api.runs.measureFairness.handler(
    longWork(async (input, context, options) =>
      (await import('./measure-chance')).measureChance(context, input, options),
    ),
  ),
};
