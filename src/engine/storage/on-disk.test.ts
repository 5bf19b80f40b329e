/** What is kept on the disk: files of records, files for the user, leftovers and the trash. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { say } from '../../shared/words/sentence';
import { bytesBelow, entriesOf, filesBelow, freeBytes, lastChange } from './disk';
import { clockOf, makeFolder, makeFolderNamedBy, openWriter, removeFolder, writeFailure } from './files';
import { halfWritten, halfWrittenIn } from './half-written';
import { contentOf, parseKept, readKept } from './kept-file';
import { hostTag } from './processes';
import { hashOf, jsonOrNull, readTextIfThere, sha256, sha256OfFile, versionOfFile } from './read-files';
import {
  adoptContent,
  changeContent,
  changeRecords,
  readContent,
  readRecords,
  type RecordFile,
  withoutRecord,
  withRecord,
} from './record-file';
import { standingOf } from './marker';
import { refuseOverwriting } from './revisions';
import { leftoversBeside, temporaryBeside, writerOf } from './temporary';
import { listTrash, listUnreadableTrash, readTrash } from './trash-list';
import { KEY_HEADING, liesIn, makeUserFolder, refuseTarget, requireUserTarget, writeUserFile } from './user-files';
import { openWorkspace, type Workspace } from './workspace';
import { ShelfwiseError } from '../../shared/errors';
import { Readable } from 'node:stream';

let folder = '';
let workspace: Workspace;
beforeEach(async () => {
  const made = await fs.mkdtemp(path.join(os.tmpdir(), 'disk-'));
  onTestFinished(() => fs.rm(made, { recursive: true, force: true }));
  folder = await fs.realpath(made);
  workspace = await openWorkspace(path.join(folder, 'workspace'));
});
const at = (...names: string[]): string => path.join(folder, ...names);
const put = async (name: string, content: string | object = ''): Promise<string> => {
  const file = at(...name.split('/'));
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};
const refused = (code: string, id: string, values: object = {}) => ({ code, said: [{ id, values }] });
/** No process has this number: Linux has up to 4,194,304. */
const GONE = 4_999_999;
const ofWriter = (pid: number, host = hostTag()): string => `.0123456789ab-${host}-${pid}.part`;

