/** The lists that would leave the program now: those of a run under the rules that count today. */
import type { RulesThatCount } from '../../../shared/contract/rule-answers';
import { rulesThatCount } from '../../../engine/kept/rules-that-count';
import { deliveredLists } from '../../../engine/delivery/deliver';
import { hashLists } from '../../../engine/runs/lists-file';
import type { RunSession } from '../../../engine/sessions/run-session';
import type { Workspace } from '../../../engine/storage/workspace';

export interface DeliveredNow {
  readonly rules: RulesThatCount;
  readonly deliveredSha256: string;
}

/** @returns null where no rule counts: then the lists are those as trained */
export async function deliveredNow(workspace: Workspace, session: RunSession): Promise<DeliveredNow | null> {
  const rules = await rulesThatCount(workspace, session.record.dataset.fingerprint);
  if (rules === null) return null;
  const { lists, items } = await deliveredLists(session, { rules });
  const { profiles } = await session.data();
  return { rules, deliveredSha256: hashLists(profiles.ids, items.ids, lists) };
}
