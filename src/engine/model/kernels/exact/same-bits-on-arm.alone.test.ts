/** The computations of our kernels have the same bits on ARM (NEON, emulated) as on x86-64, with denormal numbers and without. */
import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testTools } from '../../../../../tests/support/test-tools';

const run = promisify(execFile);
const HERE = import.meta.dirname;
/** As scripts/setup/kernels.mjs compiles them. */
const FLAGS = ['-std=c++17', '-O3', '-ffp-contract=off', '-w', '-static'];
const { qemu, armCompiler } = testTools();

let folder: string;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-arm-'));
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

test.skipIf(qemu.path === null || armCompiler.path === null)(
  'every computation has the same bits on an emulated ARM processor',
  { tags: ['rare'], timeout: 300_000 },
  async () => {
    const lines = async (compiler: string, ...before: string[]): Promise<string[]> => {
      const program = path.join(folder, path.basename(compiler));
      const sources = ['bits-of-arithmetic.cc', path.join('addon', 'arithmetic.cc')].map((file) =>
        path.join(HERE, file),
      );
      await run(compiler, [...FLAGS, ...sources, '-o', program]);
      const [first, ...others] = [...before, program];
      return (await run(first!, others)).stdout.trim().split('\n');
    };
    const own = await lines('g++');
    expect(own.length).toBeGreaterThan(70);
    expect(await lines(armCompiler.path!, path.join(path.dirname(qemu.path!), 'qemu-aarch64'))).toEqual(own);
  },
);