describe('a file of records', () => {
  interface Pin {
    readonly title: string;
  }
  const file = (more: Partial<RecordFile<Pin>> = {}): RecordFile<Pin> => ({
    path: at('pins', 'pins.json'),
    name: 'pins',
    value: z.object({ title: z.string() }),
    ...more,
  });
  const pin = (key: string, title: string, of = file()) => changeRecords(of, (all) => withRecord(all, key, { title }));
  const stored = async () => JSON.parse(await fs.readFile(file().path, 'utf8'));

  it('has nothing before anything is put in, and a revision more with each change', async () => {
    expect([...(await readRecords(file()))]).toEqual([]);
    expect(await readContent(file())).toEqual({ records: new Map(), earlier: new Map() });
    await pin('a', 'Otter Bay');
    await pin('__proto__', 'Cloud');
    expect([...(await readRecords(file()))]).toEqual([
      ['a', { title: 'Otter Bay' }],
      ['__proto__', { title: 'Cloud' }],
    ]);
    expect(await stored()).toMatchObject({ formatVersion: 1, revision: 2 });
    expect(await stored()).not.toHaveProperty('earlier');
    await changeRecords(file(), (all) => withoutRecord(all, 'a'));
    expect([...(await readRecords(file())).keys()]).toEqual(['__proto__']);
    expect((await stored()).revision).toBe(3);
  });

  it('is not written where nothing changes', async () => {
    await pin('a', 'Otter Bay');
    const before = await versionOfFile(file().path);
    await changeRecords(file(), (all) => all);
    await changeContent(file(), (content) => content);
    expect(await versionOfFile(file().path)).toBe(before);
  });

  it('loses no change of several at once', async () => {
    await pin('a', 'one');
    let asked = 0;
    const add = (key: string) =>
      changeContent(file(), ({ records, earlier }) => {
        asked++;
        return { records: withRecord(records, key, { title: `${records.size}` }), earlier };
      });
    await Promise.all(['b', 'c', 'd'].map(add));
    const titles = [...(await readRecords(file())).values()].map(({ title }) => title);
    expect(titles.toSorted()).toEqual(['1', '2', '3', 'one']);
    // Who came late was asked again, with what the others had written.
    expect(asked).toBeGreaterThan(3);
  });

  it('keeps what a version does not know, and answers without it', async () => {
    await put('pins/pins.json', {
      formatVersion: 1,
      revision: 4,
      shelf: 'x',
      pins: { a: { title: 'Otter Bay', colour: 'red' } },
    });
    expect([...(await readRecords(file()))]).toEqual([['a', { title: 'Otter Bay' }]]);
    expect([...(await readContent(file())).records]).toEqual([['a', { title: 'Otter Bay' }]]);
    await pin('b', 'Cloud');
    expect(await stored()).toMatchObject({ shelf: 'x', revision: 5, pins: { a: { colour: 'red' } } });
  });

  it('keeps earlier states, and gives another file all of it once', async () => {
    const earlier = new Map([['a', [{ title: 'before' }]]]);
    await changeContent(file(), () => ({ records: new Map([['a', { title: 'now' }]]), earlier }));
    expect((await readContent(file())).earlier).toEqual(earlier);
    const to = file({ path: at('pins', 'other.json') });
    const shout = ({ title }: Pin): Pin => ({ title: title.toUpperCase() });
    expect(await adoptContent(file(), to, shout)).toBe(true);
    expect(await readContent(to)).toEqual({
      records: new Map([['a', { title: 'NOW' }]]),
      earlier: new Map([['a', [{ title: 'BEFORE' }]]]),
    });
    expect(await adoptContent(file(), to)).toBe(false);
    await changeContent(to, (content) => ({ ...content, records: new Map() }));
    // It had some: its own removal stays.
    expect(await adoptContent(file(), to)).toBe(false);
    expect(await adoptContent(file({ path: at('pins', 'none.json') }), file({ path: at('pins', 'new.json') }))).toBe(
      false,
    );
  });

  it('is written as it is stored, and for its owner alone where it has secrets', async () => {
    const secret = file({ isSecret: true, asStored: ({ title }) => ({ title: `stored ${title}` }) });
    await pin('a', 'one', secret);
    expect((await stored()).pins.a.title).toBe('stored one');
    if (process.platform !== 'win32') expect((await fs.stat(secret.path)).mode & 0o777).toBe(0o600);
  });

  it('is damaged, which it says, or of a newer version, and stays as it is', async () => {
    const damaged = refused('bad-data', 'kept.damaged', { file: file().path, name: 'pins' });
    const whole = { formatVersion: 1, revision: 1, pins: {} };
    for (const content of [
      '{',
      { ...whole, pins: [] },
      { ...whole, pins: null },
      { ...whole, pins: 'x' },
      { ...whole, pins: { a: { title: 5 } } },
      { ...whole, revision: 'x' },
      [],
    ]) {
      const text = await fs.readFile(await put('pins/pins.json', content as object), 'utf8');
      await expect(readRecords(file())).rejects.toMatchObject(damaged);
      await expect(pin('b', 'Cloud')).rejects.toMatchObject(damaged);
      expect(await fs.readFile(file().path, 'utf8')).toBe(text);
    }
    await put('pins/pins.json', { ...whole, formatVersion: 2 });
    await expect(readRecords(file())).rejects.toMatchObject({ code: 'newer-version' });
    const isNewer = (record: unknown): boolean => (record as Pin).title === 'of tomorrow';
    for (const content of [
      { pins: { a: { title: 'of tomorrow' } } },
      { earlier: { a: [{ title: 'today' }, { title: 'of tomorrow' }] } },
    ]) {
      await put('pins/pins.json', { ...whole, ...content });
      await expect(readRecords(file({ isNewer }))).rejects.toMatchObject({ code: 'newer-version' });
    }
    await put('pins/pins.json', whole);
    expect([...(await readRecords(file({ isNewer })))]).toEqual([]);
  });

  it('is not overwritten by who read an earlier revision', () => {
    expect(() => refuseOverwriting(say('kept.note', { profile: 'p1' }), 3, 2)).toThrow(
      expect.objectContaining({
        code: 'busy',
        said: [say('kept.changed', { what: say('kept.note', { profile: 'p1' }) })],
      }),
    );
    expect(() => refuseOverwriting(say('kept.note', { profile: 'p1' }), 3, 3)).not.toThrow();
  });
});

