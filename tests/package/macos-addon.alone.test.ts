/**
 * The addon in the packages for macOS, which zig makes on any system and no test here can run: its file says what it
 * asks of a Mac. `npm run test:packages` makes them.
 *
 * @module-tag rare
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { readMachO } from './support/mach-o';
import { madePackages, NO_PACKAGES } from './support/made-packages';

const ADDON = 'resources/engine/node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node';

it.skipIf(NO_PACKAGES !== null).each(['x64', 'arm64'] as const)(
  'for %s it needs macOS 11 and its system library alone, and looks up functions of Node',
  async (processor) => {
    const addon = readMachO(await fs.readFile(path.join(madePackages(`macos-${processor}`).folder, ADDON)));
    expect(addon).toMatchObject({ processor, oldest: '11.0', libraries: ['/usr/lib/libSystem.B.dylib'] });
    // Macs with Apple's processors load nothing without a signature, be it by no one.
    if (processor === 'arm64') expect(addon.isSigned).toBe(true);
    expect(addon.exported).toContain('_napi_register_module_v1');
    expect(addon.looksUp).toContain('_napi_create_function');
    // Nothing comes from a mathematical library but what IEEE 754 defines to the bit.
    expect(addon.looksUp.filter((name) => /^_(?:exp|log[^b]|pow|sin|cos|tan|erf|cblas)/.test(name))).toEqual([]);
  },
);
