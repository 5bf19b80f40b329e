// Just enough of the zip format to take single files out of a Python wheel, streaming, without an unzip program.
import * as fs from 'node:fs';
import * as fsp from 'node:fs/promises';
import { createHash } from 'node:crypto';
import * as path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * @typedef {object} ZipEntry
 * @property {string} name
 * @property {number} method
 * @property {number} compressedSize
 * @property {number} size
 * @property {number} headerOffset
 */

/** @param {Buffer} buffer the end of the archive */
function findDirectory(buffer) {
  for (let at = buffer.length - 22; at >= 0; at--)
    if (buffer.readUInt32LE(at) === END_OF_DIRECTORY)
      return { size: buffer.readUInt32LE(at + 12), offset: buffer.readUInt32LE(at + 16) };
  throw new Error('this is not a zip archive');
}

/**
 * @param {fsp.FileHandle} archive
 * @returns {Promise<Map<string, ZipEntry>>} by name
 */
export async function readDirectory(archive) {
  const { size } = await archive.stat();
  const end = Buffer.alloc(Math.min(size, 66_000)); // The end record and the longest comment.
  await archive.read(end, 0, end.length, size - end.length);
  const directory = findDirectory(end);
  const bytes = Buffer.alloc(directory.size);
  await archive.read(bytes, 0, bytes.length, directory.offset);
  const entries = new Map();
  for (let at = 0; at < bytes.length && bytes.readUInt32LE(at) === DIRECTORY_ENTRY;) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    entries.set(name, {
      name,
      method: bytes.readUInt16LE(at + 10),
      compressedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      headerOffset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * Writes one entry to `target` (its folder is made).
 * @param {fsp.FileHandle} archive
 * @param {string} archivePath
 * @param {ZipEntry} entry
 * @param {string} target
 * @returns {Promise<string>} SHA-256 of what was written
 */
export async function extract(archive, archivePath, entry, target) {
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw new Error(`${entry.name} is packed in a way that is not supported (${entry.method})`);
  const header = Buffer.alloc(30);
  await archive.read(header, 0, header.length, entry.headerOffset);
  const start = entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await fsp.mkdir(path.dirname(target), { recursive: true });
  const packed = fs.createReadStream(archivePath, {
    start,
    end: start + entry.compressedSize - 1,
    highWaterMark: 1 << 20,
  });
  const stages = entry.method === DEFLATED ? [createInflateRaw({ chunkSize: 1 << 20 })] : [];
  await pipeline([packed, ...stages, hashing, fs.createWriteStream(target)]);
  return hash.digest('hex');
}
