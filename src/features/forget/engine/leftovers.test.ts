import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryWorkspace } from '../../../../tests/support/finished-run';
import { NO_PROCESS } from '../../../../tests/support/no-process';
import { hostTag } from '../../../engine/storage/processes';
import { removeLeftovers } from './leftovers';

const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * 60 * 60 * 1000);

test('removes what no program is writing, and keeps what changes, whatever the clocks say', async () => {
  const workspace = await temporaryWorkspace();
  const make = async (name: string, date: Date): Promise<string> => {
    const folder = path.join(workspace.datasets, `.new.0123456789${name}.part`);
    await fs.mkdir(folder);
    const file = path.join(folder, 'rows');
    await fs.writeFile(file, 'a profile');
    for (const place of [file, folder]) await fs.utimes(place, date, date);
    return file;
  };
  const [here, there] = [`-${hostTag()}-`, '-0badcafe-1'];
  await make(`aa${here}${NO_PROCESS}`, new Date());
  await make(`ab${there}`, hoursAgo(2));
  // The clock of another machine is three hours behind, and that machine touches what it writes.
  const behind = await make(`ac${there}`, hoursAgo(3));
  const kept = [behind, await make(`ad${there}`, new Date()), await make(`ae${there}`, hoursAgo(-5))];
  kept.push(await make(`af${here}${process.pid}`, hoursAgo(9)));
  await removeLeftovers(workspace, () => fs.utimes(behind, hoursAgo(3), new Date(1e12)));
  expect((await fs.readdir(workspace.datasets)).sort()).toEqual(
    kept.map((file) => path.basename(path.dirname(file))).sort(),
  );
});
