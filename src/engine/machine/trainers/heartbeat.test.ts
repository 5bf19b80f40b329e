/** A heartbeat passes from one process to another while a third one reads it. */
import * as fs from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { heartbeatFile, readHeartbeat } from './heartbeat';

/** Runs right after a folder has been listed. */
let meanwhile: (() => Promise<void>) | null = null;

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>();
  return {
    ...real,
    readdir: async (...given: Parameters<typeof real.readdir>) => {
      const names = await real.readdir(...given);
      const act = meanwhile;
      meanwhile = null;
      await act?.();
      return names;
    },
  };
});

const leave = (folder: string, generation: number): Promise<void> =>
  fs.writeFile(
    heartbeatFile(folder, generation),
    JSON.stringify({ token: 'ab', pid: 1, host: 'here', at: '', starting: false, stage: null, fraction: 0 }),
  );

test('finds a heartbeat that a trainer took over while its folder was read', async () => {
  const folder = await temporaryFolder();
  await leave(folder, 1);
  meanwhile = async () => {
    await leave(folder, 2);
    await fs.rm(heartbeatFile(folder, 1));
  };
  expect(await readHeartbeat(folder)).toMatchObject({ generation: 2 });
});

test('finds no heartbeat if its trainer released it while its folder was read', async () => {
  const folder = await temporaryFolder();
  await leave(folder, 1);
  meanwhile = () => fs.rm(heartbeatFile(folder, 1));
  expect(await readHeartbeat(folder)).toBeNull();
});

test('finds no heartbeat behind a dangling link, and does not retry for ever', async () => {
  const folder = await temporaryFolder();
  await fs.symlink('nowhere', heartbeatFile(folder, 7));
  expect(await readHeartbeat(folder)).toBeNull();
});
