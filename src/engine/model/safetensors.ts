/**
 * Weights as safetensors (huggingface/safetensors, format 1): 8 bytes of header length (little endian), a JSON header padded with spaces to a
 * multiple of 8, then the tensors without gaps, in the order of the header. Little endian, like every supported platform.
 */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import * as z from 'zod';
import { ShelfwiseError } from '../../shared/errors';
import { say, type Sentence } from '../../shared/words/sentence';
import { throwIfStopped } from '../../shared/values/throw-if-stopped';
import type { NamedTensor, NamedTensors } from './recommender';

interface HeaderEntry {
  dtype: 'F32' | 'I32';
  shape: number[];
  data_offsets: [number, number];
}

const METADATA = '__metadata__';

const bytesOf = ({ values }: NamedTensor): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

/** The bytes of a file, piece by piece; the same tensors and metadata give the same bytes. Pieces may be views of the tensors. */
export function* safetensorsPieces(
  tensors: NamedTensors,
  metadata: Record<string, string> = {},
): Generator<Uint8Array, void> {
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
  const encoded = Buffer.from(JSON.stringify(header), 'utf8');
  const padded = Math.ceil(encoded.length / 8) * 8;
  const start = Buffer.alloc(8 + padded, ' ');
  start.writeBigUInt64LE(BigInt(padded), 0);
  encoded.copy(start, 8);
  yield start;
  for (const tensor of Object.values(tensors)) yield* piecesOf(bytesOf(tensor));
}

/** All bytes of a small file. */
export const encodeSafetensors = (tensors: NamedTensors, metadata: Record<string, string> = {}): Uint8Array =>
  Buffer.concat([...safetensorsPieces(tensors, metadata)]);

/** Bytes of a header: names, shapes and remarks of some hundred tensors. */
const LONGEST_HEADER = 1 << 20;
/** The program's own names; none has a special meaning in JavaScript. */
const TENSOR_NAME = /^[a-z][A-Za-z0-9._/-]{0,127}$/;
const UNNAMED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

const metadataSchema = z.record(z.string(), z.string());
const side = z.int().min(0);
const entrySchema = z.strictObject({
  dtype: z.string(),
  shape: z.array(side).max(8),
  data_offsets: z.tuple([side, side]),
});

/** A tensor that a header announces. */
interface Announced {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: 'F32' | 'I32';
  /** Offsets in the file, in bytes. */
  readonly from: number;
  readonly to: number;
}

/** The content before the tensors. */
interface SafetensorsHeader {
  readonly metadata: Record<string, string>;
  /** In the order of the file, without gaps. */
  readonly tensors: readonly Announced[];
}

/**
 * Decodes a whole file, in which every byte is accounted for: the tensors stand in the order of the header without gaps, and nothing follows them.
 * @throws ShelfwiseError `bad-data` if the bytes are not a safetensors file as we write it (F32 and I32, no gaps)
 */
export function decodeSafetensors(bytes: Uint8Array): { tensors: NamedTensors; metadata: Record<string, string> } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { metadata, tensors } = decodeHeader(view.subarray(0, headerEnd(view, view.length)), view.length);
  const read: NamedTensors = {};
  for (const { name, shape, type, from, to } of tensors) {
    // A copy, because a tensor in the file need not start at a multiple of 4 bytes in memory.
    const copy = view.buffer.slice(view.byteOffset + from, view.byteOffset + to);
    read[name] = { shape, values: type === 'F32' ? new Float32Array(copy) : new Int32Array(copy) };
  }
  return { tensors: read, metadata };
}

/** Bytes of the header's length. */
export const LENGTH_BYTES = 8;

/**
 * Offset of the header's end.
 * @param start at least the first bytes of the file, if it has as many
 * @param size of the file, bytes
 * @throws ShelfwiseError `bad-data` if the file cannot hold such a header
 */
