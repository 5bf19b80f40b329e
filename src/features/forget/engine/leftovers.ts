/** Removes half-written files of killed programs, which may contain anything, unless a program is still writing them. */
import { abandonedOf, type Pause } from '../../../engine/storage/abandoned';
import { removeFolder } from '../../../engine/storage/files';
import { halfWrittenIn } from '../../../engine/storage/half-written';
import type { Workspace } from '../../../engine/storage/workspace';

/** @param untilSecondLook as of abandonedOf */
export async function removeLeftovers(workspace: Workspace, untilSecondLook?: Pause): Promise<void> {
  const leftovers = await halfWrittenIn(workspace);
  for (const { target, isSure } of leftovers) if (isSure) await removeFolder(target);
  const inDoubt = leftovers.filter(({ isSure }) => !isSure).map(({ target }) => target);
  for (const target of await abandonedOf(workspace.folder, inDoubt, untilSecondLook)) await removeFolder(target);
}
