import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Dataset } from '../../../shared/contract/dataset';
import { say } from '../../../shared/words/sentence';
import { openWorkspace, type Workspace } from '../../storage/workspace';
import {
  isSameSource,
  placeUnlessForgetting,
  readForgotten,
  rememberForgotten,
  sourceOf,
  sourceOfDataset,
  tellsOfPeople,
} from './forgotten';
import {
  type Intention,
  isForgetting,
  readIntention,
  refuseWhileForgetting,
  removeIntention,
  writeIntention,
} from './intention';
import { canonicalId, keyedHash } from './keyed-ids';
import { keyOfDataset, openPseudonymKey, pseudonymsOf } from './pseudonyms';
import { filesOfProfiles, followReplacements, writeFileOfProfiles } from './written-files';

let folder = '';
let workspace: Workspace;
beforeEach(async () => {
  const made = await fs.mkdtemp(path.join(os.tmpdir(), 'privacy-'));
  onTestFinished(() => fs.rm(made, { recursive: true, force: true }));
  folder = await fs.realpath(made);
  workspace = await openWorkspace(path.join(folder, 'workspace'));
});
const inside = (...names: string[]): string => path.join(folder, ...names);
const source = (folders: string[], files: string[] = [], key?: string) => ({ folders, files, key });
const FINGERPRINT = 'a'.repeat(64);

describe('forgotten profiles', () => {
  const remember = (profile: string, of = source(['/data']), replaced: string[] = []) =>
    rememberForgotten(workspace, profile, [of], replaced);
  const isOut = async (id: string, of = source(['/data'])): Promise<boolean | null> =>
    (await readForgotten(workspace)).from(of)?.(id) ?? null;

  it('stay out of the source that they were in, as whichever file writes their ID, and of no other', async () => {
    const none = await readForgotten(workspace);
    expect([none.from(source(['/data'])), none.anywhere, none.wasReplaced(FINGERPRINT)]).toEqual([null, null, false]);
    await remember('12', source(['/data'], ['ab']));
    expect(await isOut('12')).toBe(true);
    expect(await isOut(' 12.0 ')).toBe(true);
    expect(await isOut('13')).toBe(false);
    expect(await isOut('12', source(['/elsewhere'], ['ab', 'cd']))).toBe(true);
    expect(await isOut('12', source(['/elsewhere'], ['cd']))).toBeNull();
    const { anywhere } = await readForgotten(workspace);
    expect([anywhere!('12'), anywhere!('13')]).toEqual([true, false]);
  });

  it('are known by what data sets they were in, over several times of forgetting', async () => {
    const before = (await readForgotten(workspace)).version;
    await remember('12', source(['/data'], ['ab']), [FINGERPRINT]);
    const once = await readForgotten(workspace);
    await remember('12', source(['/other'], ['cd']), ['b'.repeat(64)]);
    const twice = await readForgotten(workspace);
    expect(new Set([before, once.version, twice.version]).size).toBe(3);
    expect([FINGERPRINT, 'b'.repeat(64), 'c'.repeat(64)].map((one) => twice.wasReplaced(one))).toEqual([
      true,
      true,
      false,
    ]);
    for (const of of [source(['/data']), source(['/other']), source([], ['ab']), source([], ['cd'])])
      expect(await isOut('12', of)).toBe(true);
  });

  it('are hidden from an import under another key, or under none, than they were forgotten by', async () => {
    await remember('p12', source(['/data'], [], 'key-1'));
    const { isHiddenFrom } = await readForgotten(workspace);
    expect(isHiddenFrom('key-1', source(['/data']))).toBe(false);
    expect(isHiddenFrom('key-2', source(['/data']))).toBe(true);
    expect(isHiddenFrom(undefined, source(['/data']))).toBe(true);
    expect(isHiddenFrom('key-2', source(['/elsewhere']))).toBe(false);
  });

  it('by the ID of the files are hidden from no import', async () => {
    await remember('12');
    expect((await readForgotten(workspace)).isHiddenFrom('key-1', source(['/data']))).toBe(false);
  });

  it('are kept as hashes behind a key that only the user reads', async () => {
    await remember('child-twelve');
    const [text, key] = await Promise.all(
      ['forgotten.json', 'key'].map((name) => fs.readFile(path.join(workspace.privacy, name), 'utf8')),
    );
    expect(text).not.toContain('child-twelve');
    expect(key).toMatch(/^[0-9a-f]{64}\n$/);
    if (process.platform !== 'win32')
      expect((await fs.stat(path.join(workspace.privacy, 'key'))).mode & 0o777).toBe(0o600);
    await remember('other');
    expect(await fs.readFile(path.join(workspace.privacy, 'key'), 'utf8')).toBe(key);
  });

  it('make everything refuse to start without their key, or with a damaged one', async () => {
    await remember('12');
    const file = path.join(workspace.privacy, 'key');
    const key = await fs.readFile(file, 'utf8');
    const damaged = { code: 'bad-data', said: [{ id: 'forget.key-damaged', values: { file } }] };
    for (const text of ['', key.trim(), `${key}x`, `x${key}`, `${'0'.repeat(63)}\n`]) {
      await fs.writeFile(file, text);
      await expect(readForgotten(workspace)).rejects.toMatchObject(damaged);
      await expect(remember('13')).rejects.toMatchObject(damaged);
    }
    await fs.rm(file);
    await expect(readForgotten(workspace)).rejects.toMatchObject(damaged);
  });

  it('are not missed by what is placed meanwhile', async () => {
    const otherwise = say('forget.data-busy');
    const place = async (forgotten: { version: string }) =>
      placeUnlessForgetting(workspace, { forgotten, otherwise }, async () => 'placed');
    const before = await readForgotten(workspace);
    expect(await place(before)).toBe('placed');
    await remember('12');
    await expect(place(before)).rejects.toMatchObject({ code: 'busy', said: [otherwise] });
    const after = await readForgotten(workspace);
    await writeIntention(workspace, intention());
    await expect(place(after)).rejects.toMatchObject({ code: 'busy' });
    await removeIntention(workspace);
    expect(await place(after)).toBe('placed');
  });
});

