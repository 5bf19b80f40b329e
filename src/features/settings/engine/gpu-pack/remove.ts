/** Removes the GPU pack, partial downloads included. */
import type { GpuPack } from '../../../../shared/contract/device';
import { ShelfwiseError } from '../../../../shared/errors';
import { say } from '../../../../shared/words/sentence';
import { removeFolder, renamePatiently } from '../../../../engine/storage/files';
import { holdPacks, processesUsing } from './pack-lock';
import {
  packFolder,
  type PackOptions,
  packsFolder,
  packStatus,
  partFolder,
  sizeOf,
} from '../../../../engine/machine/gpu/pack/pack';

/**
 * @returns the state of the pack afterwards
 * @throws ShelfwiseError `not-found` if there is none, `busy` if a trainer computes with it
 */
export async function removePack(options: PackOptions = {}): Promise<GpuPack> {
  const { packs = packsFolder() } = options;
  const [folder, part] = [packFolder(packs), partFolder(packs)];
  if ((await sizeOf(folder)) === null && (await sizeOf(part)) === null)
    throw new ShelfwiseError('not-found', say('gpu.pack-none', { folder: packs }));
  const release = await holdPacks(packs);
  try {
    const users = await processesUsing(folder);
    if (users.length > 0) throw new ShelfwiseError('busy', say('gpu.pack-in-use', { processes: users.map(String) }));
    // Renamed first: another program sees either the complete pack or none.
    const leaving = `${folder}.leaving`;
    await removeFolder(leaving);
    if ((await sizeOf(folder)) !== null) await renamePatiently(folder, leaving);
    await removeFolder(leaving);
    await removeFolder(part);
  } finally {
    await release();
  }
  return packStatus(options);
}
