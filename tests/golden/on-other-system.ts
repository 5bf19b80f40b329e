/**
 * Golden runs on another system, by what a package of it holds. The engine is the same; addon, DuckDB and Node are those
 * of the system. tests/package trains with the addon that zig compiles for this system.
 */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { expectGolden } from './expect-golden';
import type { GoldenRow } from './golden-run';

vi.setConfig({ testTimeout: 1_200_000, hookTimeout: 900_000 });

/** How programs of another system are started here. */
export interface OtherSystem {
  readonly node: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  pathOf(file: string): string;
}
interface Scripts {
  findOtherSystem(system: string): Promise<OtherSystem>;
  layEngine(folder: string, options: { system: string; webGpu: boolean }): Promise<void>;
  testAddon(addon: string, system: OtherSystem): Promise<string[]>;
}
const script = async (...place: string[]): Promise<Scripts> =>
  (await import(pathToFileURL(path.join(import.meta.dirname, '../../scripts', ...place)).href)) as Scripts;

/**
 * Lays the engine of a system into a folder, as a package of it does.
 * @param name as in the names of npm packages
 */
export async function layOtherSystem(folder: string, name: string): Promise<OtherSystem> {
  await (await script('package', 'program.mjs')).layEngine(folder, { system: name, webGpu: false });
  return (await script('setup', 'other-systems.mjs')).findOtherSystem(name);
}

/**
 * The self-test of the system's addon, and golden rows.
 * @param name as in the names of npm packages
 * @param whyNot why this computer cannot run its programs; null if it can
 */
export function testOnSystem(name: string, whyNot: string | null, rows: readonly GoldenRow[]): void {
  describe.skipIf(whyNot !== null)(`on ${name}, with the addon that zig compiled ${whyNot ?? ''}`, () => {
    let folder: string;
    let engine: string;
    let system: OtherSystem;
    beforeAll(async () => {
      folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-system-'));
      engine = path.join(folder, 'engine');
      system = await layOtherSystem(engine, name);
    });
    afterAll(() => fs.rm(folder, { recursive: true, force: true }));

    it('the addon computes the bits of its self-test with each instruction set', async () => {
      const addon = path.join(engine, 'node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node');
      const { testAddon } = await script('setup', 'tested-addon.mjs');
      const tried = await testAddon(addon, system);
      expect(tried).toContain(name === 'linux-arm64' ? 'neon' : 'plain');
    });

    it.each(rows)('the golden run %s comes out the same', async (row) => {
      const trainer = { script: path.join(engine, 'out', 'main', 'trainer.js'), pathOf: system.pathOf };
      const { environment } = await expectGolden(row, system.node, system.environment, trainer);
      expect(`${environment!.platform}-${environment!.architecture}`).toBe(name);
    });
  });
}
