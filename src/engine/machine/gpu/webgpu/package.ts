/** Loads the npm package `webgpu` (Dawn), if it is installed. Nothing else loads it. */
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { createRequire } from 'node:module';

const NAME = 'webgpu';

/** The part of `navigator.gpu` that is used. */
type Gpu = Pick<GPU, 'requestAdapter'>;

interface WebGpuPackage {
  readonly gpu: Gpu;
  readonly version: string;
}

/**
 * Keeps what `create` returns for good: when it was collected, the process aborted at its end (12 times out of 12). Kept on the process rather than
 * this module, which tests load again.
 */
const KEPT = Symbol.for('shelfwise.webgpu');
const kept = globalThis as { [KEPT]?: Promise<WebGpuPackage> };

/** The package's folder; null if npm did not install it. */
export function packageFolder(): string | null {
  try {
    return path.dirname(createRequire(import.meta.url).resolve(NAME));
  } catch {
    return null;
  }
}

/** @throws if it is missing, has no binary for this system, or needs newer system libraries */
export function loadPackage(): Promise<WebGpuPackage> {
  kept[KEPT] ??= load();
  return kept[KEPT];
}

async function load(): Promise<WebGpuPackage> {
  // Not `import`, which the program's build would rewrite to a path of its own; every supported Node can `require` such a module.
  const requireHere = createRequire(import.meta.url);
  const folder = path.dirname(requireHere.resolve(NAME));
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  const { create } = requireHere(NAME) as { create(options: string[]): Gpu };
  return { gpu: create([]), version };
}
