import { ofRun } from '../../../../engine/calls/handlers';
import { api } from '../../../calls';

export const stabilityProfileApi = {
  stability: api.profiles.stability.handler(
    ofRun(async (session, input) => (await import('./stability')).stability(session, input)),
  ),
};
