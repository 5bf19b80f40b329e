import { longWorkOfRun, ofRun } from '../../../../engine/calls/handlers';
import { keptByName } from '../../../../engine/calls/kept-by-name';
import { rulesThatCount } from '../../../../engine/kept/rules-that-count';
import { TUNINGS } from '../../../../engine/kept/segments-and-tunings';
import { api } from '../../../calls';
import { rowsOfFilter } from '../../../../engine/sessions/profile-rows';

const tuning = api.tuning;
const kept = keptByName(TUNINGS);

export const tuningApi = {
  directions: tuning.directions.handler(
    ofRun(async (session, { count }) =>
      (await import('../../../../engine/lists/directions')).describeDirections(session, count),
    ),
  ),

  effect: tuning.effect.handler(
    longWorkOfRun(async (session, { tuning: asked, filter, rules: choice }, context, options) => {
      const { tuningEffect } = await import('./tuning-effect');
      const group = filter === undefined ? null : await rowsOfFilter(context.workspace, session, filter);
      const rules = await rulesThatCount(context.workspace, session.record.dataset.fingerprint, choice);
      return tuningEffect(session, { tuning: asked, rules, group, ...options });
    }),
  ),

  list: tuning.list.handler(kept.list),
  keep: tuning.keep.handler(kept.keep),
  remove: tuning.remove.handler(kept.remove),
  history: tuning.history.handler(kept.history),
  restore: tuning.restore.handler(kept.restore),
};
