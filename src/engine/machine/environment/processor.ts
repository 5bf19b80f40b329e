/** Names the processor of this machine and its instruction set. Numbers may differ between instruction sets, so every record names it. */
import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import { promisify } from 'node:util';
import type { InstructionSetName } from '../../../shared/values/instruction-sets';

/** Newest first; the first that the processor has is its name here. Flags as Linux and macOS spell them, lower case. */
const INSTRUCTION_SETS = [
  ['amx_bf16', 'avx512-amx'],
  ['avx512_bf16', 'avx512-bf16'],
  ['avx512_vnni', 'avx512-vnni'],
  ['avx512f', 'avx512'],
  ['avx2', 'avx2'],
  ['avx1.0', 'avx'],
  ['avx', 'avx'],
  ['sse4_2', 'sse4.2'],
  ['sse4.2', 'sse4.2'],
  ['asimd', 'neon'],
  ['neon', 'neon'],
] as const satisfies readonly (readonly [string, InstructionSetName])[];

/** The strongest instruction set in a list of processor flags, or `null` if none is known. */
export function strongestInstructionSet(flags: Iterable<string>): InstructionSetName | null {
  const there = new Set(Array.from(flags, (flag) => flag.toLowerCase()));
  return INSTRUCTION_SETS.find(([flag]) => there.has(flag))?.[1] ?? null;
}

/**
 * What the system says the processor can do: "avx2", "avx512-vnni", ... Under an emulator this is still the true processor's, because /proc/cpuinfo
 * is not emulated. Windows does not tell without native code: there the architecture alone.
 */
export async function instructionSet(): Promise<string> {
  const fallback = `${process.arch} (not told by ${process.platform})`;
  try {
    if (process.platform === 'linux') {
      const text = await fs.readFile('/proc/cpuinfo', 'utf8');
      const flags = /^(?:flags|Features)\s*:\s*(.*)$/m.exec(text)?.[1] ?? '';
      return strongestInstructionSet(flags.split(/\s+/)) ?? fallback;
    }
    if (process.platform === 'darwin') {
      if (process.arch === 'arm64') return 'neon';
      const names = ['machdep.cpu.features', 'machdep.cpu.leaf7_features'];
      const { stdout } = await promisify(execFile)('sysctl', ['-n', ...names]);
      return strongestInstructionSet(stdout.split(/\s+/)) ?? fallback;
    }
    return fallback;
  } catch {
    return fallback;
  }
}

export const processorName = (): string =>
  os.cpus()[0]?.model.replace(/\s+/g, ' ').trim() || `${process.arch} processor`;
