/**
 * The numeric modes: environment variables that must be set before TensorFlow is loaded (docs/architecture.md, "Numeric modes").
 *
 * portable pins two threads: measured on 2.15.1 with oneDNN capped at AVX2, 1 and 2 threads give the same bits for every shape tried, 4 and 8 split
 * the long side of products differently (docs/decisions/0003-two-threads.md).
 */
import type { Recipe } from '../../../shared/recipe/table';
import { instructionSet } from './processor';

export type NumericMode = Recipe['numeric.mode'];

const PORTABLE = {
  ONEDNN_MAX_CPU_ISA: 'AVX2',
  TF_ENABLE_ONEDNN_OPTS: '1',
  TF_NUM_INTRAOP_THREADS: '2',
  TF_NUM_INTEROP_THREADS: '1',
} as const;

/** Names of all variables that a mode may set; a mode unsets the others, so that the user's shell cannot leak in. */
const CONTROLLED = Object.keys(PORTABLE);

/**
 * Makes glibc keep large blocks and ask for huge pages, instead of taking 20 MB from the system and returning them at every operation
 * (docs/decisions/0020-kernels-of-our-own.md). It reads this when a process begins, so it helps forked trainers; elsewhere it has no effect.
 */
const ALLOCATOR =
  'glibc.malloc.mmap_threshold=1073741824:glibc.malloc.trim_threshold=4294967296:glibc.malloc.hugetlb=1';

/** The variables that a process of this mode sets before TensorFlow loads; null is unset. */
export function numericEnvironment(
  mode: NumericMode,
  inherited: NodeJS.ProcessEnv = process.env,
): Record<string, string | null> {
  const unset = Object.fromEntries(CONTROLLED.map((name) => [name, null]));
  const common = {
    TF_CPP_MIN_LOG_LEVEL: inherited['TF_CPP_MIN_LOG_LEVEL'] ?? '2',
    GLIBC_TUNABLES: inherited['GLIBC_TUNABLES'] ?? ALLOCATOR,
  };
  switch (mode) {
    case 'portable':
    case 'everywhere':
      return { ...unset, ...PORTABLE, ...common };
    case 'fast':
      return {
        ...unset,
        // fast: all threads of the machine, or as many as the user asks for.
        TF_NUM_INTRAOP_THREADS: inherited['SHELFWISE_THREADS'] ?? null,
        ...common,
      };
  }
}

/** Sets the variables in this process. Call it before TensorFlow is loaded; a process keeps its mode until it ends. */
export function applyNumericEnvironment(mode: NumericMode): void {
  for (const [name, value] of Object.entries(numericEnvironment(mode)))
    if (value === null) delete process.env[name];
    else process.env[name] = value;
}

/** The current variables for the record: those that change numbers, and only if set. */
export function numericFlags(): Record<string, string> {
  return Object.fromEntries(
    CONTROLLED.filter((name) => process.env[name] !== undefined).map((name) => [name, process.env[name]!]),
  );
}

/** The record's name for the kernels that computed a run: `exact` (ours) or `tensorflow`. Their bits differ. */
export const KERNELS = 'SHELFWISE_KERNELS';

/**
 * float32 in the environment keeps the mode `fast` from bfloat16. The record stores the choice under this name: `float32`, `bfloat16` (TensorFlow's
 * products) or, if the recipe asked for it, `exact-bfloat16` (ours). Their bits differ.
 */
export const PRODUCTS = 'SHELFWISE_PRODUCTS';

/**
 * The number format in which the mode `fast` multiplies the last layer: bfloat16 if the processor has instructions for it (without them, TensorFlow
 * aborts the process).
 */
export async function productsOfFast(): Promise<'float32' | 'bfloat16'> {
  const instructions = await instructionSet();
  const able = instructions === 'avx512-amx' || instructions === 'avx512-bf16';
  return able && process.env[PRODUCTS] !== 'float32' ? 'bfloat16' : 'float32';
}
