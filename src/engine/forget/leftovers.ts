/** What programs that were killed left half written may hold anything: it goes too, unless somebody is at work on it. */
import * as path from 'node:path';
import { entriesOf, lastChange } from '../storage/disk';
import { removeFolder } from '../storage/files';
import { TEMPORARY_NAME, writerOf } from '../storage/temporary';
import type { Workspace } from '../storage/workspace';

/** Milliseconds. What another machine writes is touched every second. */
const UNTOUCHED = 60 * 60 * 1000;

export async function removeLeftovers(workspace: Workspace): Promise<void> {
  for (const folder of new Set(Object.values(workspace)))
    for (const { name } of await entriesOf(folder)) {
      const target = path.join(folder, name);
      if (TEMPORARY_NAME.test(name) && (await isAbandoned(target, name))) await removeFolder(target);
    }
}

async function isAbandoned(target: string, name: string): Promise<boolean> {
  const writer = writerOf(name);
  return writer === 'gone' || (writer === 'unknown' && Date.now() - (await lastChange(target)) > UNTOUCHED);
}
