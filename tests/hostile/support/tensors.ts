/** Safetensors files as an attacker writes them: any header over any bytes. */
import { createHash } from 'node:crypto';

export interface Header {
  [name: string]: { dtype: unknown; shape: unknown; data_offsets: unknown } | Record<string, unknown>;
}

/** @param header an object, or the very bytes */
export function tensorsFile(header: object | string | Buffer, body: Uint8Array, length?: bigint): Buffer {
  const text = Buffer.isBuffer(header)
    ? header
    : Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const start = Buffer.alloc(8);
  start.writeBigUInt64LE(length ?? BigInt(text.length), 0);
  return Buffer.concat([start, text, body]);
}

export interface OpenTensors {
  header: Record<string, { dtype: string; shape: number[]; data_offsets: [number, number] }>;
  body: Buffer;
}

export function openTensors(file: Buffer): OpenTensors {
  const length = Number(file.readBigUInt64LE(0));
  return {
    header: JSON.parse(file.toString('utf8', 8, 8 + length)) as OpenTensors['header'],
    body: Buffer.from(file.subarray(8 + length)),
  };
}

type Values = Float32Array | Int32Array;

/** Whole tensors by name: numbers in, a well-formed file out. */
export function wellFormed(tensors: Record<string, { shape: number[]; values: Values }>): Buffer {
  const header: Header = {};
  const bodies: Buffer[] = [];
  let at = 0;
  for (const [name, { shape, values }] of Object.entries(tensors)) {
    const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
    header[name] = {
      dtype: values instanceof Float32Array ? 'F32' : 'I32',
      shape,
      data_offsets: [at, at + bytes.length],
    };
    bodies.push(bytes);
    at += bytes.length;
  }
  const text = JSON.stringify(header);
  return tensorsFile(text.padEnd(Math.ceil(Buffer.byteLength(text) / 8) * 8), Buffer.concat(bodies));
}

/** The tensors of a well-formed file. */
export function tensorsOf(file: Buffer): Record<string, { shape: number[]; values: Values }> {
  const { header, body } = openTensors(file);
  return Object.fromEntries(
    Object.entries(header)
      .filter(([name]) => name !== '__metadata__')
      .map(
        ([
          name,
          {
            dtype,
            shape,
            data_offsets: [from, to],
          },
        ]) => {
          const copy = body.buffer.slice(body.byteOffset + from, body.byteOffset + to);
          return [name, { shape, values: dtype === 'F32' ? new Float32Array(copy) : new Int32Array(copy) }];
        },
      ),
  );
}

/** The record's hash of weights: SHA-256 over name, shape, type and values. Null for a meaningless file. */
export function attackersHash(file: Buffer): string | null {
  try {
    const { header, body } = openTensors(file);
    const hash = createHash('sha256');
    for (const [name, { dtype, shape, data_offsets: offsets }] of Object.entries(header)) {
      if (name === '__metadata__') continue;
      hash.update(`${name} ${shape.join('x')} ${dtype}\n`);
      hash.update(body.subarray(offsets[0], offsets[1]));
    }
    return hash.digest('hex');
  } catch {
    return null;
  }
}
