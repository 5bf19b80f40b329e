/**
 * Declares the tensors of a model: each model declares their names, types, shapes and ranges of values once. A model file may come from anywhere, so
 * tensors that differ from their declaration are never used; scoring then takes no longer than their size allows.
 */
import { ShelfwiseError } from '../../shared/errors';
import { say, type Sentence } from '../../shared/words/sentence';
import { areLinks } from './kernels/linear/links';
import type { NamedTensor, NamedTensors } from './recommender';
import { integersOf } from './values-of';

export interface ModelSizes {
  readonly items: number;
  /** Columns of the encoded profile; null if the data is missing. */
  readonly conditions: number | null;
}

/** Which values are allowed, apart from finite numbers. */
export type DeclaredValues =
  | { readonly kind: 'indices'; readonly below: number }
  /** Indices in strictly ascending order. */
  | { readonly kind: 'rising'; readonly below: number }
  /** From 0 to the length of the side `into`, never falling. */
  | { readonly kind: 'offsets'; readonly into: string }
  /** Links of titles (kernels/linear/links); `offsets` names the tensor, declared earlier, that assigns them to titles. */
  | { readonly kind: 'links'; readonly offsets: string; readonly below: number }
  | { readonly kind: 'counts' }
  /** 0 to 1. */
  | { readonly kind: 'share' };

export interface TensorDeclaration {
  readonly name: string;
  readonly type: 'F32' | 'I32';
  /** A name stands for a side of any length, the same everywhere. */
  readonly shape: readonly (number | string)[];
  readonly values?: DeclaredValues;
}

/**
 * Checks tensors against their declarations in one pass over the values.
 * @throws ShelfwiseError `bad-data` if a tensor is missing, undeclared, of another type or shape, or holds a value out of range
 */
export function checkTensors(declarations: readonly TensorDeclaration[], tensors: NamedTensors): void {
  const refuse = (cause: Sentence): never => {
    throw new ShelfwiseError('bad-data', say('model.other-tensors', { cause }));
  };
  const sides = new Map<string, number>();
  const declared = new Set(declarations.map(({ name }) => name));
  for (const name of Object.keys(tensors)) if (!declared.has(name)) refuse(say('tensor.undeclared', { name }));
  for (const { name, type, shape } of declarations) {
    const tensor = Object.hasOwn(tensors, name) ? tensors[name]! : refuse(say('tensor.missing', { name }));
    if (typeOf(tensor) !== type) refuse(say('tensor.other-type', { name, type, found: typeOf(tensor) }));
    const wanted = shape.map((side, index) => {
      if (typeof side === 'number') return side;
      if (!sides.has(side)) sides.set(side, tensor.shape[index] ?? -1);
      return sides.get(side)!;
    });
    if (wanted.length !== tensor.shape.length || wanted.some((side, index) => side !== tensor.shape[index]))
      refuse(say('tensor.other-shape', { name, shape: shapeText(wanted), found: shapeText(tensor.shape) }));
  }
  for (const { name, values } of declarations)
    if (!fits(tensors[name]!, values, sides, tensors)) refuse(say('tensor.other-values', { name }));
}

/** The largest value in a tensor of whole numbers. */
const MOST_COUNTED = 0x7fffffff;

const typeOf = ({ values }: NamedTensor): 'F32' | 'I32' => (values instanceof Float32Array ? 'F32' : 'I32');

const shapeText = (shape: readonly number[]): string => `[${shape.map((side) => (side < 0 ? '?' : side)).join(' x ')}]`;

function fits(
  { values }: NamedTensor,
  allowed: DeclaredValues | undefined,
  sides: Map<string, number>,
  tensors: NamedTensors,
): boolean {
  switch (allowed?.kind) {
    case undefined:
      return values instanceof Int32Array || areFinite(values);
    case 'share':
      return isWithin(values, 0, 1);
    case 'counts':
      return isWithin(values, 0, MOST_COUNTED);
    case 'indices':
      return isWithin(values, 0, allowed.below - 1);
    case 'rising':
      return isWithin(values, 0, allowed.below - 1) && rises(values, 1);
    case 'links':
      return values instanceof Int32Array && areLinks(values, integersOf(tensors, allowed.offsets), allowed.below);
    case 'offsets': {
      const end = sides.get(allowed.into)!;
      return values[0] === 0 && values.at(-1) === end && rises(values, 0);
    }
  }
}

/** Whether all are finite. */
export const areFinite = (values: Float32Array): boolean => areBelow(values, Infinity);

/** All bits of a number but its sign. */
const SIZE = 0x7fffffff;

/**
 * Whether the size of each value is below `most`. The bits of a size, read as a whole number, rise with it, and those of NaN are above all, so no
 * floating-point comparison is needed. After each epoch this checks millions of weights.
 * @param most above 0
 */
export function areBelow(values: Float32Array, most: number): boolean {
  const bits = new Int32Array(values.buffer, values.byteOffset, values.length);
  const bound = new Int32Array(Float32Array.of(most).buffer)[0]!;
  // The OR of all bits is at least the largest value, which mostly decides; four chains, so that none waits for the one before.
  let [first, second, third, fourth] = [0, 0, 0, 0];
  const fours = bits.length - (bits.length % 4);
  for (let at = 0; at < fours; at += 4) {
    first |= bits[at]!;
    second |= bits[at + 1]!;
    third |= bits[at + 2]!;
    fourth |= bits[at + 3]!;
  }
  for (let at = fours; at < bits.length; at++) first |= bits[at]!;
  if (((first | second | third | fourth) & SIZE) < bound) return true;
  for (let at = 0; at < bits.length; at++) if ((bits[at]! & SIZE) >= bound) return false;
  return true;
}

/** Whether all are numbers from `from` to `to`. */
export function isWithin(values: Float32Array | Int32Array, from: number, to: number): boolean {
  for (let index = 0; index < values.length; index++)
    if (!(values[index]! >= from && values[index]! <= to)) return false;
  return true;
}

/** Whether each value exceeds the previous one by `step` or more. */
function rises(values: Float32Array | Int32Array, step: number): boolean {
  for (let index = 1; index < values.length; index++) if (values[index]! < values[index - 1]! + step) return false;
  return true;
}
