import * as fs from 'node:fs/promises';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { requestStop, type RunLock } from '../../machine/trainers/lock';
import { createGuard } from './guard';

const LOCK: RunLock = {
  report: () => undefined,
  lost: new AbortController().signal,
  assertOurs: async () => undefined,
  release: async () => undefined,
};

test('stops a trainer between two steps if its folder or its own process was asked to', async () => {
  const folder = await temporaryFolder();
  const stop = new AbortController();
  const asked = createGuard(folder, LOCK, stop.signal);
  await asked('choose', 0.5);
  // The request cannot be written: the disk is full.
  await fs.rm(folder, { recursive: true });
  await expect(requestStop(folder)).rejects.toMatchObject({ code: 'not-found' });
  stop.abort();
  await expect(asked('choose', 0.6)).rejects.toMatchObject({ code: 'stopped' });
  const other = await temporaryFolder();
  await requestStop(other);
  await expect(createGuard(other, LOCK)('choose', 0.5)).rejects.toMatchObject({ code: 'stopped' });
});
