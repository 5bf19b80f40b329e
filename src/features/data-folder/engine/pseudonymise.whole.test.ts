import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleRun } from '../../bundles/engine/bundle-run';
import { createEngine, type Engine } from '../../engine';
import { verifySnapshot, openSnapshot } from '../../../engine/data/snapshot';
import type { Dataset } from '../../../shared/contract/dataset';
import { finalValue } from '../../../shared/values/final-value';
import { commandLineHere } from '../../../../tests/support/command-line-here';
import { filesWith } from '../../../../tests/support/decoded-files';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { writeTables } from '../../../../tests/support/small-folder';
import { trainersHere } from '../../../../tests/support/trainers-here';
import {
  forgetIn,
  importedFolder,
  importInto,
  PEOPLE,
  runOn,
  tablesOf,
  type Used,
} from '../../../../tests/support/forgetting';

/** IDs that occur nowhere by chance, so that a search for them is conclusive. */
const LONG = (line: string): string => line.replaceAll(/(^|\D)10([0-6])(?=,)/g, '$188213470$2');

async function distinctiveFolder(folder: string): Promise<string[]> {
  const tables = tablesOf(PEOPLE.digits);
  await writeTables(
    folder,
    Object.fromEntries(Object.entries(tables).map(([name, lines]) => [name, lines.map((line) => LONG(line))])),
  );
  return [PEOPLE.digits.id, ...Array.from({ length: 7 }, (_, index) => `88213470${index}`)];
}

async function pseudonymised({ client }: Engine, folder: string, pseudonymKey: string): Promise<Dataset> {
  return finalValue(await client.datasets.import({ folder, pseudonymKey }));
}

async function imported(): Promise<Used & { ids: string[]; key: string }> {
  const folder = path.join(await temporaryFolder(), 'theirs');
  const ids = await distinctiveFolder(folder);
  const key = path.join(await temporaryFolder(), 'my.key');
  const engine = await createEngine({ workspaceFolder: await temporaryFolder(), launcher: trainersHere });
  const dataset = await pseudonymised(engine, folder, key);
  return { engine, workspace: engine.context.workspace, folder, dataset, ids, key };
}

