/** Instruction sets in records with their makers' names; the record's values must stay. */
export const INSTRUCTION_SETS = {
  'avx512-amx': 'AVX-512, AMX',
  'avx512-bf16': 'AVX-512 BF16',
  'avx512-vnni': 'AVX-512 VNNI',
  avx512: 'AVX-512',
  avx2: 'AVX2',
  avx: 'AVX',
  'sse4.2': 'SSE4.2',
  neon: 'NEON',
} as const;

export type InstructionSetName = keyof typeof INSTRUCTION_SETS;

/**
 * Its name in every language. On a system that does not report it (Windows) the record begins with the architecture:
 * "x64 (not told …)".
 */
export const instructionSetName = (recorded: string): string =>
  Object.hasOwn(INSTRUCTION_SETS, recorded)
    ? INSTRUCTION_SETS[recorded as InstructionSetName]
    : recorded.replace(/ \(not told by .*\)$/, '');
