/**
 * Runs operations of the addon by name, through the backend of tfjs-node. The only place that knows the backend's private interface (tfjs-node 4.22).
 */
import type { Tensor, TensorInfo } from '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs';

/** `plain` is for processors of x86 without AVX2 and FMA. */
export type InstructionSet = 'avx512-bf16' | 'avx512-vnni' | 'avx512' | 'avx2' | 'plain' | 'neon';

/** The part of the addon that we use (addon/binding.cc; tfjs-node/dist/tfjs_binding.d.ts). */
interface Addon {
  /** Of the operations; they give other numbers in another version. */
  readonly TF_Version: string;
  /** The instruction set in use on this processor. The bits are the same in each. */
  readonly instructionSet: InstructionSet;
  /** For tests. @returns false if the processor does not have it */
  setInstructionSet(name: InstructionSet): boolean;
  /** 0: one thread per processor that this process may use. */
  setThreads(count: number): void;
  createTensor(shape: number[], type: number, values: Float32Array | Int32Array | Uint8Array): number;
  deleteTensor(id: number): void;
  executeOp(name: string, options: object[], inputs: number[], outputs: number): { id: number }[];
}

interface NodeBackend {
  readonly binding: Addon;
  executeSingleOutput(name: string, options: object[], inputs: TensorInfo[]): Tensor;
  executeMultipleOutputs(name: string, options: object[], inputs: TensorInfo[], outputs: number): Tensor[];
}

/** The backend of tfjs-node, which must be the current one. */
export function nodeBackend(): NodeBackend {
  return tf.backend() as unknown as NodeBackend;
}

/** Runs an operation with one output. */
export function execute(name: string, inputs: TensorInfo[]): Tensor {
  return nodeBackend().executeSingleOutput(name, [], inputs);
}

/** Runs an operation with several outputs. */
export function executeMany(name: string, inputs: TensorInfo[], outputs: number): Tensor[] {
  return nodeBackend().executeMultipleOutputs(name, [], inputs, outputs);
}
