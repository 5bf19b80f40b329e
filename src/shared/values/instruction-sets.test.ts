import { expect, it } from 'vitest';
import { instructionSetName } from './instruction-sets';

it("an instruction set has its maker's name, and an unknown one is shown as recorded", () => {
  expect(instructionSetName('avx512-amx')).toBe('AVX-512, AMX');
  expect(instructionSetName('neon')).toBe('NEON');
  expect(instructionSetName('x64 (not told by win32)')).toBe('x64');
  expect(instructionSetName('sve2')).toBe('sve2');
  expect(instructionSetName('constructor')).toBe('constructor');
});