describe('where data comes from', () => {
  const file = (role: string, sha256: string, rows = 5) => ({ role, rows, sha256, file: `${sha256}.csv` }) as never;

  it('is its folder, also behind a link, and its files with people in them', async () => {
    await fs.mkdir(inside('real'));
    await fs.symlink(inside('real'), inside('link'));
    const files = [file('history', 'h'), file('items', 'i'), file('profiles', 'p'), file('search', 's', 0)];
    expect(await sourceOf(inside('link'), files)).toEqual({
      folders: [inside('link'), inside('real')],
      files: ['h', 'p'],
    });
    expect(await sourceOf(inside('real'), [])).toEqual({ folders: [inside('real')], files: [] });
    expect(await sourceOf(inside('gone'), [])).toEqual({ folders: [inside('gone')], files: [] });
    expect(await sourceOf('', files)).toEqual({ folders: [], files: ['h', 'p'] });
  });

  it('of a data set has every folder that was added, and its key', async () => {
    const dataset = {
      folder: inside('one'),
      added: [{ folder: inside('two') }, { folder: inside('one') }],
      files: [file('watch', 'w')],
      pseudonyms: { key: 'k' },
    } as unknown as Dataset;
    expect(await sourceOfDataset(dataset)).toEqual({ folders: [inside('one'), inside('two')], files: ['w'], key: 'k' });
    const plain = { folder: inside('one'), files: [] } as unknown as Dataset;
    expect(await sourceOfDataset(plain)).toEqual({ folders: [inside('one')], files: [], key: undefined });
  });

  it('is the same by one folder or one file in common', () => {
    expect(isSameSource(source(['/a', '/b']), source(['/b', '/c']))).toBe(true);
    expect(isSameSource(source(['/a'], ['x', 'y']), source(['/b'], ['y']))).toBe(true);
    expect(isSameSource(source(['/a'], ['x']), source(['/b'], ['y']))).toBe(false);
    expect(isSameSource(source([]), source([]))).toBe(false);
  });

  it('tells which files have people in them, in any of their roles', () => {
    const tells = tellsOfPeople([file('items', 'i'), file('history', 'h'), file('items', 'h')]);
    expect(['i.csv', 'h.csv', 'x.csv'].map((name) => tells(name))).toEqual([false, true, false]);
  });
});

const intention = (more: Partial<Intention> = {}): Intention => ({
  formatVersion: 1,
  profile: 'p12',
  datasets: [FINGERPRINT],
  replacements: {},
  runs: [],
  trash: [],
  withModels: false,
  only: {},
  at: '2026-11-26T10:00:00.000Z',
  ...more,
});

