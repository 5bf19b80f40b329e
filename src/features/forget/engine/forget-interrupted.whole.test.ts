import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../engine';
import { openSnapshot } from '../../../engine/data/snapshot';
import { finishForgetting, forget } from './forget';
import { createRun } from '../../../engine/runs/store';
import { acquireRunLock } from '../../../engine/machine/trainers/lock';
import { toShelfwiseError } from '../../../shared/errors';
import { completeRecipe, DEFAULT_RECIPE } from '../../../shared/recipe/schema';
import { finalValue } from '../../../shared/values/final-value';
import { shelfwise } from '../../../../tests/support/command-line';
import { commandLineHere } from '../../../../tests/support/command-line-here';
import { filesWith } from '../../../../tests/support/decoded-files';
import { launcher } from '../../../../tests/support/trained-run';
import { NO_SMALL_DISK, smallDisk } from '../../../../tests/support/small-disk';
import { everyNth, triedOf } from '../../../../tests/support/tried';
import {
  forgetIn,
  importedFolder,
  importInto,
  PEOPLE,
  planIn,
  runOn,
  type Used,
} from '../../../../tests/support/forgetting';

const { id: profile } = PEOPLE.letters;

/** A workspace with a run, notes and something in the trash. */
async function usedFolder(): Promise<Used & { runId: string }> {
  const used = await importedFolder(PEOPLE.letters);
  const { client } = used.engine;
  const data = used.dataset.fingerprint;
  const { record } = await runOn(used);
  const deleted = await runOn(used);
  await client.workspace.delete({ id: deleted.record.runId });
  for (const [about, text] of [
    [profile, 'theirs'],
    ['101', 'stays'],
  ] as const)
    await client.profiles.setNote({ data, profile: about, text, revision: 0 });
  return { ...used, runId: record.runId };
}

async function expectForgotten({ workspace, folder }: Used, runId: string): Promise<void> {
  const engine = await createEngine({ workspaceFolder: workspace.folder, launcher });
  expect(await filesWith(workspace.folder, profile)).toEqual([]);
  expect(existsSync(path.join(workspace.privacy, 'forgetting.json'))).toBe(false);
  const [dataset] = await engine.client.datasets.list();
  expect(dataset!.profiles).toBe(7);
  expect(await engine.client.profiles.note({ data: dataset!.fingerprint, profile: '101' })).toMatchObject({
    text: 'stays',
  });
  expect(await engine.client.runs.get({ runId })).toMatchObject({ forgotten: { dataset: dataset!.fingerprint } });
  expect(await importInto(engine, folder)).toMatchObject({ fingerprint: dataset!.fingerprint });
}

describe('forgetting that is interrupted', () => {
  it.each(triedOf([2], [0, 1, 3, 4]))('after %i steps is finished by the next start', async (steps) => {
    const used = await usedFolder();
    const request = { workspace: used.workspace, data: used.dataset.fingerprint, profile, withModels: false };
    const broken = forget({
      ...request,
      onProgress: ({ done }) => {
        if (done === steps) throw new Error('killed');
      },
    });
    await expect(broken).rejects.toThrow('killed');
    expect(await filesWith(used.workspace.folder, profile)).not.toEqual([]);
    await expectForgotten(used, used.runId);
  });

  it('by a kill is finished by the next start', { tags: ['rare'] }, async () => {
    const used = await usedFolder();
    const { folder: workspace } = used.workspace;
    const intention = path.join(used.workspace.privacy, 'forgetting.json');
    const words = ['forget', profile, '--data', used.dataset.fingerprint, '--yes', '--workspace', workspace];
    await shelfwise(words, {
      onError: (soFar, child) => {
        if (soFar.includes('Forgetting')) child.kill('SIGKILL');
      },
    });
    expect(existsSync(intention)).toBe(true);
    const line = await commandLineHere();
    const doctor = await line.run(['doctor', '--workspace', workspace]);
    expect(doctor.out).toMatch(
      /✗ Forgetting a child was begun\s+on\s+\w{3}\s+\d{1,2},\s+\d{4}\s+and\s+is not\s+finished\./,
    );
    const runs = await line.run(['runs', '--workspace', workspace]);
    expect(runs.err).toContain('It is forgotten now.');
    await expectForgotten(used, used.runId);
    expect((await line.run(['doctor', '--workspace', workspace])).out).not.toContain('orgetting');
    await line.remove();
  });

  it('says what prevents it from finishing, and is finished once that is gone', async () => {
    const used = await usedFolder();
    const request = { workspace: used.workspace, data: used.dataset.fingerprint, profile, withModels: false };
    const broken = forget({
      ...request,
      onProgress() {
        throw new Error('killed');
      },
    });
    await expect(broken).rejects.toThrow('killed');
    const other = await acquireRunLock(used.workspace.privacy);
    try {
      const engine = await createEngine({ workspaceFolder: used.workspace.folder, launcher });
      expect(await engine.client.workspace.notices()).toMatchObject([
        { message: expect.stringMatching(/cannot be finished now\. Another program is forgetting a child/) },
      ]);
    } finally {
      await other.release();
    }
    await expectForgotten(used, used.runId);
  });
});