describe('a kept file', () => {
  const kind = {
    schema: z.object({ a: z.int() }),
    what: 'notes.json',
    damaged: (problem: string | null) => say('kept.damaged', { file: problem ?? 'no JSON', name: 'a' }),
  };

  it('is absent, fine, damaged or newer', async () => {
    expect(await readKept(at('none.json'), kind)).toEqual({ state: 'absent' });
    expect(contentOf({ state: 'absent' })).toBeNull();
    const fine = await readKept(await put('fine.json', { a: 1, b: 2 }), kind);
    expect(fine).toEqual({ state: 'fine', content: { a: 1 }, raw: { a: 1, b: 2 } });
    expect(contentOf(fine)).toEqual({ a: 1 });
    expect(parseKept('{', kind)).toMatchObject({
      state: 'damaged',
      error: { code: 'bad-data', said: [{ values: { file: 'no JSON' } }] },
    });
    expect(parseKept('{"a":"x"}', kind)).toMatchObject({ state: 'damaged', error: { code: 'bad-data' } });
    const nested = (levels: number): string => `{"a":1,"b":${'{"c":'.repeat(levels)}1${'}'.repeat(levels)}}`;
    expect(parseKept(nested(90), kind).state).toBe('fine');
    expect(parseKept(nested(20_000), kind)).toMatchObject({ state: 'damaged', error: { code: 'bad-data' } });
    const newer = parseKept('{"formatVersion":2}', kind);
    expect(newer).toMatchObject({
      state: 'newer',
      error: refused('newer-version', 'version.newer', { file: 'notes.json' }),
    });
    expect(() => contentOf(newer)).toThrow(expect.objectContaining({ code: 'newer-version' }));
    for (const version of [1, 'x', 1.5, -1, null])
      expect(parseKept(JSON.stringify({ formatVersion: version, a: 1 }), kind).state).toBe('fine');
    const changed = parseKept('{"a":1}', { ...kind, changed: () => say('kept.broken-seal', { file: 'f', name: 'a' }) });
    expect(changed).toMatchObject({
      state: 'damaged',
      error: { code: 'bad-data', said: [{ id: 'kept.broken-seal' }] },
    });
  });
});

describe('a folder that is no workspace', () => {
  it('is refused with the first three things that are foreign in it', async () => {
    for (const name of ['a', 'b', 'c', 'd']) await put(`foreign/${name}`);
    const found = ['a', 'b', 'c'];
    const foreign = refused('usage', 'workspace.foreign', { folder: at('foreign'), found });
    expect(await standingOf(at('foreign'))).toMatchObject({ kind: 'refused', error: foreign });
    await put('mixed/runs/other.txt');
    const inside = refused('usage', 'workspace.foreign', { folder: at('mixed'), found: ['runs/other.txt'] });
    await expect(openWorkspace(at('mixed'))).rejects.toMatchObject(inside);
    expect(await fs.readdir(at('mixed'))).toEqual(['runs']);
  });

  it.skipIf(process.platform === 'win32')(
    'is closed to others, which is told of one that others could read',
    async () => {
      const told: unknown[] = [];
      const open = (name: string, access?: 'private' | 'shared') =>
        openWorkspace(at(name), { access, onNotice: (notice) => told.push(notice) });
      await open('new');
      expect([told, (await fs.stat(at('new'))).mode & 0o077]).toEqual([[], 0]);
      await fs.chmod(at('new'), 0o755);
      await open('new');
      expect([told, (await fs.stat(at('new'))).mode & 0o077]).toEqual([
        [say('workspace.closed', { folder: at('new') })],
        0,
      ]);
      told.length = 0;
      await fs.chmod(at('new'), 0o757);
      await open('new', 'shared');
      expect(told).toEqual([say('workspace.closed-to-others', { folder: at('new') })]);
      expect((await fs.stat(at('new', 'runs'))).mode & 0o077).toBe(0o070);
      expect(JSON.parse(await fs.readFile(at('new', 'shelfwise.json'), 'utf8'))).toMatchObject({ access: 'shared' });
    },
  );
});