describe('an import with pseudonyms', () => {
  let commands: Awaited<ReturnType<typeof commandLineHere>>;
  beforeAll(async () => {
    commands = await commandLineHere();
  });
  afterAll(() => commands.remove());

  it('leaves no original ID in the workspace, and is otherwise like any import', async () => {
    const { engine, workspace, dataset, ids, folder } = await imported();
    for (const id of ids) expect(await filesWith(workspace.folder, id)).toEqual([]);
    expect(await verifySnapshot(await openSnapshot(workspace, dataset.fingerprint))).toEqual([]);

    const other = await createEngine({ workspaceFolder: await temporaryFolder(), launcher: trainersHere });
    const plain = await importInto(other, folder);
    expect(await filesWith(other.context.workspace.folder, ids[1]!)).not.toEqual([]);
    const facts = ({
      profiles,
      items,
      interactions,
      period,
      files,
      profileAttributes,
      submissionProfiles,
    }: Dataset) => ({
      profiles,
      items,
      interactions,
      period,
      profileAttributes,
      submissionProfiles,
      files: files.map(({ rows, accepted, repaired, rejected, reasons }) => ({
        rows,
        accepted,
        repaired,
        rejected,
        reasons,
      })),
    });
    expect(facts(dataset)).toEqual(facts(plain));
    expect(dataset.fingerprint).not.toBe(plain.fingerprint);
    const page = await engine.client.profiles.page({ data: dataset.fingerprint, start: 0, end: 50 });
    for (const { profile } of page.rows) expect(profile).toMatch(/^p[0-9a-f]{16}$/);
    const texts = await engine.client.datasets.rowIssues({ fingerprint: dataset.fingerprint, start: 0, end: 50 });
    expect(texts.rows.length).toBeGreaterThan(3);
    for (const { raw, line } of texts.rows) expect([raw, line > 1]).toEqual(['', true]);
  });

  it('gives the same data with the same key, and other data with another', { tags: ['rare'] }, async () => {
    const { engine, dataset, folder, key } = await imported();
    expect(await pseudonymised(engine, folder, key)).toMatchObject({
      fingerprint: dataset.fingerprint,
      imported: false,
    });
    const elsewhere = await createEngine({ workspaceFolder: await temporaryFolder(), launcher: trainersHere });
    expect((await pseudonymised(elsewhere, folder, key)).fingerprint).toBe(dataset.fingerprint);
    const another = path.join(path.dirname(key), 'another.key');
    expect((await pseudonymised(elsewhere, folder, another)).fingerprint).not.toBe(dataset.fingerprint);
  });

  it('keeps its key readable by the user alone, and never beside the data', async () => {
    const { engine, workspace, folder, key } = await imported();
    expect((await fs.stat(key)).mode & 0o777).toBe(0o600);
    const text = await fs.readFile(key, 'utf8');
    expect(text).toMatch(/^shelfwise pseudonym key 1\n# /);
    const secret = text.trim().split('\n').at(-1)!;
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(await filesWith(workspace.folder, secret)).toEqual([]);
    for (const beside of [workspace.folder, folder])
      await expect(pseudonymised(engine, folder, path.join(beside, 'k'))).rejects.toMatchObject({ code: 'usage' });
    await fs.writeFile(`${key}.other`, 'anything');
    await expect(pseudonymised(engine, folder, `${key}.other`)).rejects.toMatchObject({ code: 'bad-data' });
    expect(await fs.readFile(`${key}.other`, 'utf8')).toBe('anything');
  });

  it.skipIf(process.platform === 'win32')('refuses a key that others can read, as ssh does', async () => {
    const { engine, dataset, folder, key } = await imported();
    for (const mode of [0o644, 0o640, 0o602]) {
      await fs.chmod(key, mode);
      await expect(pseudonymised(engine, folder, key)).rejects.toMatchObject({
        code: 'no-permission',
        message: expect.stringContaining('chmod 600'),
      });
    }
    await fs.chmod(key, 0o400);
    expect(await pseudonymised(engine, folder, key)).toMatchObject({ fingerprint: dataset.fingerprint });
  });

  it('refuses a key beside the data, whatever the name of its folder', async () => {
    const { engine, workspace, folder, key } = await imported();
    for (const beside of [workspace.folder, folder]) {
      const copy = path.join(beside, '..keys', 'my.key');
      await fs.mkdir(path.dirname(copy));
      await fs.copyFile(key, copy);
      await expect(pseudonymised(engine, folder, copy)).rejects.toMatchObject({
        code: 'usage',
        message: expect.stringContaining(
          `in the ${beside === folder ? 'data folder' : 'workspace'} ${beside}`,
        ) as string,
      });
    }
  });

  it('keeps no row of a file that is also used for titles', { tags: ['rare'] }, async () => {
    const folder = path.join(await temporaryFolder(), 'theirs');
    const events = Array.from({ length: 20 }, (_, row) => `kid-zq${row % 3},m${row % 4},${1700000000 + row},T`);
    // The second row of a title cannot change its name.
    await writeTables(folder, { 'all.csv': ['user,movie,time,title', ...events, 'kid-zq1,,1700000000,T'] });
    const mapping = {
      events: { file: 'all.csv', profile: 'user', item: 'movie', time: 'time' },
      items: { file: 'all.csv', item: 'movie', title: 'title', attributes: [] },
    };
    const engine = await createEngine({ workspaceFolder: await temporaryFolder(), launcher: trainersHere });
    const pseudonymKey = path.join(await temporaryFolder(), 'my.key');
    await finalValue(await engine.client.datasets.import({ folder, mapping, pseudonymKey }));
    expect(await filesWith(engine.context.workspace.folder, 'kid-zq')).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')(
    'keeps its key readable by the user alone in a folder of a group',
    { tags: ['rare'] },
    async () => {
      const { engine, folder } = await imported();
      const place = await temporaryFolder();
      await fs.chmod(place, 0o770);
      const key = path.join(place, 'my.key');
      await pseudonymised(engine, folder, key);
      expect((await fs.stat(key)).mode & 0o777).toBe(0o600);
    },
  );

  it('is not undone by an import without the key', { tags: ['rare'] }, async () => {
    const { engine, workspace, folder, ids } = await imported();
    await expect(importInto(engine, folder)).rejects.toThrow(/imported with pseudonyms/);
    // A copy, in which one of the files with people is unchanged.
    const copy = path.join(await temporaryFolder(), 'copy');
    await fs.cp(folder, copy, { recursive: true });
    await fs.appendFile(path.join(copy, 'history_data.csv'), '101,99,20260301120000,IFSUC0001,500,0,N,N\n');
    await expect(importInto(engine, copy)).rejects.toThrow(/imported with pseudonyms/);
    expect(await filesWith(workspace.folder, ids[1]!)).toEqual([]);
  });

  it('is translated back in exports, if the key is given', async () => {
    const used = await imported();
    const { engine, workspace, folder, ids, key } = used;
    const { record } = await runOn(used);
    const { runId } = record;
    const out = path.join(await temporaryFolder(), 'lists.csv');
    const profilesOf = async (pseudonymKey?: string): Promise<string[]> => {
      await engine.client.runs.export({ runId, out, format: 'csv', ...(pseudonymKey && { pseudonymKey }) });
      const lines = (await fs.readFile(out, 'utf8')).trim().split('\n').slice(1);
      return [...new Set(lines.map((line) => line.split(',')[0]!))];
    };
    for (const profile of await profilesOf()) expect(profile).toMatch(/^p[0-9a-f]{16}$/);
    // The order of the submission is that of the file.
    expect(await profilesOf(key)).toEqual(ids.toReversed());
    for (const id of ids) expect(await filesWith(workspace.folder, id)).toEqual([]);
    const request = { data: used.dataset.fingerprint, profile: `${ids[0]}.0`, pseudonymKey: key };
    const { pseudonym } = await engine.client.privacy.pseudonym(request);
    await expect(engine.client.lists.show({ runId, profile: pseudonym })).resolves.toMatchObject({
      profile: pseudonym,
    });

    const other = path.join(path.dirname(key), 'another.key');
    await pseudonymised(
      await createEngine({ workspaceFolder: await temporaryFolder(), launcher: trainersHere }),
      folder,
      other,
    );
    await expect(profilesOf(other)).rejects.toThrow(/not the key/);
    await fs.rename(folder, `${folder}-moved`);
    await expect(profilesOf(key)).rejects.toThrow(/which is not there/);
    await pseudonymised(engine, `${folder}-moved`, key);
    expect(await profilesOf(key)).toEqual(ids.toReversed());
  });

  it('leaves out profiles that were forgotten by their pseudonym', async () => {
    const { engine, workspace, folder, dataset, ids, key } = await imported();
    const { pseudonym } = await engine.client.privacy.pseudonym({
      data: dataset.fingerprint,
      profile: ids[3]!,
      pseudonymKey: key,
    });
    await forgetIn(engine, { data: dataset.fingerprint, profile: pseudonym });
    expect((await pseudonymised(engine, folder, key)).profiles).toBe(dataset.profiles - 1);
    expect(await filesWith(workspace.folder, pseudonym)).toEqual([]);
  });

  it('leaves out profiles that were forgotten under the pseudonym of another key', { tags: ['rare'] }, async () => {
    const used = await imported();
    const { engine, workspace, folder, dataset, ids, key } = used;
    const other = path.join(path.dirname(key), 'another.key');
    const elsewhere = await createEngine({ workspaceFolder: await temporaryFolder(), launcher: trainersHere });
    const theirs = { engine: elsewhere, workspace: elsewhere.context.workspace, folder };
    const { record } = await runOn({ ...theirs, dataset: await pseudonymised(elsewhere, folder, other) });
    const bundle = path.join(path.dirname(key), 'theirs.shelfwise');
    await bundleRun({ workspace: theirs.workspace, runId: record.runId, out: bundle, withData: true });

    const request = { data: dataset.fingerprint, profile: ids[3]!, pseudonymKey: key };
    const { pseudonym } = await engine.client.privacy.pseudonym(request);
    await forgetIn(engine, { data: dataset.fingerprint, profile: pseudonym });
    const [after] = await engine.client.datasets.list();
    const refused = /was forgotten in this workspace under/;
    await expect(pseudonymised(engine, folder, other)).rejects.toThrow(refused);
    const copy = path.join(await temporaryFolder(), 'copy');
    await fs.cp(folder, copy, { recursive: true });
    await expect(pseudonymised(engine, copy, other)).rejects.toThrow(refused);
    await expect(engine.client.runs.open({ file: bundle }).then(finalValue)).rejects.toThrow(refused);
    await engine.client.workspace.delete({ id: after!.fingerprint });
    await expect(importInto(engine, folder)).rejects.toThrow(refused);
    expect(await engine.client.datasets.list()).toEqual([]);
    expect(await filesWith(workspace.folder, ids[3]!)).toEqual([]);
    expect((await pseudonymised(engine, folder, key)).profiles).toBe(dataset.profiles - 1);
  });

  it('works on the command line', async () => {
    const { folder } = await importedFolder(PEOPLE.letters);
    const place = await temporaryFolder();
    const workspace = path.join(place, 'workspace');
    const words = ['import', folder, '--pseudonymise', path.join(place, 'k'), '--workspace', workspace, '--json'];
    const answer = await commands.run(words);
    expect(answer.json()).toMatchObject({
      imported: true,
      pseudonyms: { key: expect.stringMatching(/^[0-9a-f]{16}$/) },
    });
    expect(await filesWith(workspace, PEOPLE.letters.id)).toEqual([]);
  });

  it('accepts original IDs on the command line, if the key is given', { tags: ['rare'] }, async () => {
    const { workspace, dataset, ids, key } = await imported();
    const run = (...words: string[]) => commands.run([...words, '--workspace', workspace.folder, '--json']);
    const forget = ['forget', ids[3]!, '--data', dataset.fingerprint, '--yes'];
    const note = ['note', '--profile', ids[3]!, '--data', dataset.fingerprint];
    for (const words of [forget, note])
      expect((await run(...words)).json().error).toMatchObject({
        code: 'not-found',
        message: expect.stringMatching(/There is no child .* IDs there are pseudonyms \(--key KEYFILE takes/),
      });
    expect((await run(...note, '--key', key)).json()).toMatchObject({ text: '' });
    const forgotten = (await run(...forget, '--key', key)).json();
    expect(forgotten).toMatchObject({ profile: expect.stringMatching(/^p[0-9a-f]{16}$/) });
    expect(forgotten.replaced).toHaveLength(1);
    expect(await filesWith(workspace.folder, forgotten.profile)).toEqual([]);
  });

  it('is an option of every command that takes the folder', { tags: ['rare'] }, async () => {
    const { workspace, folder, dataset } = await imported();
    const data = dataset.fingerprint.slice(0, 12);
    for (const words of [
      ['import', folder],
      ['train', '--data', folder],
    ]) {
      const { error } = (await commands.run([...words, '--workspace', workspace.folder, '--json'])).json();
      expect(error.code).toBe('usage');
      expect(error.message).toContain(
        'Import it with the same key file (--pseudonymise KEYFILE of the command import)',
      );
      expect(error.message).toContain(`use the data set ${data}`);
    }
  });
});
