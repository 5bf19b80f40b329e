/**
 * The computations of the kernels have the same bits with every instruction set of this processor, and on ARM (NEON, emulated).
 *
 * @module-tag rare
 */
import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testTools } from '../../../../../tests/support/test-tools';
import { addon, natural } from '../../testing/made-up';

const run = promisify(execFile);
const HERE = import.meta.dirname;
/** As setup compiles them. */
const FLAGS = ['-std=c++17', '-O3', '-ffp-contract=off', '-w', '-static'];
const AVX512 = ['-mavx512f', '-mavx512dq', '-mavx512bw', '-mavx512vl', '-mfma'];
const SETS = [
  ['avx2', ['-mavx2', '-mfma']],
  ['avx512', AVX512],
  ['avx512-bf16', [...AVX512, '-mavx512vnni', '-mavx512bf16']],
] as const;
const { qemu, armCompiler } = testTools();

let folder: string;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-bits-'));
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

async function lines(compiler: string, flags: readonly string[], ...before: string[]): Promise<string[]> {
  const program = path.join(folder, `${path.basename(compiler)}${flags.join('')}`);
  const sources = ['bits-of-arithmetic.cc', path.join('addon', 'arithmetic.cc')].map((file) => path.join(HERE, file));
  await run(compiler, [...FLAGS, ...flags, ...sources, '-o', program]);
  const [first, ...others] = [...before, program];
  return (await run(first!, others)).stdout.trim().split('\n');
}

test('every computation has the same bits in every way', { timeout: 300_000 }, async () => {
  const plain = await lines('g++', []);
  expect(plain.length).toBeGreaterThan(35);
  for (const [set, flags] of SETS) {
    const isThere = addon().setInstructionSet(set);
    addon().setInstructionSet(natural());
    if (isThere) expect(await lines('g++', flags), set).toEqual(plain);
  }
  if (qemu.path === null || armCompiler.path === null) return;
  expect(await lines(armCompiler.path, [], path.join(path.dirname(qemu.path), 'qemu-aarch64')), 'ARM').toEqual(plain);
});
