/** A full disk: status 7, a sentence with advice, and no partial files. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSmallFolder, type SmallFolder } from '../support/small-folder';
import { NO_SMALL_DISK, smallDisk, type SmallDisk } from '../support/small-disk';
import type { Ended } from '../support/command-line';
import { commandLineHere } from '../support/command-line-here';
import { everyNth, triedOf } from '../support/tried';

/** A model of a megabyte: several times the space left when it is written. */
const TRAIN = '--recipe quick --set structure.width=512 --set stopping.epochs=30 --set stopping.patience=30 --seed 3';

describe.skipIf(NO_SMALL_DISK !== null)(`on a full disk${NO_SMALL_DISK === null ? '' : ` (${NO_SMALL_DISK})`}`, () => {
  let line: Awaited<ReturnType<typeof commandLineHere>>;
  let small: SmallFolder;
  let disk: SmallDisk;
  let fingerprint: string;
  let run: { runId: string; weightsSha256: string; listsSha256: string };

  beforeAll(async () => {
    line = await commandLineHere();
    small = await makeSmallFolder({ profiles: 40, items: 200, eventsPerProfile: 12 });
    // On a busy computer two of each of a run's largest files exist for a moment.
    disk = await smallDisk(16 * 1024);
    fingerprint = (await line.run(`import ${small.folder} --json`)).json().fingerprint;
    run = (await line.run(`train --data ${fingerprint} ${TRAIN} --json`)).json();
  });
  afterAll(async () => {
    await disk.remove();
    await small.remove();
    await line.remove();
  });

  const inWorkspace = (workspace: string, words: string): Promise<Ended> =>
    line.run(`${words} --workspace ${workspace} --json`);

  /** Contents of an empty workspace. */
  const EMPTY = ['datasets', 'runs', 'shelfwise.json', 'trash'];

  /** Names below a folder of the disk, without the file that fills it. */
  async function below(folder: string): Promise<string[]> {
    return (await fs.readdir(folder, { recursive: true })).filter((name) => name !== 'filling').toSorted();
  }

  function expectFull(ended: Ended, message = /no space left .*Free some space/): void {
    expect(ended.json().error, ended.out + ended.err).toEqual({
      code: 'no-space',
      message: expect.stringMatching(message),
    });
    expect(ended.status).toBe(7);
    expect(ended.err).toContain('Free some space');
  }

  it.each(triedOf([12_000], [0, 4096]))('an import with %d bytes left leaves no data set', async (left) => {
    const workspace = path.join(disk.folder, `import-${left}`);
    await inWorkspace(workspace, 'runs');
    await disk.leave(left);
    expectFull(await inWorkspace(workspace, `import ${small.folder}`));
    expect(await below(workspace)).toEqual(EMPTY);
    await disk.clear();
    expect((await inWorkspace(workspace, `import ${small.folder}`)).json()).toMatchObject({ fingerprint });
    await fs.rm(workspace, { recursive: true });
  });

  it('a run that cannot start leaves no run', async () => {
    const workspace = path.join(disk.folder, 'not-begun');
    await inWorkspace(workspace, `import ${small.folder}`);
    for (const left of [0, 4096]) {
      await disk.leave(left);
      expectFull(await inWorkspace(workspace, `train --data ${fingerprint} ${TRAIN}`));
      expect(await fs.readdir(path.join(workspace, 'runs'))).toEqual([]);
    }
    await disk.clear();
    await fs.rm(workspace, { recursive: true });
  });

  it('a sweep whose trials find no space says so', { tags: ['rare'] }, async () => {
    const workspace = path.join(disk.folder, 'sweep');
    const knobs = path.join(line.folder, 'knobs.json');
    await fs.writeFile(knobs, JSON.stringify({ 'structure.width': [512, 640] }));
    await inWorkspace(workspace, `import ${small.folder}`);
    await disk.leave(400_000);
    const ended = await inWorkspace(
      workspace,
      `sweep --data ${fingerprint} --recipe quick --seed 3 --knobs ${knobs} --method grid`,
    );
    await disk.clear();
    expect(ended.json().error, ended.out + ended.err).toMatchObject({
      code: 'no-space',
      message: expect.stringMatching(/No trial came to a score.*no space left .*Free some space/),
    });
    expect(ended.status).toBe(7);
    await fs.rm(workspace, { recursive: true });
  });

  it.each([400_000, 30_000, 1_600_000])(
    'a run with %d bytes left stops without a torn file, and resumes to the same bits when there is space',
    { tags: ['rare'] },
    async (left) => {
      const workspace = path.join(disk.folder, 'broken-off');
      await inWorkspace(workspace, `import ${small.folder}`);
      await disk.leave(left);
      expectFull(await inWorkspace(workspace, `train --data ${fingerprint} ${TRAIN}`));
      const files = await below(path.join(workspace, 'runs'));
      expect(files.filter((name) => name.endsWith('.part'))).toEqual([]);
      await disk.clear();
      const [broken] = (await inWorkspace(workspace, 'runs')).json().runs;
      expect(broken).toMatchObject({ status: 'crashed' });
      const resumed = await inWorkspace(workspace, `resume ${broken.runId}`);
      const { weightsSha256, listsSha256 } = run;
      expect(resumed.json(), resumed.err).toMatchObject({ status: 'finished', weightsSha256, listsSha256 });
      await fs.rm(workspace, { recursive: true });
    },
  );

  it.each(
    everyNth(
      [
        ['export as a submission', 'export --run RUN', 'submission.csv'],
        ['export as CSV', 'export --run RUN --format csv', 'lists.csv'],
        ['export as Parquet', 'export --run RUN --format parquet', 'lists.parquet'],
        ['bundle', 'bundle RUN --with-data', 'run.shelfwise'],
        ['list of rows', 'rows DATA', 'rows.csv'],
      ],
      3,
    ),
  )('the %s leaves the old file unchanged and nothing new', async (_, words, name) => {
    const out = path.join(disk.folder, name);
    const command = words.replace('RUN', run.runId).replace('DATA', fingerprint);
    disk.fill();
    expectFull(await line.run(`${command} --out ${out} --json`));
    expect(await below(disk.folder)).toEqual([]);
    await disk.clear();
    await fs.writeFile(out, 'old');
    disk.fill();
    expectFull(await line.run(`${command} --out ${out} --json`));
    expect(await fs.readFile(out, 'utf8')).toBe('old');
    await fs.rm(out);
    expect(await below(disk.folder)).toEqual([]);
    await disk.clear();
  });

  it('a bundle that does not fit is not partly opened', { tags: ['rare'] }, async () => {
    const bundle = path.join(line.folder, 'run.shelfwise');
    await line.run(`bundle ${run.runId} --out ${bundle} --with-data`);
    const workspace = path.join(disk.folder, 'opening');
    await inWorkspace(workspace, 'runs');
    for (const left of [0, 20_000, 400_000]) {
      await disk.leave(left);
      const opened = await inWorkspace(workspace, `open ${bundle} --yes`);
      expectFull(opened, /There is not enough space to open .*Free some space/);
      expect(await below(workspace)).toEqual(EMPTY);
    }
    await disk.clear();
    expect((await inWorkspace(workspace, `open ${bundle} --yes`)).json()).toMatchObject({ runId: run.runId });
    await fs.rm(workspace, { recursive: true });
  });
});
