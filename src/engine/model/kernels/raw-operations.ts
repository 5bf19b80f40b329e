/**
 * Runs TensorFlow's own kernels by name, through the addon of tfjs-node, if tfjs has no operation for them. The only place that knows the addon's
 * private interface (tfjs-node 4.22).
 */
import type { Tensor, TensorInfo } from '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs';

/** The part of the addon that we use (tfjs-node/dist/tfjs_binding.d.ts). */
interface Addon {
  readonly TF_FLOAT: number;
  readonly TF_INT32: number;
  readonly TF_INT64: number;
  readonly TF_ATTR_TYPE: number;
  readonly TF_ATTR_BOOL: number;
  readonly TF_ATTR_STRING: number;
  readonly TF_ATTR_SHAPE: number;
  readonly TF_Version: string;
  createTensor(shape: number[], dtype: number, values: Int32Array): number;
  deleteTensor(id: number): void;
  executeOp(name: string, attributes: object[], inputs: number[], outputs: number): { id: number }[];
}

interface NodeBackend {
  readonly binding: Addon;
  executeSingleOutput(name: string, attributes: object[], inputs: TensorInfo[]): Tensor;
  executeMultipleOutputs(name: string, attributes: object[], inputs: TensorInfo[], outputs: number): Tensor[];
  getInputTensorIds(tensors: TensorInfo[]): number[];
  createOutputTensor(metadata: object): Tensor;
}

/** The native backend of tfjs-node, which must be the current one. */
export function nodeBackend(): NodeBackend {
  return tf.backend() as unknown as NodeBackend;
}

type Type = 'float32' | 'int32' | 'int64' | 'bfloat16';

/** TF_BFLOAT16 of TensorFlow's C interface; the addon has no name for it. */
const TF_BFLOAT16 = 14;

/** An attribute that names a tensor type. */
export function typeAttribute(name: string, type: Type): object {
  const { binding } = nodeBackend();
  const value = { float32: binding.TF_FLOAT, int32: binding.TF_INT32, int64: binding.TF_INT64, bfloat16: TF_BFLOAT16 }[
    type
  ];
  return { name, type: binding.TF_ATTR_TYPE, value };
}

/** An attribute that is true or false. */
export function booleanAttribute(name: string, value: boolean): object {
  return { name, type: nodeBackend().binding.TF_ATTR_BOOL, value };
}

/** An attribute that is a text. */
export function stringAttribute(name: string, value: string): object {
  return { name, type: nodeBackend().binding.TF_ATTR_STRING, value };
}

/** An attribute that is a tensor shape. */
export function shapeAttribute(name: string, value: readonly number[]): object {
  return { name, type: nodeBackend().binding.TF_ATTR_SHAPE, value: [...value] };
}

/** Runs an operation with one output. */
export function execute(name: string, attributes: object[], inputs: TensorInfo[]): Tensor {
  return nodeBackend().executeSingleOutput(name, attributes, inputs);
}

/** Runs an operation with several outputs. */
export function executeMany(name: string, attributes: object[], inputs: TensorInfo[], outputs: number): Tensor[] {
  return nodeBackend().executeMultipleOutputs(name, attributes, inputs, outputs);
}

/** A tensor of a type that tfjs does not have: the addon's handle, which its owner has to free. */
export type RawTensor = number & { readonly raw: unique symbol };

/** The handle of a tensor of tfjs, which still owns it. */
export function rawOf(tensor: TensorInfo): RawTensor {
  return nodeBackend().getInputTensorIds([tensor])[0] as RawTensor;
}

/** Runs an operation on raw tensors; the caller has to free its outputs. */
export function executeRaw(
  name: string,
  attributes: object[],
  inputs: readonly RawTensor[],
  outputs: number,
): RawTensor[] {
  return nodeBackend()
    .binding.executeOp(name, attributes, [...inputs], outputs)
    .map(({ id }) => id as RawTensor);
}

/** `execute` for operations with inputs of types that tfjs does not have. */
export function executeToTensor(name: string, attributes: object[], inputs: readonly RawTensor[]): Tensor {
  const backend = nodeBackend();
  return backend.createOutputTensor(backend.binding.executeOp(name, attributes, [...inputs], 1)[0]!);
}

/** Frees a raw tensor. */
export function freeRaw(tensor: RawTensor): void {
  nodeBackend().binding.deleteTensor(tensor);
}

/** An int64 tensor. `values` must be below 2^31; the addon takes int64 as pairs of 32-bit words, low word first. */
export function int64Tensor(shape: readonly number[], values: Int32Array): RawTensor {
  const words = new Int32Array(values.length * 2);
  for (let index = 0; index < values.length; index++) words[index * 2] = values[index]!;
  const { binding } = nodeBackend();
  return binding.createTensor([...shape], binding.TF_INT64, words) as RawTensor;
}
