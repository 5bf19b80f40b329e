/** The next `bundle` removes what a killed one left beside the user's file, and nothing that others write there. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { bundleRun } from './bundle-run';
import { temporaryBeside } from '../../../engine/storage/temporary';
import { finishedRun, temporaryFolder } from '../../../../tests/support/finished-run';

/** The ID of a killed process of this machine. */
async function killedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(child, 'spawn');
  child.kill('SIGKILL');
  await once(child, 'close');
  return child.pid!;
}

test('the next bundle removes what a killed one left beside it, and nothing else', async () => {
  const { workspace, record } = await finishedRun();
  const folder = await temporaryFolder();
  const out = path.join(folder, 'run.shelfwise');
  const ours = temporaryBeside(out);
  const gone = String(await killedProcess());
  const left = ours.replace(`-${process.pid}.part`, `-${gone}.part`);
  const others = [
    // A process of this machine is writing it.
    ours,
    // A process of another machine may be writing it.
    left.replace(/-[0-9a-f]{8}-/, '-00000000-'),
    path.join(path.dirname(left), `other-${path.basename(left)}`),
    left.replace('run.shelfwise', 'run.shelfwise.more'),
    path.join(folder, 'run.shelfwise.part'),
    path.join(folder, 'film.part'),
  ];
  for (const file of [left, ...others]) await fs.writeFile(file, 'half');
  const written = await bundleRun({ workspace, runId: record.runId, out, withData: false });
  expect((await fs.readdir(folder)).sort()).toEqual(
    [path.basename(written.path), ...others.map((file) => path.basename(file))].sort(),
  );
});
