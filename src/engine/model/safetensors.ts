/**
 * Weights as safetensors (huggingface/safetensors, format 1): 8 bytes of header length (little endian), a JSON header padded with
 * spaces to a multiple of 8, then the tensors without gaps, in the order of the header. Little endian, as every platform we run on.
 */
import { createHash } from 'node:crypto';
import { ShelfwiseError } from '../../shared/errors';
import { say, type Sentence } from '../../shared/sentences/sentence';
import type { NamedTensor, NamedTensors } from './recommender';

interface HeaderEntry {
  dtype: 'F32' | 'I32';
  shape: number[];
  data_offsets: [number, number];
}

const METADATA = '__metadata__';

const bytesOf = ({ values }: NamedTensor): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

/** The bytes of a file; the same tensors and metadata give the same bytes. */
export function encodeSafetensors(tensors: NamedTensors, metadata: Record<string, string> = {}): Uint8Array {
  const header: Record<string, HeaderEntry | Record<string, string>> = {};
  if (Object.keys(metadata).length > 0) header[METADATA] = metadata;
  let length = 0;
  for (const [name, tensor] of Object.entries(tensors)) {
    const end = length + tensor.values.byteLength;
    header[name] = {
      dtype: tensor.values instanceof Float32Array ? 'F32' : 'I32',
      shape: [...tensor.shape],
      data_offsets: [length, end],
    };
    length = end;
  }
  const text = JSON.stringify(header);
  const encoded = Buffer.from(text, 'utf8');
  const padded = Math.ceil(encoded.length / 8) * 8;
  const file = Buffer.alloc(8 + padded + length, ' ');
  file.writeBigUInt64LE(BigInt(padded), 0);
  encoded.copy(file, 8);
  let at = 8 + padded;
  for (const tensor of Object.values(tensors)) {
    file.set(bytesOf(tensor), at);
    at += tensor.values.byteLength;
  }
  return file;
}

/** @throws ShelfwiseError `bad-data` where the bytes are not a safetensors file that we write (F32 and I32, no gaps). */
export function decodeSafetensors(bytes: Uint8Array): { tensors: NamedTensors; metadata: Record<string, string> } {
  const damaged = (cause: Sentence, thrown?: unknown): ShelfwiseError =>
    new ShelfwiseError('bad-data', say('tensors.damaged', { cause }), { cause: thrown });
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.length < 8) throw damaged(say('tensors.short'));
  const headerLength = Number(view.readBigUInt64LE(0));
  if (headerLength > view.length - 8) throw damaged(say('tensors.header-cut'));
  let header: Record<string, HeaderEntry>;
  try {
    header = JSON.parse(view.toString('utf8', 8, 8 + headerLength)) as Record<string, HeaderEntry>;
  } catch (cause) {
    throw damaged(say('tensors.header-not-json'), cause);
  }
  const { [METADATA]: metadata = {}, ...entries } = header as Record<string, HeaderEntry> & { [METADATA]?: never };
  const tensors: NamedTensors = {};
  const start = 8 + headerLength;
  for (const [name, entry] of Object.entries(entries)) {
    const [from, to] = entry.data_offsets;
    const size = entry.shape.reduce((product, side) => product * side, 1);
    if (entry.dtype !== 'F32' && entry.dtype !== 'I32')
      throw damaged(say('tensors.other-type', { name, type: String(entry.dtype) }));
    if (to - from !== size * 4 || start + to > view.length) throw damaged(say('tensors.cut', { name }));
    // A copy, because a tensor in the file need not start at a multiple of 4 bytes in memory.
    const copy = view.buffer.slice(view.byteOffset + start + from, view.byteOffset + start + to);
    tensors[name] = {
      shape: entry.shape,
      values: entry.dtype === 'F32' ? new Float32Array(copy) : new Int32Array(copy),
    };
  }
  return { tensors, metadata: metadata as Record<string, string> };
}

/** SHA-256 over name, shape, type and values of every tensor, in order: what "the same weights" means. */
export function hashTensors(tensors: NamedTensors): string {
  const hash = createHash('sha256');
  for (const [name, tensor] of Object.entries(tensors)) {
    hash.update(`${name} ${tensor.shape.join('x')} ${tensor.values instanceof Float32Array ? 'F32' : 'I32'}\n`);
    hash.update(bytesOf(tensor));
  }
  return hash.digest('hex');
}
