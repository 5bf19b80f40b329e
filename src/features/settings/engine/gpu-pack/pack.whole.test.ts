/** The GPU pack, from a package index that is small and unreliable. */
import { spawn } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Progress } from '../../../../shared/contract/progress';
import { installPack } from './install';
import { packIsSupported, packStatus, readPack } from '../../../../engine/machine/gpu/pack/pack';
import { removePack } from './remove';
import { type Behaviour, packageIndex, type PackageIndex } from '../../../../../tests/support/package-index';
import { NO_SMALL_DISK, smallDisk } from '../../../../../tests/support/small-disk';

let folder: string;
let packs: string;
let index: PackageIndex;

beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-pack-'));
  packs = path.join(folder, 'packs');
  index = await packageIndex(folder);
});

afterEach(async () => {
  await index.close();
  await fs.rm(folder, { recursive: true, force: true });
});

const place = () => ({ packs, pins: index.pins, index: index.address });
const install = (onProgress: (progress: Progress) => void = () => undefined, signal?: AbortSignal) =>
  installPack({ ...place(), onProgress, signal });
const behave = (behaviour: Behaviour): void => void (index.behaviour = behaviour);
const filesRequested = (): string[] => index.requests.filter((request) => request.includes('/files/'));
const inPacks = async (): Promise<string[]> => (await fs.readdir(packs)).sort();