describe('what is being forgotten', () => {
  it('is noted until it is done, and refuses runs of its data alone', async () => {
    expect([await readIntention(workspace), await isForgetting(workspace)]).toEqual([null, false]);
    await writeIntention(workspace, intention());
    expect([await readIntention(workspace), await isForgetting(workspace)]).toEqual([intention(), true]);
    await expect(refuseWhileForgetting(workspace, FINGERPRINT)).rejects.toMatchObject({
      code: 'busy',
      said: [{ id: 'forget.data-busy' }],
    });
    await expect(refuseWhileForgetting(workspace, 'b'.repeat(64))).resolves.toBeUndefined();
    await removeIntention(workspace);
    await removeIntention(workspace);
    expect([await readIntention(workspace), await isForgetting(workspace)]).toEqual([null, false]);
  });

  it('is damaged, and still going on, with a name that is no folder of a workspace', async () => {
    const file = path.join(workspace.privacy, 'forgetting.json');
    const damaged = {
      code: 'bad-data',
      said: expect.arrayContaining([expect.objectContaining({ id: 'forget.intention-damaged' })]) as unknown,
    };
    await writeIntention(workspace, intention());
    for (const change of [
      { datasets: ['..'] },
      { runs: ['../..'] },
      { trash: ['/etc'] },
      { replacements: { [FINGERPRINT]: '..' } },
    ]) {
      await fs.writeFile(file, JSON.stringify({ ...intention(), ...change }));
      await expect(readIntention(workspace)).rejects.toMatchObject(damaged);
      expect(await isForgetting(workspace)).toBe(true);
      await expect(writeIntention(workspace, intention(change))).rejects.toThrow('Invalid string');
    }
  });
});

describe('pseudonyms', () => {
  const open = (file: string, data = inside('data')) => openPseudonymKey(workspace, file, data);

  it('are the same under one key, however a file writes an ID, and others under another', async () => {
    const key = await open(inside('one.key'));
    expect(key.id).toMatch(/^[0-9a-f]{16}$/);
    expect(key.of('12')).toMatch(/^p[0-9a-f]{16}$/);
    expect(key.of(' 12.0')).toBe(key.of('12'));
    expect(key.of('13')).not.toBe(key.of('12'));
    expect((await open(inside('one.key'))).of('12')).toBe(key.of('12'));
    const other = await open(inside('two.key'));
    expect([other.id === key.id, other.of('12') === key.of('12')]).toEqual([false, false]);
    expect(pseudonymsOf(key, ['12', '13', '12'])).toEqual([key.of('12'), key.of('13'), key.of('12')]);
  });

  it('are refused where two IDs would have one', () => {
    const key = { id: 'k', of: () => 'p1' };
    expect(() => pseudonymsOf(key, ['12', '13'])).toThrow(
      expect.objectContaining({ code: 'bad-data', said: [say('pseudonyms.collision')] }),
    );
    expect(pseudonymsOf(key, ['12', '12'])).toEqual(['p1', 'p1']);
  });

  it('have a key that explains itself and that only the user reads', async () => {
    await open(inside('one.key'));
    const lines = (await fs.readFile(inside('one.key'), 'utf8')).split('\n');
    expect(lines[0]).toBe('shelfwise pseudonym key 1');
    expect(lines[1]).toContain('Keep it apart');
    expect(lines.at(-2)).toMatch(/^[0-9a-f]{64}$/);
    if (process.platform !== 'win32') expect((await fs.stat(inside('one.key'))).mode & 0o777).toBe(0o600);
  });

  it.skipIf(process.platform === 'win32')('have no key that others can read', async () => {
    await open(inside('one.key'));
    for (const mode of [0o640, 0o604, 0o601]) {
      await fs.chmod(inside('one.key'), mode);
      await expect(open(inside('one.key'))).rejects.toMatchObject({
        code: 'no-permission',
        said: [{ id: 'pseudonyms.key-open' }],
      });
    }
    await fs.chmod(inside('one.key'), 0o400);
    await expect(open(inside('one.key'))).resolves.toBeDefined();
  });

  it('have no key of another shape, and no folder for one', async () => {
    await open(inside('one.key'));
    const text = await fs.readFile(inside('one.key'), 'utf8');
    const hex = text.split('\n').at(-2)!;
    const refused = { code: 'bad-data', said: [{ id: 'pseudonyms.no-key-file', values: { file: inside('bad.key') } }] };
    const bad = [
      '',
      text.replace(' 1', ' 2'),
      `${text}${hex}\n`,
      text.replace(hex, hex.slice(1)),
      text.replace(hex, `${hex}0`),
      text.replace(hex, ''),
      `${text}#${' '.repeat(4096)}`,
    ];
    for (const content of bad) {
      await fs.writeFile(inside('bad.key'), content, { mode: 0o600 });
      await expect(open(inside('bad.key'))).rejects.toMatchObject(refused);
    }
    await fs.rm(inside('bad.key'));
    await fs.mkdir(inside('bad.key'));
    await expect(open(inside('bad.key'))).rejects.toMatchObject(refused);
    // As an editor of Windows saves it.
    await fs.writeFile(inside('crlf.key'), text.replaceAll('\n', '\r\n'), { mode: 0o600 });
    expect((await open(inside('crlf.key'))).id).toBe((await open(inside('one.key'))).id);
  });

  it('have their key neither among the data nor in the workspace', async () => {
    await fs.mkdir(inside('data'));
    const refused = (file: string, id: string, there: string) =>
      expect(open(file)).rejects.toMatchObject({ code: 'usage', said: [{ id, values: { file, folder: there } }] });
    await refused(inside('data', 'one.key'), 'pseudonyms.key-in-data', inside('data'));
    await refused(inside('workspace', 'one.key'), 'pseudonyms.key-in-workspace', workspace.folder);
  });

  it('of a data set are those of its own key', async () => {
    const key = await open(inside('one.key'));
    const of = (pseudonyms?: object) =>
      keyOfDataset(inside('one.key'), { fingerprint: FINGERPRINT, pseudonyms } as unknown as Dataset);
    expect((await of({ key: key.id })).of('12')).toBe(key.of('12'));
    const data = FINGERPRINT.slice(0, 12);
    await expect(of()).rejects.toMatchObject({ code: 'usage', said: [{ id: 'pseudonyms.none', values: { data } }] });
    await expect(of({ key: 'other' })).rejects.toMatchObject({
      code: 'usage',
      said: [{ id: 'pseudonyms.other-key', values: { data, file: inside('one.key') } }],
    });
    await expect(keyOfDataset(inside('gone.key'), {} as Dataset)).rejects.toMatchObject({
      code: 'not-found',
      said: [{ id: 'pseudonyms.no-file', values: { file: inside('gone.key') } }],
    });
  });
});

