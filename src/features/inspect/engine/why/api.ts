import { ofRun } from '../../../../engine/calls/handlers';
import { readLabels } from '../../../../engine/kept/labels';
import { api } from '../../../calls';

const profiles = api.profiles;

export const whyProfileApi = {
  explain: profiles.explain.handler(
    ofRun(async (session, input, { workspace }) =>
      (await import('./explain')).explain(
        session,
        input,
        await readLabels(workspace, session.record.dataset.fingerprint),
      ),
    ),
  ),
  whyNot: profiles.whyNot.handler(ofRun(async (session, input) => (await import('./why-not')).whyNot(session, input))),
};
