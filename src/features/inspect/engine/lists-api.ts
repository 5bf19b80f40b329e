import { rulesThatCount } from '../../../engine/kept/rules-that-count';
import type { RunSession } from '../../../engine/sessions/run-session';
import { api } from '../../calls';

export const listsApi = {
  show: api.lists.show.handler(async ({ input, context }) => {
    const { shownList } = await import('../../../engine/delivery/show');
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
};
