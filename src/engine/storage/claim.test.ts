import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ClaimSeen, releaseClaim, removeAbandoned, takeClaim } from './claim';

let folder: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-claim-'));
});
afterEach(() => fs.rm(folder, { recursive: true }));

it(
  'a claim that its holder keeps touching is never taken for abandoned, and is gone when it is released',
  { tags: ['thorough'] },
  async () => {
    const file = path.join(folder, 'claim');
    const claim = await takeClaim(file);
    expect(await takeClaim(file)).toBeNull();
    let seen: ClaimSeen | null = null;
    // For longer than a claim may stay unchanged: as many touches as fit into twice that time.
    for (const states = new Set<string>(); states.size < 10; await sleep(20)) {
      seen = await removeAbandoned(file, seen);
      expect(seen, 'it was taken for abandoned').not.toBeNull();
      states.add(seen!.state);
    }
    await releaseClaim(claim!);
    expect(await fs.readdir(folder)).toEqual([]);
  },
);

it('who was robbed of a claim while it slept leaves that of the robber alone', async () => {
  const file = path.join(folder, 'claim');
  const slept = await takeClaim(file);
  await fs.rename(file, path.join(folder, 'kept, so that its inode is not used again'));
  const robber = await takeClaim(file);
  await releaseClaim(slept!);
  expect(await fs.readdir(folder)).toContain('claim');
  await releaseClaim(robber!);
  expect(await fs.readdir(folder)).not.toContain('claim');
});