describe('a file for the user', () => {
  const write = (out: string, content = 'lists') =>
    writeUserFile(workspace, out, (temporary) => fs.writeFile(temporary, content).then(() => 7));

  it('is written whole, in place of one of that name, and without what a killed program left of it', async () => {
    const leftover = await put(`out.csv${ofWriter(GONE)}`);
    const others = await Promise.all([
      put(`out.csv${ofWriter(process.pid)}`),
      put(`other.csv${ofWriter(GONE)}`),
      put(`out.csv${ofWriter(GONE, '00000000')}`),
    ]);
    await put('out.csv', 'old');
    expect(await write(at('out.csv'))).toEqual({ path: at('out.csv'), result: 7 });
    expect(await fs.readFile(at('out.csv'), 'utf8')).toBe('lists');
    await expect(fs.stat(leftover)).rejects.toMatchObject({ code: 'ENOENT' });
    for (const other of others) expect((await fs.stat(other)).isFile()).toBe(true);
  });

  it('replaces no folder and no key of pseudonyms', async () => {
    await fs.mkdir(at('folder'));
    await expect(write(at('folder'))).rejects.toMatchObject(
      refused('usage', 'file.is-folder-plain', { folder: at('folder') }),
    );
    await put('one.key', `${KEY_HEADING} 1\n`);
    await expect(write(at('one.key'))).rejects.toMatchObject(
      refused('usage', 'target.is-key', { file: at('one.key') }),
    );
    await put('like.key', `x${KEY_HEADING} 1\n`);
    await expect(write(at('like.key'))).resolves.toBeDefined();
    await put('short.key', KEY_HEADING.slice(0, 5));
    await expect(write(at('short.key'))).resolves.toBeDefined();
  });

  it('lies neither in the workspace nor where data was read from, by whichever name', async () => {
    await put('data/history.csv', 'p1');
    await fs.mkdir(at('added'));
    const description = { folder: at('data'), files: [{ file: 'history.csv' }], added: [{ folder: at('added') }] };
    await put('workspace/datasets/one/dataset.json', description);
    // Of another version, damaged, or no description at all: the others are guarded nevertheless.
    await put('workspace/datasets/a/dataset.json', '{');
    await put('workspace/datasets/b/dataset.json', { files: 'x' });
    await expect(write(path.join(workspace.folder, 'x.csv'))).rejects.toMatchObject(
      refused('usage', 'target.in-workspace', { file: path.join(workspace.folder, 'x.csv'), folder: workspace.folder }),
    );
    const inData = (file: string, there: string) => refused('usage', 'target.in-data', { file, folder: there });
    await expect(write(at('data', 'x.csv'))).rejects.toMatchObject(inData(at('data', 'x.csv'), at('data')));
    await expect(write(at('added', 'deep', 'x.csv'))).rejects.toMatchObject(
      inData(at('added', 'deep', 'x.csv'), at('added')),
    );
    await fs.symlink(at('data'), at('link'));
    await expect(write(at('link', 'x.csv'))).rejects.toMatchObject(inData(at('link', 'x.csv'), at('data')));
    await fs.link(at('data', 'history.csv'), at('second.csv'));
    await expect(write(at('second.csv'))).rejects.toMatchObject(
      refused('usage', 'target.is-data', { file: at('second.csv'), source: 'history.csv', folder: at('data') }),
    );
    await expect(refuseTarget(workspace, at('data-2.csv'))).resolves.toBeUndefined();
    expect(await fs.readFile(at('data', 'history.csv'), 'utf8')).toBe('p1');
  });

  it('may be asked for before long work, in a folder that is there', async () => {
    const ask = (out: string) => requireUserTarget(workspace, out, at('data'));
    await fs.mkdir(at('data'));
    await expect(ask(at('out.csv'))).resolves.toBeUndefined();
    await expect(ask(at('data', 'x.csv'))).rejects.toMatchObject(
      refused('usage', 'target.in-data', { file: at('data', 'x.csv'), folder: at('data') }),
    );
    await expect(ask(at('none', 'x.csv'))).rejects.toMatchObject(
      refused('not-found', 'file.no-folder', { file: at('none', 'x.csv') }),
    );
    await expect(ask(path.join(workspace.folder, 'x'))).rejects.toMatchObject({
      said: [{ id: 'target.in-workspace' }],
    });
  });

  it('may be a folder of files, new and whole', async () => {
    const make = (out: string) =>
      makeUserFolder(workspace, out, (temporary) => fs.writeFile(path.join(temporary, 'a'), 'x').then(() => 7));
    expect(await make(at('out'))).toEqual({ path: at('out'), result: 7 });
    expect(await fs.readdir(at('out'))).toEqual(['a']);
    await expect(make(at('out'))).rejects.toMatchObject(refused('usage', 'target.is-there', { folder: at('out') }));
    await expect(make(at('none', 'out'))).rejects.toMatchObject(
      refused('not-found', 'file.no-folder', { file: at('none', 'out') }),
    );
    await expect(make(path.join(workspace.folder, 'out'))).rejects.toMatchObject({
      said: [{ id: 'target.in-workspace' }],
    });
    const meanwhile = makeUserFolder(workspace, at('late'), async () => fs.mkdir(at('late')));
    await expect(meanwhile).rejects.toMatchObject(refused('usage', 'target.is-there', { folder: at('late') }));
  });

  it('lies in a folder above it, and in none that is not there or beside it', async () => {
    await put('a/b/c.txt');
    expect(await Promise.all([at(), at('a'), at('a', 'b')].map((one) => liesIn(at('a', 'b', 'new.txt'), one)))).toEqual(
      [true, true, true],
    );
    expect(
      await Promise.all(
        [at('a', 'none'), at('workspace'), at('a', 'b', 'c.txt')].map((one) => liesIn(at('a', 'b', 'c.txt'), one)),
      ),
    ).toEqual([false, false, false]);
  });
});

