/** Installs the GPU pack wheel by wheel; finished wheels stay, so another call resumes an interrupted one. */
import * as path from 'node:path';
import type { GpuPack } from '../../../../shared/contract/device';
import type { Progress } from '../../../../shared/contract/progress';
import { ShelfwiseError, toShelfwiseError } from '../../../../shared/errors';
import { say } from '../../../../shared/words/sentence';
import { makeFolder, removeFolder, renamePatiently, writeFile, writeJson } from '../../../../engine/storage/files';
import { readTextIfThere, sha256OfFile } from '../../../../engine/storage/read-files';
import { download } from './download';
import { holdPacks } from './pack-lock';
import {
  downloadTarget,
  freeBytes,
  manifestFile,
  missingWheels,
  neededBytes,
  packFolder,
  packIsSupported,
  type PackManifest,
  type PackOptions,
  packsFolder,
  packStatus,
  partFolder,
  pinsHash,
  readPack,
  sizeOf,
  wheelMark,
} from '../../../../engine/machine/gpu/pack/pack';
import { addressOf, packageIndex } from '../../../../engine/machine/gpu/pack/package-index';
import { GPU_PACK, type PackPins, sumOf, versionsOf, type Wheel } from '../../../../engine/machine/gpu/pack/pins';
import { unpackWheel } from './unpack';

interface InstallOptions extends PackOptions {
  onProgress: (progress: Progress) => void;
  signal?: AbortSignal | undefined;
}

const TENSORFLOW = 'tensorflow/libtensorflow_cc.so.2';

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(2)} GB`;

/**
 * @throws ShelfwiseError `usage` on a system without such a pack, `no-space` before any download, `busy` while it is being installed or removed, and
 * as `download` does. Finished wheels stay
 */
export async function installPack(options: InstallOptions): Promise<GpuPack> {
  const { packs = packsFolder(), pins = GPU_PACK, signal, onProgress } = options;
  if (!packIsSupported())
    throw new ShelfwiseError(
      'usage',
      say('gpu.pack-system', { platform: process.platform, architecture: process.arch }),
    );
  if ((await readPack(packs, pins)) !== null) return packStatus(options);
  await makeFolder(packs);
  const release = await holdPacks(packs);
  try {
    await beginWith(packs, pins);
    const missing = await missingWheels(packs, pins);
    await requireSpace(packs, missing);
    const index = options.index ?? (await packageIndex());
    const meter = new Meter(pins, missing, onProgress);
    for (const wheel of missing) await installWheel({ part: partFolder(packs), wheel, index, meter, signal });
    await finish(packs, pins);
  } catch (thrown) {
    throw saidHow(toShelfwiseError(thrown));
  } finally {
    await release();
  }
  return packStatus(options);
}

/** A partial installation of an older version is useless. */
async function beginWith(packs: string, pins: PackPins): Promise<void> {
  const part = partFolder(packs);
  const pinned = path.join(part, 'pins');
  if ((await readTextIfThere(pinned)) === pinsHash(pins)) return;
  await removeFolder(part);
  await makeFolder(path.join(part, 'downloads'));
  await makeFolder(path.join(part, 'unpacked'));
  await writeFile(pinned, pinsHash(pins));
}

async function requireSpace(packs: string, missing: readonly Wheel[]): Promise<void> {
  const [needed, free] = await Promise.all([neededBytes(packs, missing), freeBytes(packs)]);
  if (free < needed)
    throw new ShelfwiseError(
      'no-space',
      say('gpu.pack-space', { needed: gigabytes(needed), folder: packs, free: gigabytes(free) }),
    );
}

/** Overall progress: bytes downloaded and bytes unpacked count the same. */
class Meter {
  readonly #total: number;
  #done: number;

  constructor(
    { wheels }: PackPins,
    missing: readonly Wheel[],
    private readonly onProgress: (progress: Progress) => void,
  ) {
    const work = (some: readonly Wheel[]): number => sumOf(some, 'bytes') + sumOf(some, 'unpackedBytes');
    this.#total = work(wheels);
    this.#done = this.#total - work(missing);
  }

  show(phase: 'download' | 'unpack', { project, version }: Wheel, bytes: number): void {
    this.onProgress({ phase, detail: `${project} ${version}`, done: this.#done + bytes, total: this.#total });
  }

  add(bytes: number): void {
    this.#done += bytes;
  }
}

interface WheelJob {
  part: string;
  wheel: Wheel;
  index: string;
  meter: Meter;
  signal: AbortSignal | undefined;
}

async function installWheel({ part, wheel, index, meter, signal }: WheelJob): Promise<void> {
  const target = downloadTarget(part, wheel);
  meter.show('download', wheel, (await sizeOf(target)) ?? 0);
  const address = await addressOf(index, wheel, signal);
  await download({ wheel, address, target, signal, onBytes: (bytes) => meter.show('download', wheel, bytes) });
  meter.add(wheel.bytes);
  const files = await unpackWheel(target, part, (bytes) => meter.show('unpack', wheel, bytes), signal);
  meter.add(wheel.unpackedBytes);
  await writeJson(wheelMark(part, wheel), files);
  await removeFolder(target);
}

/** Moves the finished pack into place, and removes an older one. */
async function finish(packs: string, pins: PackPins): Promise<void> {
  const part = partFolder(packs);
  const marks = await Promise.all(pins.wheels.map((wheel) => readTextIfThere(wheelMark(part, wheel))));
  const files = Object.assign({}, ...marks.map((mark) => JSON.parse(mark!) as object)) as PackManifest['files'];
  await removeFolder(path.join(part, 'downloads'));
  await writeJson(manifestFile(part), {
    pins: pinsHash(pins),
    libraries: versionsOf(pins),
    tensorflowSha256: await sha256OfFile(path.join(part, TENSORFLOW)),
    files,
  } satisfies PackManifest);
  await removeFolder(packFolder(packs));
  await renamePatiently(part, packFolder(packs));
}

/** A stop loses nothing, and the sentence says so. */
function saidHow(error: ShelfwiseError): ShelfwiseError {
  if (error.code !== 'stopped') return error;
  return new ShelfwiseError('stopped', say('gpu.pack-stopped'), { cause: error });
}
