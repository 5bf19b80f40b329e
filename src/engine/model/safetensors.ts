/**
 * Weights as safetensors (huggingface/safetensors, format 1): 8 bytes of header length (little endian), a JSON header padded with
 * spaces to a multiple of 8, then the tensors without gaps, in the order of the header. Little endian, as every platform we run on.
 */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import * as z from 'zod';
import { ShelfwiseError } from '../../shared/errors';
import { say, type Sentence } from '../../shared/sentences/sentence';
import { throwIfStopped } from '../../shared/throw-if-stopped';
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

/** Bytes of a header: names, shapes and remarks of some hundred tensors. */
const LONGEST_HEADER = 1 << 20;
/** The program's own names, so none has a special meaning in JavaScript. */
const TENSOR_NAME = /^[a-z][A-Za-z0-9._/-]{0,127}$/;
const UNNAMED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

const metadataSchema = z.record(z.string(), z.string());
const side = z.int().min(0);
const entrySchema = z.strictObject({
  dtype: z.string(),
  shape: z.array(side).max(8),
  data_offsets: z.tuple([side, side]),
});

/**
 * Every byte of the file is accounted for: the tensors stand in the order of the header without gaps, and nothing follows them.
 * @throws ShelfwiseError `bad-data` where the bytes are not a safetensors file that we write (F32 and I32, no gaps)
 */
export function decodeSafetensors(bytes: Uint8Array): { tensors: NamedTensors; metadata: Record<string, string> } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { header, start } = decodeHeader(view);
  let metadata: Record<string, string> = {};
  const tensors: NamedTensors = {};
  let end = 0;
  for (const [name, entry] of header) {
    if (name === METADATA) {
      const parsed = metadataSchema.safeParse(entry);
      if (!parsed.success) throw damaged(say('tensors.other-metadata'));
      metadata = parsed.data;
      continue;
    }
    if (!TENSOR_NAME.test(name) || UNNAMED.has(name)) throw damaged(say('tensors.other-name', { name: shown(name) }));
    const parsed = entrySchema.safeParse(entry);
    if (!parsed.success) throw damaged(say('tensors.other-entry', { name }));
    const { dtype, shape, data_offsets: offsets } = parsed.data;
    if (dtype !== 'F32' && dtype !== 'I32') throw damaged(say('tensors.other-type', { name, type: shown(dtype) }));
    const [from, to] = offsets;
    const size = shape.reduce((product, length) => product * length, 1);
    // A product that is no exact number of bytes is larger than any file.
    if (from !== end || !Number.isSafeInteger(size * 4) || to - from !== size * 4 || start + to > view.length)
      throw damaged(say('tensors.cut', { name }));
    end = to;
    // A copy, because a tensor in the file need not start at a multiple of 4 bytes in memory.
    const copy = view.buffer.slice(view.byteOffset + start + from, view.byteOffset + start + to);
    tensors[name] = { shape, values: dtype === 'F32' ? new Float32Array(copy) : new Int32Array(copy) };
  }
  if (start + end !== view.length) throw damaged(say('tensors.longer'));
  return { tensors, metadata };
}

function damaged(cause: Sentence, thrown?: unknown): ShelfwiseError {
  return new ShelfwiseError('bad-data', say('tensors.damaged', { cause }), { cause: thrown });
}

/** A name out of a damaged file, short enough for a sentence. */
const shown = (text: string): string => JSON.stringify(text.slice(0, 40));

/** The entries of the header in its order, and where the tensors begin. */
function decodeHeader(view: Buffer): { header: [name: string, entry: unknown][]; start: number } {
  if (view.length < 8) throw damaged(say('tensors.short'));
  const length = Number(view.readBigUInt64LE(0));
  if (length > view.length - 8 || length > LONGEST_HEADER) throw damaged(say('tensors.header-cut'));
  let header: unknown;
  try {
    header = JSON.parse(view.toString('utf8', 8, 8 + length));
  } catch (cause) {
    throw damaged(say('tensors.header-not-json'), cause);
  }
  if (typeof header !== 'object' || header === null || Array.isArray(header))
    throw damaged(say('tensors.header-not-json'));
  return { header: Object.entries(header), start: 8 + length };
}

/** SHA-256 over name, shape, type and values of every tensor, in order: what "the same weights" means. */
export function hashTensors(tensors: NamedTensors): string {
  const hash = createHash('sha256');
  for (const piece of hashedPieces(tensors)) hash.update(piece);
  return hash.digest('hex');
}

/** As hashTensors, giving way to other work between pieces. @throws ShelfwiseError `stopped` on abort */
export async function hashTensorsInTurns(tensors: NamedTensors, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for (const piece of hashedPieces(tensors)) {
    throwIfStopped(signal);
    hash.update(piece);
    await setImmediate();
  }
  return hash.digest('hex');
}

/** Bytes that are hashed before others get their turn: some hundredths of a second. */
const PIECE = 1 << 24;

function* hashedPieces(tensors: NamedTensors): Generator<string | Uint8Array> {
  for (const [name, tensor] of Object.entries(tensors)) {
    yield `${name} ${tensor.shape.join('x')} ${tensor.values instanceof Float32Array ? 'F32' : 'I32'}\n`;
    const bytes = bytesOf(tensor);
    for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
  }
}
