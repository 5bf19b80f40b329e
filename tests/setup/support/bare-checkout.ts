/** A checkout with the scripts of setup and the sources of the addon, and compilers that only the test says anything of. */
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../../..');
export const ADDON = path.join('node_modules', '@tensorflow', 'tfjs-node', 'lib', 'napi-v8', 'tfjs_binding.node');
export const ADDON_SOURCES = path.join('src', 'engine', 'model', 'kernels', 'exact', 'addon');

/** What setup needs of the packages. */
const PACKAGES = ['node-api-headers', 'yauzl'];

export interface BareCheckout {
  readonly folder: string;
  /** The only programs on the path. */
  readonly programs: string;
  /** Runs the step of setup that provides the addon. */
  addAddon(environment?: NodeJS.ProcessEnv): { status: number | null; output: string };
  state(): Promise<{ reason: string | null; sha256: string | null; compiler: string | null }>;
  read(file: string): Promise<Buffer | null>;
}

export async function bareCheckout(parent: string): Promise<BareCheckout> {
  const folder = path.join(parent, 'checkout');
  const programs = path.join(parent, 'programs');
  await fs.mkdir(programs);
  for (const place of ['scripts', ADDON_SOURCES])
    await fs.cp(path.join(ROOT, place), path.join(folder, place), { recursive: true });
  await fs.mkdir(path.join(folder, 'node_modules'));
  for (const name of PACKAGES)
    await fs.symlink(path.join(ROOT, 'node_modules', name), path.join(folder, 'node_modules', name), 'junction');
  const read = (file: string): Promise<Buffer | null> => fs.readFile(path.join(folder, file)).catch(() => null);
  return {
    folder,
    programs,
    read,
    addAddon(environment = {}) {
      const script = "import('./scripts/setup/addon.mjs').then((addon) => addon.addAddon())";
      const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
        cwd: folder,
        env: { ...process.env, PATH: programs, ...environment },
        encoding: 'utf8',
      });
      return { status, output: stdout + stderr };
    },
    state: async () =>
      JSON.parse(String(await read(path.join('node_modules', '.shelfwise', 'addon.json')))) as Awaited<
        ReturnType<BareCheckout['state']>
      >,
  };
}

/** Puts a program on the path that does what these lines of a shell say. */
export async function writeProgram({ programs }: BareCheckout, name: string, lines: string): Promise<void> {
  await fs.writeFile(path.join(programs, name), `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
}