describe('a forged note of unfinished forgetting', () => {
  const forged = { formatVersion: 1, profile: 'x', datasets: [], replacements: {}, runs: [], trash: [] };
  const intend = async (used: Used, names: object): Promise<void> => {
    await fs.mkdir(used.workspace.privacy, { recursive: true });
    const intention = { ...forged, ...names, withModels: true, at: '2026-01-01T00:00:00.000Z' };
    await fs.writeFile(path.join(used.workspace.privacy, 'forgetting.json'), JSON.stringify(intention));
  };
  it.each(
    everyNth(
      [
        ['the workspace itself', { trash: ['..'] }, '.'],
        ['a folder that is not ours', { datasets: ['imagenet'] }, 'datasets/imagenet'],
        ['a place outside', { runs: ['../../elsewhere'] }, '../elsewhere'],
      ],
      3,
    ),
  )('removes nothing if it names %s', async (_what, names, place) => {
    const used = await importedFolder(PEOPLE.letters);
    const theirs = path.join(used.workspace.folder, place, 'theirs.txt');
    await fs.mkdir(path.dirname(theirs), { recursive: true });
    await fs.writeFile(theirs, 'mine');
    await intend(used, names);
    await expect(finishForgetting(used.workspace)).rejects.toMatchObject({ code: 'bad-data' });
    expect(await fs.readFile(theirs, 'utf8')).toBe('mine');
  });

  it.each(
    everyNth(
      [
        ['trash', { trash: ['abc-20260101T000000000Z'] }],
        ['datasets', { datasets: ['a'.repeat(64)] }],
        [`runs/r${'0'.repeat(9)}`, { runs: [`r${'0'.repeat(9)}`] }],
      ],
      3,
    ),
  )('removes nothing behind a link instead of %s', async (place, names) => {
    const used = await importedFolder(PEOPLE.letters);
    const theirs = path.join(used.workspace.folder, '..', 'documents');
    const files = ['model.safetensors', 'abc-20260101T000000000Z/letter.txt', `${'a'.repeat(64)}/letter.txt`];
    for (const file of files) {
      await fs.mkdir(path.dirname(path.join(theirs, file)), { recursive: true });
      await fs.writeFile(path.join(theirs, file), 'mine');
    }
    await fs.rm(path.join(used.workspace.folder, place), { recursive: true, force: true });
    await fs.symlink(theirs, path.join(used.workspace.folder, place));
    await intend(used, names);
    await expect(finishForgetting(used.workspace)).rejects.toMatchObject({ code: 'usage' });
    for (const file of files) expect(await fs.readFile(path.join(theirs, file), 'utf8')).toBe('mine');
  });
});

