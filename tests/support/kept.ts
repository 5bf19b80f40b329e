/**
 * Things made once for all test files of a vitest run, such as a trained run. They never change: a test that changes
 * one takes a copy.
 */
import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';
import { sha256 } from '../../src/engine/storage/read-files';

/** Milliseconds between looks at what another process makes. */
const LOOK_AGAIN = 50;

/**
 * The folder of that name, filled by the first test that needs it. Others wait; if filling fails, each of them tries
 * and fails with the reason.
 * @param name everything that the content depends on
 */
export async function keptOnce(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  // Another test file may have filled it, by modules that this one does not load (tests/support/record-uses.ts).
  (globalThis as { uses?: { places: Set<string> } }).uses?.places.add('*');
  const folder = path.join(inject('keptFolder'), sha256(Buffer.from(name)).slice(0, 16));
  const filling = `${folder}.filling`;
  for (;;) {
    if (existsSync(folder)) return folder;
    if (!(await isMine(filling))) {
      await sleep(LOOK_AGAIN);
      continue;
    }
    try {
      if (existsSync(folder)) return folder;
      const unfinished = path.join(filling, 'content');
      await fs.mkdir(unfinished);
      await fill(unfinished);
      await fs.rename(unfinished, folder);
    } finally {
      await fs.rm(filling, { recursive: true, force: true });
    }
  }
}

/** Only one process can create a folder. */
async function isMine(folder: string): Promise<boolean> {
  try {
    await fs.mkdir(folder);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw thrown;
  }
}
