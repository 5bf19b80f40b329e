/**
 * The numeric modes: environment variables that have to stand before TensorFlow is loaded (design.md, "Runs").
 *
 * portable pins two threads: measured on 2.15.1 with oneDNN capped at AVX2, 1 and 2 threads give the same bits for every shape
 * tried, 4 and 8 split the long side of products differently (docs/decisions/0003-two-threads.md).
 */
import type { Recipe } from '../../shared/recipe/table';

export type NumericMode = Recipe['numeric.mode'];

const PORTABLE = {
  ONEDNN_MAX_CPU_ISA: 'AVX2',
  TF_ENABLE_ONEDNN_OPTS: '1',
  TF_NUM_INTRAOP_THREADS: '2',
  TF_NUM_INTEROP_THREADS: '1',
} as const;

/** Names of all variables that a mode may set; a mode unsets those it does not set, so that the user's shell cannot leak in. */
const CONTROLLED = Object.keys(PORTABLE);

/** What a process of this mode has set before TensorFlow loads; null is unset. */
export function numericEnvironment(
  mode: NumericMode,
  inherited: NodeJS.ProcessEnv = process.env,
): Record<string, string | null> {
  const silent = { TF_CPP_MIN_LOG_LEVEL: inherited['TF_CPP_MIN_LOG_LEVEL'] ?? '2' };
  switch (mode) {
    case 'portable':
    case 'everywhere':
      return { ...PORTABLE, ...silent };
    case 'fast':
      return {
        ...Object.fromEntries(CONTROLLED.map((name) => [name, null])),
        // fast: all the machine has, or as many threads as the user asks for.
        TF_NUM_INTRAOP_THREADS: inherited['SHELFWISE_THREADS'] ?? null,
        ...silent,
      };
  }
}

/** Sets the variables in this process. Must run before TensorFlow is loaded; a process has one mode for life. */
export function applyNumericEnvironment(mode: NumericMode): void {
  for (const [name, value] of Object.entries(numericEnvironment(mode)))
    if (value === null) delete process.env[name];
    else process.env[name] = value;
}

/** The variables as they stand, for the record: those that change numbers, and only where set. */
export function numericFlags(): Record<string, string> {
  return Object.fromEntries(
    CONTROLLED.filter((name) => process.env[name] !== undefined).map((name) => [name, process.env[name]!]),
  );
}
