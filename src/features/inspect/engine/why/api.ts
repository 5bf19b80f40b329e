import { ofRun } from '../../../../engine/calls/handlers';
import { readLabels } from '../../../../engine/kept/labels';
import { rulesThatCount } from '../../../../engine/kept/rules-that-count';
import { api } from '../../../calls';

const profiles = api.profiles;

export const whyProfileApi = {
  explain: profiles.explain.handler(
    ofRun(async (session, { rules, ...input }, { workspace }) => {
      const { fingerprint } = session.record.dataset;
      return (await import('./explain')).explain(
        session,
        { ...input, rules: await rulesThatCount(workspace, fingerprint, rules) },
        await readLabels(workspace, fingerprint),
      );
    }),
  ),
  whyNot: profiles.whyNot.handler(
    ofRun(async (session, { rules, ...input }, { workspace }) =>
      (await import('./why-not')).whyNot(session, {
        ...input,
        rules: await rulesThatCount(workspace, session.record.dataset.fingerprint, rules),
      }),
    ),
  ),
};
