/** The addon of our own kernels: built by setup beside the program, and found there. */
import * as path from 'node:path';
import { createRequire } from 'node:module';
import { programFolder } from '../../../machine/environment/program';

export type InstructionSet = 'avx512-bf16' | 'avx512-vnni' | 'avx512' | 'avx2';

interface ExactAddon {
  /** What it computes in on this processor. The bits are the same in each. */
  readonly instructionSet: InstructionSet;
  /** For tests. @returns false where the processor has it not */
  setInstructionSet(name: InstructionSet): boolean;
  /** 0: one thread a processor that this process may use. */
  setThreads(count: number): void;
}

const FILE = path.join('out', 'native', 'kernels.node');

/**
 * Makes the operations of operations.cc known to the TensorFlow of this process, which has to be loaded before.
 * @throws where it was not built, or the processor has neither AVX2 with FMA nor AVX-512
 */
export function loadExactAddon(): ExactAddon {
  return createRequire(import.meta.url)(path.join(programFolder(), FILE)) as ExactAddon;
}