export function headerEnd(start: Buffer, size: number): number {
  if (size < LENGTH_BYTES || start.length < LENGTH_BYTES) throw damaged(say('tensors.short'));
  const length = Number(start.readBigUInt64LE(0));
  if (length > size - LENGTH_BYTES || length > LONGEST_HEADER) throw damaged(say('tensors.header-cut'));
  return LENGTH_BYTES + length;
}

/**
 * Decodes the header of a file.
 * @param start the file up to the end of its header
 * @param size of the file, bytes
 * @throws ShelfwiseError as decodeSafetensors does
 */
export function decodeHeader(start: Buffer, size: number): SafetensorsHeader {
  let metadata: Record<string, string> = {};
  const tensors: Announced[] = [];
  let end = start.length;
  for (const [name, entry] of entriesOf(start)) {
    if (name === METADATA) {
      const parsed = metadataSchema.safeParse(entry);
      if (!parsed.success) throw damaged(say('tensors.other-metadata'));
      metadata = parsed.data;
      continue;
    }
    if (!TENSOR_NAME.test(name) || UNNAMED.has(name)) throw damaged(say('tensors.other-name', { name: shown(name) }));
    const parsed = entrySchema.safeParse(entry);
    if (!parsed.success) throw damaged(say('tensors.other-entry', { name }));
    const { dtype: type, shape, data_offsets: offsets } = parsed.data;
    if (type !== 'F32' && type !== 'I32') throw damaged(say('tensors.other-type', { name, type: shown(type) }));
    const [from, to] = offsets.map((offset) => start.length + offset) as [number, number];
    const bytes = shape.reduce((product, length) => product * length, 1) * 4;
    // A product that is no exact number of bytes is larger than any file.
    if (from !== end || !Number.isSafeInteger(bytes) || to - from !== bytes || to > size)
      throw damaged(say('tensors.cut', { name }));
    end = to;
    tensors.push({ name, shape, type, from, to });
  }
  if (end !== size) throw damaged(say('tensors.longer'));
  return { metadata, tensors };
}

function damaged(cause: Sentence, thrown?: unknown): ShelfwiseError {
  return new ShelfwiseError('bad-data', say('tensors.damaged', { cause }), { cause: thrown });
}

/** A name from a damaged file, shortened for a sentence. */
const shown = (text: string): string => JSON.stringify(text.slice(0, 40));

/** The entries of the header, in order. */
function entriesOf(start: Buffer): [name: string, entry: unknown][] {
  let header: unknown;
  try {
    header = JSON.parse(start.toString('utf8', LENGTH_BYTES));
  } catch (cause) {
    throw damaged(say('tensors.header-not-json'), cause);
  }
  if (typeof header !== 'object' || header === null || Array.isArray(header))
    throw damaged(say('tensors.header-not-json'));
  return Object.entries(header);
}

/** SHA-256 over name, shape, type and values of every tensor, in order: equal hashes mean the same weights. */
export function hashTensors(tensors: NamedTensors): string {
  const hash = createHash('sha256');
  for (const piece of hashedPieces(tensors)) hash.update(piece);
  return hash.digest('hex');
}

/** hashTensors in turns with other work. @throws ShelfwiseError `stopped` on abort */
export async function hashTensorsInTurns(tensors: NamedTensors, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for (const piece of hashedPieces(tensors)) {
    throwIfStopped(signal);
    hash.update(piece);
    await setImmediate();
  }
  return hash.digest('hex');
}

/** Bytes to hash, write or read before other work gets its turn: some hundredths of a second. */
export const PIECE = 1 << 24;

function* hashedPieces(tensors: NamedTensors): Generator<string | Uint8Array> {
  for (const [name, tensor] of Object.entries(tensors)) {
    yield `${name} ${tensor.shape.join('x')} ${tensor.values instanceof Float32Array ? 'F32' : 'I32'}\n`;
    yield* piecesOf(bytesOf(tensor));
  }
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array, void> {
  for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
}