describe('leftovers', () => {
  it('are told by the writer in their name: gone, alive, or of another computer', () => {
    expect(writerOf(`x${ofWriter(GONE)}`)).toBe('gone');
    expect(writerOf(`x${ofWriter(process.pid)}`)).toBe('alive');
    expect(writerOf(`x${ofWriter(GONE, '00000000')}`)).toBe('unknown');
    expect(writerOf('x.0123456789ab.part')).toBe('unknown');
    expect(writerOf(path.basename(temporaryBeside(at('x'))))).toBe('alive');
    expect(hostTag()).toMatch(/^[0-9a-f]{8}$/);
  });

  it('fit beside a name as long as the disk allows', async () => {
    const long = '가'.repeat(80);
    expect(Buffer.byteLength(path.basename(temporaryBeside(at(long))))).toBeLessThan(255);
    expect(path.basename(temporaryBeside(at('short.csv')))).toMatch(/^short\.csv\.[0-9a-f]{12}-/);
    const leftover = await put(`${'가'.repeat(50)}${ofWriter(GONE)}`);
    expect(await leftoversBeside(at(long))).toEqual([leftover]);
    expect(await leftoversBeside(at('none', 'x'))).toEqual([]);
  });

  it('of a workspace are those in it and in its folders, but for what is written now', async () => {
    const [top, deep] = [
      await put(`workspace/x${ofWriter(GONE)}`),
      await put(`workspace/runs/y${ofWriter(GONE, '00000000')}`),
    ];
    await put(`workspace/z${ofWriter(process.pid)}`);
    await put('workspace/runs/plain.part');
    await put(`workspace/runs/deeper/w${ofWriter(GONE)}`);
    expect(await halfWrittenIn(workspace)).toEqual([
      { target: top, isSure: true },
      { target: deep, isSure: false },
    ]);
    await fs.symlink(at(), path.join(workspace.runs, `link${ofWriter(GONE)}`));
    await fs.mkdir(path.join(workspace.runs, `made${ofWriter(GONE)}`));
    const found = halfWritten(workspace.runs, await entriesOf(workspace.runs)).map(({ target }) =>
      path.basename(target),
    );
    expect(found).toEqual([`made${ofWriter(GONE)}`, `y${ofWriter(GONE, '00000000')}`]);
  });
});

