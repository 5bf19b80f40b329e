/** The npm package `webgpu` (Dawn), where it is there. Nothing else loads it. */
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { createRequire } from 'node:module';

const NAME = 'webgpu';

/** The part of `navigator.gpu` that is used. */
type Gpu = Pick<GPU, 'requestAdapter'>;

export interface WebGpuPackage {
  readonly gpu: Gpu;
  readonly version: string;
}

/**
 * What `create` gives stays here for good: once it was collected, the process aborted at its end (seen 12 times of 12). Of the process and
 * not of this module, which tests load anew.
 */
const KEPT = Symbol.for('shelfwise.webgpu');
const kept = globalThis as { [KEPT]?: Promise<WebGpuPackage> };

/** Where the package lies; null where npm left it out. */
export function packageFolder(): string | null {
  try {
    return path.dirname(createRequire(import.meta.url).resolve(NAME));
  } catch {
    return null;
  }
}

/** @throws where it is not there, or has no binary for this system, or the system's libraries are too old for it */
export function loadPackage(): Promise<WebGpuPackage> {
  kept[KEPT] ??= load();
  return kept[KEPT];
}

async function load(): Promise<WebGpuPackage> {
  // Not `import`, which the build of the program makes a path of its own of; every Node that we run on may require such a module.
  const requireHere = createRequire(import.meta.url);
  const folder = path.dirname(requireHere.resolve(NAME));
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  const { create } = requireHere(NAME) as { create(options: string[]): Gpu };
  return { gpu: create([]), version };
}
