/** Removes half-written files of killed programs, which may hold anything, unless a program is still at work on them. */
import { abandonedOf, type Pause } from '../storage/abandoned';
import { removeFolder } from '../storage/files';
import { halfWrittenIn } from '../storage/half-written';
import type { Workspace } from '../storage/workspace';

/** @param untilSecondLook as of abandonedOf */
export async function removeLeftovers(workspace: Workspace, untilSecondLook?: Pause): Promise<void> {
  const leftovers = await halfWrittenIn(workspace);
  for (const { target, isSure } of leftovers) if (isSure) await removeFolder(target);
  const inDoubt = leftovers.filter(({ isSure }) => !isSure).map(({ target }) => target);
  for (const target of await abandonedOf(workspace.folder, inDoubt, untilSecondLook)) await removeFolder(target);
}