describe('the trash', () => {
  const ID = 'rabcdefghi';
  const ENTRY = 'rabc-20261124T101530123Z';
  const note = { kind: 'run', id: ID, name: 'Run', deletedAt: '2026-11-24T10:15:30.123Z', affectedRuns: [] };

  it('has what was deleted, newest first, with its size', async () => {
    await put(`workspace/trash/${ENTRY}/note.json`, note);
    await put(`workspace/trash/${ENTRY}/${ID}/run.json`, 'x'.repeat(1000));
    const data = 'a'.repeat(64);
    const later = {
      ...note,
      kind: 'dataset',
      id: data,
      name: 'Data',
      deletedAt: '2026-11-25T10:15:30.123Z',
      affectedRuns: [ID],
    };
    await put('workspace/trash/aaaa-20261125T101530123Z/note.json', later);
    await put(`workspace/trash/aaaa-20261125T101530123Z/${data}/dataset.json`, 'x');
    const listed = await listTrash(workspace);
    expect(listed).toMatchObject([later, note]);
    expect(listed[1]!.bytes).toBeGreaterThanOrEqual(1000);
    expect(listed[1]!.entry).toBe(ENTRY);
  });

  it('lists nothing whose content is gone, and nothing without a note', async () => {
    await put(`workspace/trash/${ENTRY}/note.json`, note);
    expect(await listTrash(workspace)).toEqual([]);
    await fs.mkdir(path.join(workspace.trash, 'bbbb-20261125T101530123Z'));
    await put(`workspace/trash/cccc-20261125T101530123Z/note.json${ofWriter(GONE)}`);
    const { entries, others } = await readTrash(workspace);
    expect(entries.map(({ note: of }) => of === null)).toEqual([true, true, false]);
    expect([await listTrash(workspace), others]).toEqual([[], []]);
  });

  it('names what a newer version deleted, and leaves anything else alone', async () => {
    await put(`workspace/trash/${ENTRY}/note.json`, { ...note, formatVersion: 2 });
    await put('workspace/trash/dddd-20261125T101530123Z/note.json', { ...note, id: '../..' });
    await put('workspace/trash/eeee-20261125T101530123Z/other.txt');
    await put('workspace/trash/mine.txt');
    await put('workspace/trash/.DS_Store');
    await put(`workspace/trash/half${ofWriter(GONE)}`);
    await fs.symlink(at(), path.join(workspace.trash, `link${ofWriter(GONE)}`));
    const { entries, unreadable, others } = await readTrash(workspace);
    expect([entries, unreadable.length]).toEqual([[], 1]);
    expect(others.map((place) => path.basename(place))).toEqual([
      'dddd-20261125T101530123Z',
      'eeee-20261125T101530123Z',
      `link${ofWriter(GONE)}`,
      'mine.txt',
    ]);
    expect(await listUnreadableTrash(workspace)).toMatchObject([{ entry: ENTRY, code: 'newer-version' }]);
  });
});

describe('what is on the disk', () => {
  it('is found below a folder, links not followed, and nothing where it is gone', async () => {
    await put('tree/b', 'xx');
    await put('tree/deep/a', 'xxx');
    const files = await filesBelow(at('tree'));
    expect(files.map(({ path: file, bytes }) => [file, bytes])).toEqual([
      [at('tree', 'b'), 2],
      [at('tree', 'deep', 'a'), 3],
    ]);
    expect(await bytesBelow(at('tree'))).toBe(5);
    expect(await filesBelow(at('tree', 'b'))).toHaveLength(1);
    expect([
      await filesBelow(at('none')),
      await bytesBelow(at('none')),
      await entriesOf(at('none')),
      await lastChange(at('none')),
    ]).toEqual([[], 0, [], 0]);
    await fs.symlink(at('workspace'), at('tree', 'link'));
    expect((await filesBelow(at('tree'))).map(({ path: file }) => file)).toContain(at('tree', 'link'));
    const long = new Date('2040-01-01T00:00:00Z');
    await fs.utimes(at('tree', 'deep', 'a'), long, long);
    expect(await lastChange(at('tree'))).toBe(long.getTime());
    await fs.mkdir(at('empty'));
    expect(await lastChange(at('empty'))).toBe((await fs.stat(at('empty'))).mtimeMs);
    expect(await entriesOf(at('tree', 'b'))).toEqual([]);
    expect((await entriesOf(at('tree'))).map(({ name }) => name)).toEqual(['b', 'deep', 'link']);
  });

  it('has room, also for a folder that is not there yet', async () => {
    expect(await freeBytes(at('none', 'deeper'))).toBeGreaterThan(0);
  });

  it('is read as text, as a hash and as JSON, and no device is read', async () => {
    const file = await put('a.txt', 'abc');
    const hash = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect([await readTextIfThere(file), await readTextIfThere(at('none'))]).toEqual(['abc', null]);
    expect([
      sha256('abc'),
      await sha256OfFile(file),
      await hashOf(Readable.from([Buffer.from('a'), Buffer.from('bc')])),
    ]).toEqual([hash, hash, hash]);
    expect([jsonOrNull('{"a":1}'), jsonOrNull('{')]).toEqual([{ a: 1 }, null]);
    await expect(readTextIfThere(at('workspace'))).rejects.toMatchObject(
      refused('bad-data', 'file.no-regular', { file: at('workspace') }),
    );
    const stop = AbortSignal.abort();
    await expect(sha256OfFile(file, stop)).rejects.toMatchObject({ code: 'stopped' });
    const version = await versionOfFile(file);
    expect(version).toMatch(/^\d+\/3\/\d+$/);
    await fs.writeFile(file, 'abcd');
    expect(await versionOfFile(file)).not.toBe(version);
    expect(await versionOfFile(at('none'))).toBeNull();
  });
});

