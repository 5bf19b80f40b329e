import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ShelfwiseError } from '../../shared/errors';
import { type ClaimSeen, releaseClaim, removeAbandoned, takeClaim, whileClaimed } from './claim';
import { writeJson } from './files';

/** Runs directly before the system removes or renames a file. */
const { meanwhile } = vi.hoisted(() => ({
  meanwhile: { of: '', happens: async (): Promise<void> => undefined },
}));
vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof fs>();
  const before = async (at: unknown): Promise<void> => {
    if (at !== meanwhile.of) return;
    meanwhile.of = '';
    await meanwhile.happens();
  };
  return {
    ...original,
    rm: async (...given: Parameters<typeof fs.rm>) => before(given[0]).then(() => original.rm(...given)),
    rename: async (...given: Parameters<typeof fs.rename>) => before(given[0]).then(() => original.rename(...given)),
  };
});

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-claim-'));
  file = path.join(folder, 'notes.json');
});
afterEach(async () => {
  vi.useRealTimers();
  await fs.rm(folder, { recursive: true });
});

const claimOf = (): string => `${file}.claim`;
const take = () => takeClaim(claimOf(), file);
const content = async (): Promise<unknown> => JSON.parse(await fs.readFile(file, 'utf8'));

it(
  'never takes a claim that its holder keeps touching for abandoned, and deletes it on release',
  { tags: ['thorough'] },
  async () => {
    const claim = await take();
    expect(await take()).toBeNull();
    let seen: ClaimSeen | null = null;
    // Twice as long as a claim may stay unchanged.
    for (const states = new Set<number>(); states.size < 10; await sleep(20)) {
      seen = await removeAbandoned(claimOf(), seen);
      expect(seen, 'it was taken for abandoned').not.toBeNull();
      states.add(seen!.state.modified);
    }
    await releaseClaim(claim!);
    expect(await fs.readdir(folder)).toEqual([]);
  },
);

it('leaves the claim of its successor alone after losing its own while asleep', async () => {
  const slept = await take();
  await fs.rename(claimOf(), path.join(folder, 'kept, so that its inode is not used again'));
  const robber = await take();
  await releaseClaim(slept!);
  expect(await fs.readdir(folder)).toContain('notes.json.claim');
  await releaseClaim(robber!);
  expect(await fs.readdir(folder)).not.toContain('notes.json.claim');
});

describe('a program that stalls while it holds a claim', () => {
  it('changes nothing once another program has taken the claim over', { tags: ['thorough'] }, async () => {
    await writeJson(file, 'before');
    // Stalls the holder: its timer no longer touches the claim.
    vi.useFakeTimers({ toFake: ['setInterval'] });
    await expect(
      whileClaimed(file, async (claim) => {
        vi.useRealTimers();
        await whileClaimed(file, (theirs) => writeJson(file, 'theirs', { claim: theirs }));
        await writeJson(file, 'mine', { claim });
      }),
    ).rejects.toMatchObject({ code: 'busy', message: expect.stringContaining(`${file} was not changed`) });
    expect(await content()).toBe('theirs');
    expect(await fs.readdir(folder)).toEqual(['notes.json']);
  });

  it('keeps the claim if the waiting programs stalled as well', { tags: ['thorough'] }, async () => {
    const claim = await take();
    clearInterval(claim!.touching);
    let seen = await removeAbandoned(claimOf(), null);
    // As after the computer slept: a long time between two checks.
    seen = await removeAbandoned(claimOf(), { ...seen!, at: seen!.at - 60_000 });
    expect(seen).not.toBeNull();
    await claim!.assertOurs();
    await releaseClaim(claim!);
  });
});

it('lets no program that waits for a killed one overwrite the change of another', { tags: ['thorough'] }, async () => {
  await writeJson(file, 0);
  await fs.writeFile(claimOf(), '');
  const added = await Promise.all(
    Array.from({ length: 40 }, async () => {
      try {
        await whileClaimed(file, async (claim) => {
          const before = (await content()) as number;
          await sleep(5);
          await writeJson(file, before + 1, { claim });
        });
        return 1;
      } catch (thrown) {
        // The caller is asked to try again.
        if (thrown instanceof ShelfwiseError && thrown.code === 'busy') return 0;
        throw thrown;
      }
    }),
  );
  expect(added).toContain(1);
  expect(await content()).toBe(added.filter((one) => one === 1).length);
  expect(await fs.readdir(folder)).toEqual(['notes.json']);
});

it(
  'leaves an abandoned claim to a program that takes it over at the last moment',
  { tags: ['thorough', 'rare'] },
  async () => {
    await fs.writeFile(claimOf(), '');
    let theirs: Awaited<ReturnType<typeof take>> = null;
    meanwhile.of = claimOf();
    meanwhile.happens = async () => {
      await fs.rm(claimOf());
      theirs = await take();
    };
    for (let seen: ClaimSeen | null = null; meanwhile.of !== ''; await sleep(20))
      seen = await removeAbandoned(claimOf(), seen);
    expect(await take()).toBeNull();
    await theirs!.assertOurs();
    await releaseClaim(theirs!);
    expect(await fs.readdir(folder)).toEqual([]);
  },
);