describe.skipIf(!packIsSupported())('the GPU pack', () => {
  it('is complete: libraries and licences beside each other as in the wheels, and nothing else', async () => {
    expect(await packStatus(place())).toMatchObject({ state: 'absent', bytes: 0 });
    const progress: Progress[] = [];
    expect(await install((step) => progress.push(step))).toMatchObject({ state: 'installed', neededBytes: 0 });
    const entries = await fs.readdir(path.join(packs, 'gpu'), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(path.join(packs, 'gpu'), path.join(entry.parentPath, entry.name)))
      .filter((file) => !file.startsWith('unpacked'));
    expect(files.sort()).toEqual([
      'nvidia/cublas/lib/libcublas.so.12',
      'pack.json',
      'pins',
      'tensorflow-2.15.1.dist-info/LICENSE',
      'tensorflow/libtensorflow_cc.so.2',
      'tensorflow/libtensorflow_framework.so.2',
    ]);
    expect(await inPacks()).toEqual(['gpu']);
    const done = progress.map((step) => step.done);
    expect(done).toEqual(done.toSorted((left, right) => left - right));
    expect(done.at(-1)).toBe(progress[0]!.total);
  });

  it('is not downloaded again if complete, and is if one of its files has changed', async () => {
    await install();
    const before = index.requests.length;
    await install();
    expect(index.requests).toHaveLength(before);
    await fs.appendFile(path.join(packs, 'gpu', 'tensorflow', 'libtensorflow_cc.so.2'), 'more');
    expect(await packStatus(place())).toMatchObject({ state: 'damaged' });
    expect(await install()).toMatchObject({ state: 'installed' });
  });

  it.each([
    ['the page of the index is HTML', { html: true }],
    ['the connection breaks twice in each file', { breaksAfter: 30_000 }],
    ['the index cannot continue a file', { ignoresRanges: true }],
  ])('is complete although %s', async (_what, behaviour) => {
    behave(behaviour);
    expect(await install()).toMatchObject({ state: 'installed' });
  });

  it('resumes after a broken connection, and downloads that file again if it cannot', async () => {
    behave({ breaksAfter: 100 });
    await expect(install()).rejects.toMatchObject({ code: 'not-found', message: expect.stringContaining('broke off') });
    expect(await packStatus(place())).toMatchObject({ state: 'partial' });
    const [wheel] = index.pins.wheels;
    const { size } = await fs.stat(path.join(packs, 'gpu.part', 'downloads', wheel!.file));
    expect(size).toBeGreaterThan(0);
    behave({});
    await install();
    expect(filesRequested()).toContain(`GET /files/${wheel!.file} bytes=${size}-`);
  });

  it('keeps no part of a file with another hash, and names it', async () => {
    behave({ corrupts: true });
    await expect(install()).rejects.toMatchObject({
      code: 'bad-data',
      message: expect.stringContaining(index.pins.wheels[0]!.file),
    });
    expect(await fs.readdir(path.join(packs, 'gpu.part', 'downloads'))).toEqual([]);
    expect(await readPack(packs, index.pins)).toBeNull();
    behave({});
    expect(await install()).toMatchObject({ state: 'installed' });
  });

  it('stops on request, says that it can resume, and can be thrown away', async () => {
    behave({ hangs: true });
    const stop = new AbortController();
    const stopped = install(({ done }) => void (done > 0 && stop.abort()), stop.signal);
    await expect(stopped).rejects.toMatchObject({ code: 'stopped', message: expect.stringContaining('go on') });
    expect(await packStatus(place())).toMatchObject({ state: 'partial' });
    expect(await removePack(place())).toMatchObject({ state: 'absent', bytes: 0 });
    expect(await inPacks()).toEqual([]);
  });

  it('is installed or removed by one program at a time', async () => {
    behave({ hangs: true });
    const stop = new AbortController();
    let tellBegun = (): void => undefined;
    const begun = new Promise<void>((resolve) => (tellBegun = resolve));
    const first = install(({ done }) => void (done > 0 && tellBegun()), stop.signal);
    await Promise.race([begun, first]);
    await expect(install()).rejects.toMatchObject({ code: 'busy' });
    await expect(removePack(place())).rejects.toMatchObject({ code: 'busy' });
    stop.abort();
    await expect(first).rejects.toMatchObject({ code: 'stopped' });
  });

  it('is not removed while a process has it loaded', async () => {
    await install();
    const library = path.join(packs, 'gpu', 'nvidia', 'cublas', 'lib', 'libcublas.so.12');
    // A real library in its place, loaded like the dynamic linker loads it into a trainer.
    await fs.copyFile(await someLibrary(), library);
    const user = spawn('sleep', ['60'], { env: { ...process.env, LD_PRELOAD: library } });
    try {
      await expect.poll(() => fs.readFile(`/proc/${user.pid}/maps`, 'utf8')).toContain(library);
      await expect(removePack(place())).rejects.toMatchObject({
        code: 'busy',
        message: expect.stringContaining(String(user.pid)),
      });
    } finally {
      user.kill('SIGKILL');
      await new Promise((resolve) => user.once('close', resolve));
    }
    expect(await removePack(place())).toMatchObject({ state: 'absent' });
  });

  it('says so if there is none to remove', async () => {
    await expect(removePack(place())).rejects.toMatchObject({ code: 'not-found' });
  });

  it('hides the name and the password of an index, and uses them', async () => {
    behave({ secret: 'me:s3cret' });
    const withSecret = index.address.replace('//', '//me:s3cret@');
    expect((await packStatus({ ...place(), index: withSecret })).source).toBe(index.address);
    expect(await installPack({ ...place(), index: withSecret, onProgress: () => undefined })).toMatchObject({
      state: 'installed',
    });
    await removePack(place());
    behave({ secret: 'another' });
    const refused = installPack({ ...place(), index: withSecret, onProgress: () => undefined });
    await expect(refused).rejects.toMatchObject({ message: expect.stringMatching(/answered 401(?!.*s3cret)/) });
  });

  it.skipIf(NO_SMALL_DISK !== null)(
    'needs space, says so before it downloads anything, and survives a full disk',
    async () => {
      const disk = await smallDisk(1024);
      packs = path.join(disk.folder, 'packs');
      try {
        await disk.leave(100_000);
        await expect(install()).rejects.toMatchObject({ code: 'no-space', message: expect.stringContaining('needs') });
        expect(index.requests).toEqual([]);
        await disk.clear();
        const filling = install(({ phase }) => void (phase === 'unpack' && disk.fill()));
        await expect(filling).rejects.toMatchObject({ code: 'no-space' });
        await disk.clear();
        expect(await install()).toMatchObject({ state: 'installed' });
      } finally {
        await disk.remove();
      }
    },
  );
});

/** The C++ library that Node or the addon uses: any shared library will do. */
async function someLibrary(): Promise<string> {
  const maps = await fs.readFile('/proc/self/maps', 'utf8');
  return /(\/\S+\/libm\.so\.6)$/m.exec(maps)![1]!;
}
