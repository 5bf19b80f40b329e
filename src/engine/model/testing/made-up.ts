/** Random rows for the tests of our own kernels, and the instruction set in use. */
import type { SparseRows } from '../../data/tables';
import { RandomStream } from '../random';
import { loadBackend } from '../backend';
import { type InstructionSet, nodeBackend } from '../kernels/operations';

export interface Sizes {
  readonly rows: number;
  readonly items: number;
  readonly width: number;
}

export const random = new RandomStream(1, 'exact');
export const uniform = (size: number): Float32Array =>
  Float32Array.from({ length: size }, () => random.uniform() * 2 - 1);

// Loaded before the tests are declared: the processor decides which of them can run.
await loadBackend();

export const addon = (): ReturnType<typeof nodeBackend>['binding'] => nodeBackend().binding;
export const natural = (): InstructionSet => addon().instructionSet;

export const leaveAsLoaded = (): void => {
  addon().setInstructionSet(natural());
  addon().setThreads(0);
};

export function watchedRows({ rows, items }: Sizes): SparseRows {
  const lists = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: items }, (_item, item) => item).filter(() => row % 5 !== 4 && random.uniform() < 0.05),
  );
  const offsets = new Int32Array(rows + 1);
  lists.forEach((list, row) => (offsets[row + 1] = offsets[row]! + list.length));
  const indices = Int32Array.from(lists.flat());
  return { rows, columns: items, offsets, indices, values: Float32Array.from(indices, () => random.uniform() + 0.1) };
}

export function givenOf(sizes: Sizes) {
  const { rows, items, width } = sizes;
  return {
    code: uniform(rows * width),
    decoder: uniform(items * width),
    bias: uniform(items),
    history: watchedRows(sizes),
    upstream: uniform(rows),
    weights: uniform(items * width),
  };
}
