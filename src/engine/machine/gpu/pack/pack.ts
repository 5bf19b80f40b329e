/**
 * The GPU pack on this computer: a folder beside the user's other application data, either complete or absent. It holds tensorflow/ and nvidia/
 * beside each other, as the wheels do, because the libraries find each other by relative path ($ORIGIN/../nvidia).
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as z from 'zod';
import { applicationDataFolder } from '../../../../node/application-data';
import type { GpuPack } from '../../../../shared/contract/device';
import { jsonOrNull, readTextIfThere, sha256 } from '../../../storage/read-files';
import { bytesBelow } from '../../../storage/disk';
import { packageIndex, withoutSecrets } from './package-index';
import { GPU_PACK, type PackPins, sumOf, versionsOf, type Wheel } from './pins';

/**
 * Where packs are installed: beside the default workspace, because no workspace owns them. SHELFWISE_PACKS names another place, for a small home.
 */
export const packsFolder = (environment: NodeJS.ProcessEnv = process.env): string =>
  environment['SHELFWISE_PACKS'] || `${applicationDataFolder(environment)}-packs`;

export const packFolder = (packs: string): string => path.join(packs, 'gpu');
/** The folder's name until it is complete. */
export const partFolder = (packs: string): string => path.join(packs, 'gpu.part');

const manifestSchema = z.object({
  pins: z.string(),
  libraries: z.record(z.string(), z.string()),
  /** SHA-256 of TensorFlow's C library. */
  tensorflowSha256: z.string(),
  /** Sizes by path relative to the folder. */
  files: z.record(z.string(), z.int()),
});
export type PackManifest = z.infer<typeof manifestSchema>;

export const manifestFile = (folder: string): string => path.join(folder, 'pack.json');
export const wheelMark = (folder: string, { file }: Wheel): string => path.join(folder, 'unpacked', `${file}.json`);
export const downloadTarget = (folder: string, { file }: Wheel): string => path.join(folder, 'downloads', file);

/** With other pins, an older pack no longer counts. */
export const pinsHash = ({ wheels }: PackPins): string => sha256(wheels.map(({ sha256: hash }) => hash).join('\n'));

/** This TensorFlow has a CUDA build for this system only. */
export const packIsSupported = (platform: string = process.platform, architecture: string = process.arch): boolean =>
  platform === 'linux' && architecture === 'x64';

/** The installed pack; null if there is none, an older one, or an incomplete one. */
export async function readPack(packs: string, pins: PackPins = GPU_PACK): Promise<PackManifest | null> {
  const folder = packFolder(packs);
  const text = await readTextIfThere(manifestFile(folder));
  const manifest = text === null ? null : manifestSchema.safeParse(jsonOrNull(text)).data;
  if (manifest?.pins !== pinsHash(pins)) return null;
  const sizes = await Promise.all(Object.keys(manifest.files).map((file) => sizeOf(path.join(folder, file))));
  return Object.values(manifest.files).every((size, index) => sizes[index] === size) ? manifest : null;
}

export const sizeOf = (file: string): Promise<number | null> =>
  fs.stat(file).then(
    ({ size }) => size,
    () => null,
  );

/** The wheels that an interrupted installation has not unpacked yet. */
export async function missingWheels(packs: string, { wheels }: PackPins): Promise<Wheel[]> {
  const part = partFolder(packs);
  const marks = await Promise.all(wheels.map((wheel) => sizeOf(wheelMark(part, wheel))));
  return wheels.filter((_, index) => marks[index] === null);
}

/** Free space that the rest of an installation needs: unpacked files stay, a download is deleted once unpacked. */
export async function neededBytes(packs: string, missing: readonly Wheel[]): Promise<number> {
  if (missing.length === 0) return 0;
  const there = await bytesBelow(path.join(partFolder(packs), 'downloads'));
  return Math.max(0, sumOf(missing, 'unpackedBytes') + Math.max(...missing.map(({ bytes }) => bytes)) - there);
}

/** Free bytes of the disk that contains, or will contain, a folder. */
export async function freeBytes(folder: string): Promise<number> {
  for (let place = path.resolve(folder); ; place = path.dirname(place)) {
    const disk = await fs.statfs(place).catch(() => null);
    if (disk !== null) return disk.bavail * disk.bsize;
    if (path.dirname(place) === place) return 0;
  }
}

export interface PackOptions {
  packs?: string;
  pins?: PackPins;
  index?: string;
}

export async function packStatus(options: PackOptions = {}): Promise<GpuPack> {
  const { packs = packsFolder(), pins = GPU_PACK } = options;
  const folder = packFolder(packs);
  const manifest = await readPack(packs, pins);
  const missing = manifest === null ? await missingWheels(packs, pins) : [];
  const isThere = async (place: string): Promise<boolean> => (await sizeOf(place)) !== null;
  const state = async (): Promise<GpuPack['state']> => {
    if (!packIsSupported()) return 'unsupported';
    if (manifest !== null) return 'installed';
    if (await isThere(partFolder(packs))) return 'partial';
    return (await isThere(folder)) ? 'damaged' : 'absent';
  };
  return {
    state: await state(),
    folder,
    bytes: (await bytesBelow(folder)) + (await bytesBelow(partFolder(packs))),
    downloadBytes: sumOf(pins.wheels, 'bytes'),
    unpackedBytes: sumOf(pins.wheels, 'unpackedBytes'),
    neededBytes: await neededBytes(packs, missing),
    freeBytes: await freeBytes(packs),
    source: withoutSecrets(options.index ?? (await packageIndex())),
    libraries: versionsOf(pins),
  };
}
