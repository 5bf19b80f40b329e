import * as os from 'node:os';
import { describe, expect, test } from 'vitest';
import { environmentSchema, programSchema } from '../../../shared/contract/run';
import { describeEnvironment } from './environment';
import { strongestInstructionSet } from './processor';
import { programInfo } from './program';

const native = { tensorflowVersion: 'shelfwise-4' } as const;

describe('the environment of a run', () => {
  test("is stored in the record, with TensorFlow's number of threads", async () => {
    const flags = { TF_NUM_INTRAOP_THREADS: '2', TF_NUM_INTEROP_THREADS: '1' };
    const environment = environmentSchema.parse(await describeEnvironment(native, 'portable', flags));
    expect(environment).toMatchObject({ backend: 'tensorflow', threads: { intra: 2, inter: 1 }, flags, device: 'cpu' });
    expect(environment.node).toBe(process.versions.node);
  });

  test('without flags has all the threads of the machine', async () => {
    expect((await describeEnvironment(native, 'fast', {})).threads.intra).toBe(os.availableParallelism());
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