it('an ID is the same with and without a point and zeros, and nothing else is', () => {
  expect(['12', '12.', '12.0', ' 12.000 ', '-3.0'].map(canonicalId)).toEqual(['12', '12', '12', '12', '-3']);
  expect(['12.5', '12.0a', 'a12.0', '1.2.0', '.0'].map(canonicalId)).toEqual(['12.5', '12.0a', 'a12.0', '1.2.0', '.0']);
  const key = Buffer.alloc(32, 1);
  expect(keyedHash(key, 'a', '1')).not.toBe(keyedHash(key, 'b', '1'));
  expect(keyedHash(key, 'a', '1')).not.toBe(keyedHash(Buffer.alloc(32, 2), 'a', '1'));
});

describe('files with profiles outside the workspace', () => {
  const write = (name: string, data: string) =>
    writeFileOfProfiles(workspace, data, inside(name), async (temporary) => fs.writeFile(temporary, 'p12'));
  const [first, second, third] = ['a', 'b', 'c'].map((letter) => letter.repeat(64)) as [string, string, string];
  const filesOf = (datasets: string[], gone: string[] = []) =>
    filesOfProfiles(workspace, datasets, (one) => gone.includes(one)).then((files) => files.toSorted());

  it('are known by the data that they have, every one that was written to them', async () => {
    await write('map.json', first);
    await write('notes.json', second);
    expect(await filesOf([first])).toEqual([inside('map.json')]);
    await write('map.json', second);
    expect(await filesOf([first])).toEqual([inside('map.json')]);
    expect(await filesOf([second])).toEqual([inside('map.json'), inside('notes.json')]);
    expect(await filesOf([third])).toEqual([]);
    // All that the file has is of data that is gone: it may have been the same profiles.
    expect(await filesOf([third], [second])).toEqual([inside('notes.json')]);
    expect(await filesOf([third], [first, second])).toHaveLength(2);
  });

  it('follow the data that takes the place of theirs', async () => {
    await write('map.json', first);
    await write('notes.json', second);
    await followReplacements(workspace, { [first]: third, [second]: null });
    expect(await filesOf([third])).toEqual([inside('map.json')]);
    expect(await filesOf([first])).toEqual([inside('map.json')]);
    await followReplacements(workspace, { [first]: third });
    expect(await filesOf([third])).toEqual([inside('map.json')]);
  });

  it('are not noted where they could not be written', async () => {
    const failed = writeFileOfProfiles(workspace, first, inside('map.json'), async () => {
      throw new Error('The disk is full.');
    });
    await expect(failed).rejects.toThrow('full');
    expect(await filesOf([first])).toEqual([]);
  });
});
