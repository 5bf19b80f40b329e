/** By whose word lists that hold leave the program: nothing leaves because nobody was there to look. */
import { approvalHolding, type StandingApprovals } from '../../../shared/contract/approvals';
import type { RulesChoice } from '../../../shared/contract/rules';
import type { Workspace } from '../../../engine/storage/workspace';
import type { Refresh } from '../contract/refresh';
import { readUnattended } from './unattended';

export type Released = NonNullable<NonNullable<Refresh['export']>['released']>;

interface OfLists {
  readonly runId: string;
  readonly rules?: RulesChoice | undefined;
}

/** Approving, and what is approved, as the calls of those names. */
export interface ReleaseHost {
  readonly workspace: Workspace;
  readonly approvals: (lists: OfLists) => Promise<StandingApprovals>;
  readonly approve: (lists: OfLists & { readonly by: string; readonly reason: string }) => Promise<unknown>;
}

/** What an approval says that a refresh gives in somebody's name: the option by which they asked for it. */
const REASON = 'refresh --approve-as';

/**
 * @param asked.approveAs whose approval is given here, unless the lists have one
 * @param asked.isHeld whether the comparison speaks against the lists: then a person alone may let them go, and no setting
 * @returns null where the lists have to wait for an approval
 */
export async function releasedBy(
  host: ReleaseHost,
  lists: OfLists,
  { approveAs, isHeld }: { readonly approveAs: string | undefined; readonly isHeld: boolean },
): Promise<Released | null> {
  const approval = approvalHolding(await host.approvals(lists));
  if (approval !== null) return { how: 'approved', by: approval.by };
  if (approveAs !== undefined) {
    await host.approve({ ...lists, by: approveAs, reason: REASON });
    return { how: 'approved', by: approveAs };
  }
  const unattended = isHeld ? null : await readUnattended(host.workspace);
  return unattended && { how: 'unattended', by: unattended.by };
}
