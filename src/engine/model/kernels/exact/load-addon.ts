/** Loads the addon with our own kernels, which setup builds beside the program. */
import * as path from 'node:path';
import { createRequire } from 'node:module';
import { programFolder } from '../../../machine/environment/program';

/** `plain` is for processors of x86 without AVX2 and FMA. */
export type InstructionSet = 'avx512-bf16' | 'avx512-vnni' | 'avx512' | 'avx2' | 'plain' | 'neon';

interface ExactAddon {
  /** The instruction set in use on this processor. The bits are the same in each. */
  readonly instructionSet: InstructionSet;
  /** For tests. @returns false if the processor does not have it */
  setInstructionSet(name: InstructionSet): boolean;
  /** 0: one thread per processor that this process may use. */
  setThreads(count: number): void;
}

const FILE = path.join('out', 'native', 'kernels.node');

/**
 * Registers the operations of operations.cc with the TensorFlow of this process, which has to be loaded first.
 * @throws if it was not built
 */
export function loadExactAddon(): ExactAddon {
  return createRequire(import.meta.url)(path.join(programFolder(), FILE)) as ExactAddon;
}
