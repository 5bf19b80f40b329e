import * as os from 'node:os';
import * as path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { environmentSchema, programSchema } from '../../../shared/contract/run';
import { describeEnvironment, withoutFolders } from './environment';
import { strongestInstructionSet } from './processor';
import { programFolder, programInfo } from './program';

afterEach(() => vi.unstubAllEnvs());

describe('the environment of a run', () => {
  test('is stored in the record, with the number of threads', async () => {
    const flags = { SHELFWISE_KERNELS: 'exact' };
    vi.stubEnv('SHELFWISE_THREADS', '3');
    const environment = environmentSchema.parse(await describeEnvironment({ tensorflowVersion: 'made up', flags }));
    expect(environment).toMatchObject({ backend: 'tensorflow', threads: { intra: 3 }, flags, device: 'cpu' });
    expect(environment.node).toBe(process.versions.node);
    vi.stubEnv('SHELFWISE_THREADS', undefined);
    const { threads } = await describeEnvironment({ tensorflowVersion: 'made up', flags });
    expect(threads.intra).toBe(os.availableParallelism());
  });

  test('names no folder of this machine in a message, because diagnostics carry it elsewhere', () => {
    const home = path.join(os.homedir(), 'b');
    const message = withoutFolders(`cannot load ${path.join(programFolder(), 'a.node')}, see ${home}`);
    expect(message).not.toContain(programFolder());
    expect(message).not.toContain(os.homedir() + path.sep);
    expect(message).toContain('a.node');
  });
});

test('finds the strongest instruction set in any order', () => {
  expect(strongestInstructionSet(['sse4_2', 'avx', 'avx2'])).toBe('avx2');
  expect(strongestInstructionSet(['avx512f', 'avx2', 'avx'])).toBe('avx512');
  expect(strongestInstructionSet(['AVX1.0', 'SSE4.2'])).toBe('avx');
  expect(strongestInstructionSet(['fpu'])).toBe(null);
});

test('names the program exactly enough to fetch it again', async () => {
  const program = programSchema.parse(await programInfo());
  expect(program.buildSha256).toMatch(/^[0-9a-f]{64}$/);
  expect(program.lockSha256).toMatch(/^[0-9a-f]{64}$/);
});
