import { ofRun } from '../../../engine/calls/handlers';
import { api } from '../../calls';

export const fairnessRunApi = {
  fairness: api.runs.fairness.handler(
    ofRun(async (session, asked, { workspace }) => (await import('./fairness')).fairnessOf(workspace, session, asked)),
  ),
};
