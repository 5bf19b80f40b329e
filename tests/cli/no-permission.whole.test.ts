/** Files without permission: status 7, a sentence with advice, and no partial files. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSmallFolder, type SmallFolder } from '../support/small-folder';
import { type Ended, temporaryCommandLine } from '../support/command-line';
import { everyNth } from '../support/tried';

/**
 * The user `nobody` on most systems. Root may read and write everything, so tests started by root run the program as
 * this user.
 */
const NOBODY = 65534;
const asRoot = process.getuid?.() === 0;

/** Why permissions cannot be tested here; null if they can. */
const NO_PERMISSIONS: string | null = (() => {
  if (process.platform === 'win32') return 'Windows has other permissions';
  if (!asRoot) return null;
  const { status, error } = spawnSync(
    process.execPath,
    ['-e', `require('node:fs').readdirSync(${quoted(import.meta.dirname)})`],
    {
      uid: NOBODY,
      gid: NOBODY,
    },
  );
  return status === 0 ? null : `another user may not read this folder (${error?.message ?? 'its permissions'})`;
})();

function quoted(text: string): string {
  return JSON.stringify(text);
}

describe.skipIf(NO_PERMISSIONS !== null)(
  `without permission${NO_PERMISSIONS === null ? '' : ` (${NO_PERMISSIONS})`}`,
  () => {
    let line: Awaited<ReturnType<typeof temporaryCommandLine>>;
    let small: SmallFolder;
    let fingerprint: string;
    let runId: string;
    /** Readable by all and writable by none. */
    let locked: string;

    beforeAll(async () => {
      line = await temporaryCommandLine();
      small = await makeSmallFolder({ items: 40 });
      await readableByAll(line.folder, small.folder);
      fingerprint = (await line.run(`import ${small.folder} --json`)).json().fingerprint;
      runId = (await line.run(`train --data ${fingerprint} --recipe popularity --json`)).json().runId;
      await line.run(`bundle ${runId} --out ${path.join(line.folder, 'run.shelfwise')} --with-data`);
      locked = path.join(line.folder, 'locked');
      await fs.mkdir(locked, { mode: 0o555 });
      await readableByAll(path.join(line.folder, 'workspace'));
      await lockRuns(0o555);
    });
    afterAll(async () => {
      await lockRuns(0o755);
      await small.remove();
      await line.remove();
    });

    async function lockRuns(mode: number): Promise<void> {
      const runs = path.join(line.folder, 'workspace', 'runs');
      for (const folder of [runs, path.join(runs, runId)]) await fs.chmod(folder, mode);
    }

    /** The workspace's owner, who would close it again, does not open it again in this test. */
    async function readableByAll(...folders: string[]): Promise<void> {
      for (const folder of folders)
        for (const name of ['.', ...(await fs.readdir(folder, { recursive: true }))]) {
          const target = path.join(folder, name);
          await fs.chmod(target, (await fs.stat(target)).isDirectory() ? 0o755 : 0o644);
        }
    }

    const asNobody = (words: string): Promise<Ended> =>
      line.run(`${words} --json`, { ...(asRoot && { user: NOBODY }), environment: { HOME: locked } });

    function expectForbidden(ended: Ended, what: string): void {
      expect(ended.json().error, ended.out + ended.err).toEqual({
        code: 'no-permission',
        message: expect.stringContaining(what),
      });
      expect(ended.json().error.message).toMatch(/[Pp]ermissions/);
      expect(ended.status).toBe(7);
    }

    it('to create a workspace, its folder is named', async () => {
      const workspace = path.join(locked, 'workspace');
      expectForbidden(await asNobody(`import ${small.folder} --workspace ${workspace}`), workspace);
      expectForbidden(await asNobody(`runs --workspace ${workspace}`), workspace);
      expect(await fs.readdir(locked)).toEqual([]);
    });

    it.each(
      everyNth(
        [
          ['a submission', 'export --run RUN'],
          ['CSV', 'export --run RUN --format csv'],
          ['Parquet', 'export --run RUN --format parquet'],
          ['a bundle', 'bundle RUN'],
          ['a list of rows', 'rows DATA'],
        ],
        3,
      ),
    )('to write %s where it should go, that place is named', async (_, words) => {
      const out = path.join(locked, 'out');
      const command = words.replace('RUN', runId).replace('DATA', fingerprint);
      expectForbidden(await asNobody(`${command} --out ${out}`), out);
      expect(await fs.readdir(locked)).toEqual([]);
    });

    it('to write into a workspace, it can still be read', async () => {
      const before = await fs.readdir(path.join(line.folder, 'workspace'), { recursive: true });
      expect((await asNobody('runs')).json().runs).toMatchObject([{ runId, status: 'finished' }]);
      expect((await asNobody(`recommend --run ${runId} --profile 3`)).status).toBe(0);
      const inWorkspace = path.join(line.folder, 'workspace', 'runs');
      expectForbidden(await asNobody(`train --data ${fingerprint} --recipe popularity`), inWorkspace);
      expectForbidden(await asNobody(`verify ${runId}`), runId);
      expect(await fs.readdir(path.join(line.folder, 'workspace'), { recursive: true })).toEqual(before);
    });

    it(
      'to note an export in the audit log, nothing is exported; to record it with its run, it says that the file was written',
      { tags: ['rare'] },
      async () => {
        const out = path.join(line.folder, 'writable', 'out.csv');
        await fs.mkdir(path.dirname(out));
        await fs.chmod(path.dirname(out), 0o777);
        const inAudit = path.join(line.folder, 'workspace', 'audit');
        expectForbidden(await asNobody(`export --run ${runId} --out ${out}`), inAudit);
        expect(await fs.readdir(path.dirname(out))).toEqual([]);
        await fs.mkdir(inAudit, { recursive: true });
        await fs.chmod(inAudit, 0o777);
        expectForbidden(await asNobody(`export --run ${runId} --out ${out}`), `${out} was written`);
        expect(await fs.readdir(path.dirname(out))).toEqual(['out.csv']);
      },
    );

    it('to read the data, its file is named and nothing is imported', async () => {
      const other = await makeSmallFolder({ seed: 2 });
      try {
        await readableByAll(other.folder);
        const history = path.join(other.folder, 'history_data.csv');
        await fs.chmod(history, 0o000);
        const workspace = path.join(line.folder, 'theirs');
        await fs.mkdir(workspace, { mode: 0o777 });
        await fs.chmod(workspace, 0o777);
        expectForbidden(await asNobody(`import ${other.folder} --workspace ${workspace}`), 'history_data.csv');
        expect(await fs.readdir(path.join(workspace, 'datasets'))).toEqual([]);
        await fs.chmod(other.folder, 0o000);
        expectForbidden(await asNobody(`import ${other.folder} --workspace ${workspace}`), other.folder);
      } finally {
        await fs.chmod(other.folder, 0o755);
        await other.remove();
      }
    });

    it('to read a bundle, it is named', async () => {
      const bundle = path.join(line.folder, 'run.shelfwise');
      await fs.chmod(bundle, 0o000);
      const workspace = path.join(line.folder, 'opening');
      await fs.mkdir(workspace, { mode: 0o777 });
      await fs.chmod(workspace, 0o777);
      expectForbidden(await asNobody(`open ${bundle} --yes --workspace ${workspace}`), bundle);
      expect(await fs.readdir(path.join(workspace, 'runs'))).toEqual([]);
    });
  },
);
