/** A disk that a test can fill: a file system of a few megabytes in memory, which only root on Linux may mount. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, writeFileSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';

const CHUNK = 4096;

function mount(folder: string, kilobytes: number): string | null {
  const size = `size=${kilobytes}k,mode=0777`;
  const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', folder], {
    encoding: 'utf8',
  });
  return status === 0 ? null : (error?.message ?? stderr.trim());
}

const unmount = (folder: string): void => void spawnSync('umount', ['-l', folder]);

/** Why there is no small disk here, shown by skipped tests; null if there is one. */
export const NO_SMALL_DISK: string | null = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root of a Linux may mount a file system';
  const folder = mkdtempSync(path.join(os.tmpdir(), 'shelfwise-disk-'));
  const failure = mount(folder, 64);
  if (failure === null) unmount(folder);
  rmdirSync(folder);
  return failure;
})();

export interface SmallDisk {
  readonly folder: string;
  /** Fills it except for this many bytes; `fill` leaves none. */
  leave(bytes: number): Promise<void>;
  /** Fills it to the last byte, before others write: what they write meanwhile makes the filling smaller, and never fails it. */
  fill(): void;
  /** Removes the filling. */
  clear(): Promise<void>;
  remove(): Promise<void>;
}

export async function smallDisk(kilobytes = 4096): Promise<SmallDisk> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-disk-'));
  const failure = mount(folder, kilobytes);
  if (failure !== null) throw new Error(failure);
  const filling = path.join(folder, 'filling');
  const clear = (): Promise<void> => fs.rm(filling, { force: true });
  return {
    folder,
    clear,
    async leave(bytes) {
      await clear();
      const { bavail, bsize } = await fs.statfs(folder);
      const size = Math.floor((bavail * bsize - bytes) / CHUNK) * CHUNK;
      await fs.writeFile(filling, Buffer.alloc(size));
    },
    fill() {
      try {
        writeFileSync(filling, Buffer.alloc(kilobytes * 1024));
      } catch {
        // Expected: what fits has been written.
      }
    },
    async remove() {
      unmount(folder);
      await fs.rmdir(folder);
    },
  };
}
