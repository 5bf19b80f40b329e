import { ofRun } from '../../../engine/calls/handlers';
import { api } from '../../calls';

export const qualityProfileApi = {
  tested: api.profiles.tested.handler(
    ofRun(async (session, { profile }) => (await import('./tested-profile')).testedProfile(session, profile)),
  ),
};
