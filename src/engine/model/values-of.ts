/** Returns the numbers of a model's tensors in the type that the model declares (declaration.ts). */
import { ShelfwiseError } from '../../shared/errors';
import { say, type Sentence } from '../../shared/words/sentence';
import type { NamedTensors } from './recommender';

const refused = (cause: Sentence): ShelfwiseError =>
  new ShelfwiseError('bad-data', say('model.other-tensors', { cause }));

/** A tensor of floats. @throws ShelfwiseError `bad-data` if the tensor is missing, or holds whole numbers */
export function floatsOf(tensors: NamedTensors, name: string): Float32Array {
  const values = valuesOf(tensors, name);
  if (values instanceof Float32Array) return values;
  throw refused(say('tensor.other-type', { name, type: 'F32', found: 'I32' }));
}

/** A tensor of integers. @throws ShelfwiseError `bad-data` if the tensor is missing, or does not hold whole numbers */
export function integersOf(tensors: NamedTensors, name: string): Int32Array {
  const values = valuesOf(tensors, name);
  if (values instanceof Int32Array) return values;
  throw refused(say('tensor.other-type', { name, type: 'I32', found: 'F32' }));
}

function valuesOf(tensors: NamedTensors, name: string): Float32Array | Int32Array {
  if (!Object.hasOwn(tensors, name)) throw refused(say('tensor.missing', { name }));
  return tensors[name]!.values;
}
