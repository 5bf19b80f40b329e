/** Removes half-written files of killed programs, which may hold anything, unless a program is still at work on them. */
import * as path from 'node:path';
import { abandonedOf, type Pause } from '../storage/abandoned';
import { entriesOf } from '../storage/disk';
import { removeFolder } from '../storage/files';
import { TEMPORARY_NAME, writerOf } from '../storage/temporary';
import type { Workspace } from '../storage/workspace';

/** @param untilSecondLook as of abandonedOf */
export async function removeLeftovers(workspace: Workspace, untilSecondLook?: Pause): Promise<void> {
  const inDoubt: string[] = [];
  for (const folder of new Set(Object.values(workspace)))
    for (const { name } of await entriesOf(folder)) {
      const writer = TEMPORARY_NAME.test(name) ? writerOf(name) : 'alive';
      if (writer === 'gone') await removeFolder(path.join(folder, name));
      if (writer === 'unknown') inDoubt.push(path.join(folder, name));
    }
  for (const target of await abandonedOf(workspace.folder, inDoubt, untilSecondLook)) await removeFolder(target);
}