describe('forgetting', () => {
  it('is refused while a run of the data is in training, and changes nothing', async () => {
    const used = await usedFolder();
    const recipe = completeRecipe({});
    const { runId } = await createRun(used.workspace, { dataset: used.dataset, recipe, seed: 1 });
    const lock = await acquireRunLock(path.join(used.workspace.runs, runId));
    try {
      const request = { data: used.dataset.fingerprint, profile };
      expect((await planIn(used.engine, request)).busy.map(({ id }) => id)).toEqual([runId]);
      await expect(forgetIn(used.engine, request)).rejects.toMatchObject({ code: 'busy' });
      expect(await used.engine.client.datasets.list()).toHaveLength(1);
    } finally {
      await lock.release();
    }
  });

  it('keeps a run from starting on the data', { tags: ['rare'] }, async () => {
    const used = await usedFolder();
    const request = { workspace: used.workspace, data: used.dataset.fingerprint, profile, withModels: false };
    let started: Promise<unknown> = Promise.resolve();
    await forget({
      ...request,
      onProgress: ({ done }) => {
        if (done !== 1) return;
        started = createRun(used.workspace, { dataset: used.dataset, recipe: completeRecipe({}), seed: 1 });
        started.catch(() => undefined);
      },
    });
    await expect(started).rejects.toMatchObject({ code: 'busy' });
    expect(await filesWith(used.workspace.folder, profile)).toEqual([]);
  });

  it('removes models if that is asked for, and says so', async () => {
    const used = await usedFolder();
    const done = await forgetIn(used.engine, { data: used.dataset.fingerprint, profile, withModels: true });
    expect(done.removed.models).toBe(1);
    expect(existsSync(path.join(used.workspace.runs, used.runId, 'model.safetensors'))).toBe(false);
    const { client } = used.engine;
    expect((await client.runs.get({ runId: used.runId })).forgotten!.message).toMatch(/what it learned were removed/);
    const out = path.join(used.workspace.folder, '..', 'never.shelfwise');
    const bundling = async (): Promise<unknown> =>
      finalValue(await client.runs.bundle({ runId: used.runId, out, withData: false }));
    await expect(bundling()).rejects.toThrow(/was forgotten/);
  });

  it('removes earlier states of notes and segments too', { tags: ['rare'] }, async () => {
    const used = await importedFolder(PEOPLE.letters);
    const { client } = used.engine;
    const data = used.dataset.fingerprint;
    const note = await client.profiles.setNote({ data, profile, text: 'theirs', revision: 0 });
    await client.profiles.setNote({ data, profile, text: '', revision: note.revision });
    const kept = await client.segments.keep({ data, name: 'one', filter: { text: profile } });
    await client.segments.keep({ data, id: kept.id, revision: kept.revision, name: 'one', filter: { text: '10' } });
    expect((await filesWith(path.join(used.workspace.folder, 'segments'), profile)).length).toBe(1);
    await forgetIn(used.engine, { data, profile });
    expect(await filesWith(used.workspace.folder, profile)).toEqual([]);
    const [now] = await client.datasets.list();
    expect(await client.segments.list({ data: now!.fingerprint })).toMatchObject([{ filter: { text: '10' } }]);
  });

  it('removes earlier and removed names that contain its ID', { tags: ['rare'] }, async () => {
    const used = await importedFolder(PEOPLE.letters);
    const { client } = used.engine;
    const data = used.dataset.fingerprint;
    const { id, revision } = await client.segments.keep({ data, name: `like ${profile}`, filter: { text: '10' } });
    await client.segments.remove({ data, id, revision });
    const kept = await client.segments.keep({ data, name: `with ${profile}`, filter: { text: '11' } });
    await client.segments.keep({ data, id: kept.id, revision: kept.revision, name: 'one', filter: { text: '11' } });
    expect(await filesWith(path.join(used.workspace.folder, 'segments'), profile)).toHaveLength(1);
    await forgetIn(used.engine, { data, profile });
    expect(await filesWith(used.workspace.folder, profile)).toEqual([]);
    const [now] = await client.datasets.list();
    expect(await client.segments.list({ data: now!.fingerprint })).toMatchObject([{ name: 'one' }]);
  });

  it('names runs of the folder from before a rename', { tags: ['rare'] }, async () => {
    const used = await importedFolder(PEOPLE.letters);
    const { client } = used.engine;
    const { record } = await runOn(used);
    await client.workspace.delete({ id: used.dataset.fingerprint });
    await client.workspace.collect({});
    const renamed = path.join(path.dirname(used.folder), 'april');
    await fs.rename(used.folder, renamed);
    await fs.appendFile(path.join(renamed, 'history_data.csv'), '101,99,20260301120000,IFSUC0001,500,0,N,N\n');
    const { fingerprint: data } = await importInto(used.engine, renamed);
    const done = await forgetIn(used.engine, { data, profile });
    expect(done).toMatchObject({ runs: [], otherRuns: [{ id: record.runId }] });
  });

  it('names data sets that cannot be checked for it', { tags: ['rare'] }, async () => {
    const used = await importedFolder(PEOPLE.letters);
    const { workspace, folder, dataset, engine } = used;
    const pseudonymKey = path.join(path.dirname(folder), 'my.key');
    const hidden = await finalValue(await engine.client.datasets.import({ folder, pseudonymKey }));
    const newer = 'f'.repeat(64);
    await fs.mkdir(path.join(workspace.datasets, newer));
    await fs.writeFile(path.join(workspace.datasets, newer, 'dataset.json'), JSON.stringify({ formatVersion: 9 }));
    const plan = await planIn(engine, { data: dataset.fingerprint, profile });
    expect(plan.datasets.map(({ id }) => id)).toEqual([dataset.fingerprint]);
    expect(plan.unknown.map(({ id }) => id)).toEqual([newer, hidden.fingerprint]);
  });

  it('lists the texts that mention the ID, and changes none of them', { tags: ['rare'] }, async () => {
    const used = await usedFolder();
    const { client } = used.engine;
    const data = used.dataset.fingerprint;
    await client.profiles.setNote({ data, profile: '102', text: `sister of ${profile}.`, revision: 0 });
    await client.runs.mark({ runId: used.runId, revision: 0, note: `see "${profile}", please` });
    const queued = await client.queue.add({ data, recipe: DEFAULT_RECIPE, seed: 1, name: `after ${profile}` });
    const done = await forgetIn(used.engine, { data, profile });
    expect(done.mentions).toEqual([
      { where: 'run-note', id: used.runId },
      { where: 'profile-note', id: '102' },
      { where: 'queued-run', id: queued.id },
    ]);
    expect((await filesWith(used.workspace.folder, profile)).sort()).toEqual(
      ['marks/runs.json', `notes/${done.replaced[0]!.after}.json`, 'queue/queue.json'].sort(),
    );
  });

  it(
    'of a profile that is only in rejected rows leaves the data and its runs as they are',
    { tags: ['rare'] },
    async () => {
      const used = await importedFolder(PEOPLE.letters);
      await fs.appendFile(path.join(used.folder, 'history_data.csv'), 'kid-only-once,1\n');
      const dataset = await importInto(used.engine, used.folder);
      const { record } = await runOn({ ...used, dataset });
      expect(await filesWith(used.workspace.folder, 'kid-only-once')).toHaveLength(1);
      const done = await forgetIn(used.engine, { data: dataset.fingerprint, profile: 'kid-only-once' });
      expect(done).toMatchObject({ runs: [], removed: { files: 0 } });
      expect(await filesWith(used.workspace.folder, 'kid-only-once')).toEqual([]);
      const { adding } = (await openSnapshot(used.workspace, dataset.fingerprint)).dataset;
      expect(adding).toEqual(dataset.adding);
      expect((await used.engine.client.runs.get({ runId: record.runId })).forgotten).toBeUndefined();
      await importInto(used.engine, used.folder);
      expect(await filesWith(used.workspace.folder, 'kid-only-once')).toEqual([]);
    },
  );

  it.each(['"kid" 5', 'kid 5!', 'k,5x', 'kid(5)', 'k:5:z'])(
    'whose ID is %s leaves no row with it',
    { tags: ['rare'] },
    async (id) => {
      const used = await importedFolder(PEOPLE.letters);
      await fs.appendFile(
        path.join(used.folder, 'history_data.csv'),
        // Rows of the profile, one of them cut short, and a row of another profile that names the ID in another column.
        [`"${id.replaceAll('"', '""')}",1,20260301120000,IFSUC0001,500,0,N,N`, `${id}|1`, `101,${id},x,y,500,0,N,N`]
          .map((line) => `${line}\n`)
          .join(''),
      );
      const dataset = await importInto(used.engine, used.folder);
      expect((await filesWith(used.workspace.folder, id)).join()).toMatch(/row-issues/);
      const done = await forgetIn(used.engine, { data: dataset.fingerprint, profile: id });
      expect(done.removed.texts).toBeGreaterThan(1);
      expect(await filesWith(used.workspace.folder, id)).toEqual([]);
      const again = await importInto(used.engine, used.folder);
      expect(await filesWith(used.workspace.folder, id)).toEqual([]);
      const { rows } = await used.engine.client.datasets.rowIssues({
        fingerprint: again.fingerprint,
        start: 0,
        end: 50,
      });
      expect(rows.map(({ line }) => line)).toContain(49);
    },
  );

  it('of an unknown ID is refused with the nearest IDs', async () => {
    const used = await importedFolder(PEOPLE.letters);
    await expect(planIn(used.engine, { data: used.dataset.fingerprint, profile: '1011' })).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('101'),
    });
  });
});

