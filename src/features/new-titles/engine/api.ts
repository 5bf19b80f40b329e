import { ofRun } from '../../../engine/calls/handlers';
import { rulesThatCount } from '../../../engine/kept/rules-that-count';
import { api } from '../../calls';

const { newTitles } = api;

/** Titles without viewings: the titles that they stand in for, and their value on a hold-out. */
export const newTitlesApi = {
  list: newTitles.list.handler(ofRun(async (session) => (await import('./new-titles-of-run')).newTitlesOfRun(session))),
  explain: newTitles.explain.handler(
    ofRun(async (session, { rules, ...request }, { workspace }) =>
      (await import('./stand-in')).standIn(session, {
        ...request,
        rules: await rulesThatCount(workspace, session.record.dataset.fingerprint, rules),
      }),
    ),
  ),
  judge: newTitles.judge.handler(
    ofRun(async (session, places) => (await import('./judge-new-titles')).judgeNewTitles(session, places)),
  ),
};
