/** The environment of a trainer. The dynamic linker and TensorFlow read it before any of our code runs. */
import * as path from 'node:path';
import type { Device, DeviceChoice, GpuWay } from '../../../shared/contract/device';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { PLAIN_NODE } from '../../../node/child-environment';
import type { Recipe } from '../../../shared/recipe/table';
import { numericEnvironment, type NumericMode } from '../environment/numeric-mode';
import { packFolder, type PackManifest, packsFolder, readPack } from '../gpu/pack/pack';

type Environment = Record<string, string | null>;

/**
 * For a GPU the linker finds the pack's libtensorflow under the same addon. Affects only this one process.
 * @throws ShelfwiseError `not-found` if the GPU is wanted and the pack is missing
 */
export async function deviceEnvironment(mode: NumericMode, device: Device): Promise<Environment> {
  if (device === 'cpu') return numericEnvironment(mode);
  const packs = packsFolder();
  const manifest = await readPack(packs);
  if (manifest === null) throw new ShelfwiseError('not-found', say('gpu.pack-not-installed'));
  return { ...numericEnvironment(mode, process.env, device), ...gpuEnvironment(packFolder(packs), manifest) };
}

/**
 * The environment for a run. A recipe whose device is still auto computes on the CPU, since `resolveDevice` has named any GPU. With WebGPU, it is
 * the environment of the processor.
 */
export async function trainerEnvironment(recipe: Recipe, choice: DeviceChoice | undefined): Promise<Environment> {
  const mode = recipe['numeric.mode'];
  const way = wayOf(recipe, choice);
  return way === 'webgpu' ? webGpuEnvironment(mode) : deviceEnvironment(mode, way === 'cuda' ? 'gpu' : 'cpu');
}

/** The environment of the processor, in a plain Node. */
export const webGpuEnvironment = (mode: NumericMode): Environment => ({
  ...numericEnvironment(mode),
  [PLAIN_NODE]: '1',
});

/** How a run uses the GPU; null on the processor. */
export function wayOf(recipe: Recipe, choice: DeviceChoice | undefined): GpuWay | null {
  return recipe['numeric.device'] === 'gpu' ? (choice?.through ?? 'cuda') : null;
}

export function gpuEnvironment(
  folder: string,
  { files }: Pick<PackManifest, 'files'>,
  inherited: NodeJS.ProcessEnv = process.env,
): Environment {
  const libraries = Object.keys(files).filter((file) => file.includes('.so'));
  const folders = [...new Set(libraries.map((file) => path.join(folder, path.dirname(file))))];
  return {
    LD_LIBRARY_PATH: [...folders, inherited['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
    // One card, the first that the user makes visible, so that the card in the record is the one that computed.
    CUDA_DEVICE_ORDER: 'PCI_BUS_ID',
    CUDA_VISIBLE_DEVICES: inherited['CUDA_VISIBLE_DEVICES']?.split(',')[0] ?? '0',
    // Takes only as much memory as it uses: the same card may draw the screen.
    TF_FORCE_GPU_ALLOW_GROWTH: 'true',
    // Programs that the driver compiles for a newer card; otherwise they would go to ~/.nv.
    CUDA_CACHE_PATH: path.join(folder, 'cache'),
    // Includes warnings: they say why a GPU is not used.
    TF_CPP_MIN_LOG_LEVEL: inherited['TF_CPP_MIN_LOG_LEVEL'] ?? '1',
  };
}