describe.skipIf(NO_SMALL_DISK !== null)('forgetting on a full disk', () => {
  it('is called off before anything was replaced, or says that the next start finishes it', async () => {
    const outcomes = new Set<string>();
    const disk = await smallDisk(8 * 1024);
    try {
      const used = await usedFolder();
      for (const left of triedOf([24_000, 60_000, 160_000, 240_000], [8_000, 40_000, 80_000, 120_000])) {
        const place = path.join(disk.folder, `with-${left}`);
        await fs.cp(used.workspace.folder, place, { recursive: true });
        await disk.leave(left);
        const engine = await createEngine({ workspaceFolder: place, launcher });
        const data = used.dataset.fingerprint;
        const ended = await forget({ workspace: engine.context.workspace, data, profile, withModels: false }).then(
          () => 'forgotten',
          (thrown: unknown) => {
            const { code, message } = toShelfwiseError(thrown);
            expect(code).toBe('no-space');
            return message;
          },
        );
        await disk.clear();
        // Whatever opens the workspace next.
        const { client } = await createEngine({ workspaceFolder: place, launcher });
        const isThere = (await client.datasets.list()).some(({ fingerprint }) => fingerprint === data);
        if (ended === 'forgotten') outcomes.add('forgotten');
        else if (ended.startsWith('The profile is forgotten in part')) outcomes.add('goes on');
        else {
          expect(ended).toMatch(/The child was not forgotten, and nothing was removed|nothing was changed/);
          outcomes.add('called off');
          expect((await client.datasets.list()).map(({ fingerprint }) => fingerprint)).toEqual([data]);
          expect(await client.runs.list()).not.toHaveLength(0);
          // It is not kept out of imports either, and can be forgotten later.
          expect(await finalValue(await client.privacy.forget({ data, profile }))).toMatchObject({ profile });
        }
        if (ended === 'forgotten' || ended.startsWith('The profile is forgotten in part')) expect(isThere).toBe(false);
        await fs.rm(place, { recursive: true });
      }
      expect(outcomes).toContain('called off');
      expect(outcomes).toContain('forgotten');
    } finally {
      await disk.remove();
    }
  });
});
