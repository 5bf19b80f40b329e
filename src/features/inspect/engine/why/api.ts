import { ofRun } from '../../../../engine/calls/handlers';
import { readLabels } from '../../../../engine/kept/labels';
import { rulesThatCount } from '../../../../engine/kept/rules-that-count';
import type { RunSession } from '../../../../engine/sessions/run-session';
import type { Workspace } from '../../../../engine/storage/workspace';
import type { AppliedRules, RulesChoice } from '../../../../shared/contract/rules';
import type { Tuning } from '../../../../shared/contract/tuning';
import { api } from '../../../calls';

const profiles = api.profiles;

export const whyProfileApi = {
  explain: profiles.explain.handler(
    ofRun(async (session, input, { workspace }) =>
      (await import('./explain')).explain(
        session,
        await underRules(workspace, session, input),
        await readLabels(workspace, session.record.dataset.fingerprint),
      ),
    ),
  ),
  whyNot: profiles.whyNot.handler(
    ofRun(async (session, input, { workspace }) =>
      (await import('./why-not')).whyNot(session, await underRules(workspace, session, input)),
    ),
  ),
};

/** The question with the rules that count; a list under a tuning is asked about without rules, unless rules are given. */
async function underRules<Input extends { rules?: RulesChoice | undefined; tuning?: Tuning | undefined }>(
  workspace: Workspace,
  { record }: RunSession,
  { rules: choice, ...input }: Input,
): Promise<Omit<Input, 'rules'> & { rules?: AppliedRules }> {
  if (choice === undefined && input.tuning !== undefined) return input;
  const rules = await rulesThatCount(workspace, record.dataset.fingerprint, choice);
  return { ...input, ...(rules && { rules: { set: rules.set, date: rules.date } }) };
}