describe('folders and files that are made', () => {
  it('have missing folders above them, and none where a file stands', async () => {
    await makeFolder(at('a', 'b', 'c'));
    await makeFolder(at('a', 'b', 'c'));
    expect((await fs.stat(at('a', 'b', 'c'))).isDirectory()).toBe(true);
    await put('file');
    await expect(makeFolder(at('file'))).rejects.toMatchObject(
      refused('usage', 'folder.needed', { place: at('file') }),
    );
    await expect(makeFolder(at('file', 'deep'))).rejects.toMatchObject({ said: [{ id: 'folder.needed' }] });
    await removeFolder(at('a'));
    await removeFolder(at('a'));
    await expect(fs.stat(at('a'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('are written piece by piece: new, continued, or over what there is', async () => {
    const write = async (mode: 'new' | 'append' | 'overwrite' | undefined, text: string): Promise<string> => {
      const writer = await openWriter(at('pieces'), mode);
      await writer.write(Buffer.from(text));
      await writer.close();
      return fs.readFile(at('pieces'), 'utf8');
    };
    expect([await write(undefined, 'one'), await write('append', 'two'), await write('overwrite', 'three')]).toEqual([
      'one',
      'onetwo',
      'three',
    ]);
    await expect(write('new', 'x')).rejects.toThrow('EEXIST');
    await expect(openWriter(at('none', 'x'))).rejects.toMatchObject(
      refused('not-found', 'file.no-folder', { file: at('none', 'x') }),
    );
  });

  it('have a name that is known once they are filled, and replace none of that name', async () => {
    const make = (name: string, place?: (rename: () => Promise<boolean>) => Promise<boolean>) =>
      makeFolderNamedBy(
        at(),
        async (temporary) => fs.writeFile(path.join(temporary, 'a'), name).then(() => ({ name, result: name })),
        place,
      );
    expect(await make('one')).toEqual({ result: 'one', made: true });
    expect(await make('one')).toEqual({ result: 'one', made: false });
    expect(await make('two', async () => false)).toEqual({ result: 'two', made: false });
    expect((await fs.readdir(at())).filter((name) => name.startsWith('.new') || name === 'two')).toEqual([]);
    await expect(
      makeFolderNamedBy(at(), async () => Promise.reject(new ShelfwiseError('bad-data', 'No.'))),
    ).rejects.toThrow('No.');
    expect((await fs.readdir(at())).filter((name) => name.startsWith('.new'))).toEqual([]);
  });

  it('tell the time of their disk', async () => {
    expect(Math.abs((await clockOf(at())) - Date.now())).toBeLessThan(60_000);
    expect(await fs.readdir(at())).toEqual(['workspace']);
    await expect(clockOf(at('none'))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('say which of them could not be written, and why', () => {
    const system = (code: string) => Object.assign(new Error(code), { code });
    const failure = (code: string) => writeFailure(system(code), '/out.csv');
    expect(failure('ENOSPC')).toMatchObject(refused('no-space', 'file.no-space', { file: '/out.csv' }));
    expect(failure('EACCES')).toMatchObject(refused('no-permission', 'file.not-writable', { file: '/out.csv' }));
    expect(failure('ENOENT')).toMatchObject(refused('not-found', 'file.no-folder', { file: '/out.csv' }));
    expect(failure('ENOENT').cause).toMatchObject({ code: 'ENOENT' });
    const own = new ShelfwiseError('bad-data', 'No.');
    expect(writeFailure(own, '/out.csv')).toBe(own);
  });
});
