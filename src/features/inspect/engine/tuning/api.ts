import { longWorkOfRun, ofRun } from '../../../../engine/calls/handlers';
import { keptByName } from '../../../../engine/calls/kept-by-name';
import { rulesThatCount } from '../../../../engine/kept/rules-that-count';
import { TUNINGS } from '../../../../engine/kept/segments-and-tunings';
import type { RunSession } from '../../../../engine/sessions/run-session';
import { api } from '../../../calls';
import { rowsOfFilter } from '../../../../engine/sessions/profile-rows';

const tuning = api.tuning;
const kept = keptByName(TUNINGS);

export const tuningApi = {
  apply: tuning.apply.handler(async ({ input, context }) => {
    const { shownList } = await import('../../../../engine/lists/shown-list');
    const sessions = await context.sessions();
    const { against } = input;
    const rulesOf = ({ record }: RunSession) =>
      rulesThatCount(context.workspace, record.dataset.fingerprint, input.rules);
    return sessions.withRun(input.runId, async (session) => {
      const rules = await rulesOf(session);
      if (against === undefined) return shownList(session, input, rules);
      return sessions.withRun(against, async (other) =>
        shownList(session, input, rules, { session: other, rules: await rulesOf(other) }),
      );
    });
  }),

  directions: tuning.directions.handler(
    ofRun(async (session, { count }) =>
      (await import('../../../../engine/lists/directions')).describeDirections(session, count),
    ),
  ),

  effect: tuning.effect.handler(
    longWorkOfRun(async (session, { tuning: asked, filter }, context, options) => {
      const { tuningEffect } = await import('./tuning-effect');
      const group = filter === undefined ? null : await rowsOfFilter(context.workspace, session, filter);
      return tuningEffect(session, { tuning: asked, group, ...options });
    }),
  ),

  list: tuning.list.handler(kept.list),
  keep: tuning.keep.handler(kept.keep),
  remove: tuning.remove.handler(kept.remove),
  history: tuning.history.handler(kept.history),
  restore: tuning.restore.handler(kept.restore),
};
