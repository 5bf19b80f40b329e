/**
 * The addon for macOS, which zig makes on any system and no test here can run: its file says what it asks of a Mac.
 *
 * @module-tag rare
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { readMachO } from './support/mach-o';

interface Addons {
  madeAddon(system: string, options: { withZig: boolean }): Promise<{ file: string }>;
}
const addons = (await import(
  pathToFileURL(path.join(import.meta.dirname, '../../scripts/setup/addon.mjs')).href
)) as Addons;

it.each(['x64', 'arm64'] as const)(
  'for %s it needs macOS 11 and its system library alone, and looks up functions of Node',
  { timeout: 1_200_000 },
  async (processor) => {
    const { file } = await addons.madeAddon(`darwin-${processor}`, { withZig: true });
    const addon = readMachO(await fs.readFile(file));
    expect(addon).toMatchObject({ processor, oldest: '11.0', libraries: ['/usr/lib/libSystem.B.dylib'] });
    // Macs with Apple's processors load nothing without a signature, be it by no one.
    if (processor === 'arm64') expect(addon.isSigned).toBe(true);
    expect(addon.exported).toContain('_napi_register_module_v1');
    expect(addon.looksUp).toContain('_napi_create_function');
    // Nothing comes from a mathematical library but what IEEE 754 defines to the bit.
    expect(addon.looksUp.filter((name) => /^_(?:exp|log[^b]|pow|sin|cos|tan|erf|cblas)/.test(name))).toEqual([]);
  },
);
