/**
 * The one form of zip file that a bundle has: entries stored one after another, fixed times, no comment, nothing between. Any unzip
 * program opens it; our reader accepts nothing else, so that there is no byte in a bundle whose change goes unnoticed.
 * (fflate's streaming writer leaves sizes to descriptors behind the data, and its reader ignores the directory: bytes nobody checks.)
 */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** 1 January 1980, the first day zip knows. */
const DATE = 0x0021;

export const LOCAL_BYTES = 30;
export const CENTRAL_BYTES = 46;
export const END_BYTES = 22;
/** Sizes and positions have 32 bits. */
export const LARGEST_ZIP = 0xffffffff;

export interface ZipEntry {
  /** ASCII, with slashes. */
  readonly name: string;
  readonly size: number;
  readonly crc: number;
  /** Where its local header begins. */
  readonly offset: number;
}

export const dataOffset = (entry: ZipEntry): number => entry.offset + LOCAL_BYTES + entry.name.length;

/** What both headers of an entry share: version, flags, method, time, date, checksum, sizes, lengths. */
function writeCommon(header: Buffer, at: number, { name, size, crc }: ZipEntry): void {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(DATE, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(size, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}

export function localHeader(entry: ZipEntry): Buffer {
  const header = Buffer.alloc(LOCAL_BYTES + entry.name.length);
  header.writeUInt32LE(LOCAL, 0);
  writeCommon(header, 4, entry);
  header.write(entry.name, LOCAL_BYTES, 'latin1');
  return header;
}

function centralHeader(entry: ZipEntry): Buffer {
  const header = Buffer.alloc(CENTRAL_BYTES + entry.name.length);
  header.writeUInt32LE(CENTRAL, 0);
  header.writeUInt16LE(VERSION, 4);
  writeCommon(header, 6, entry);
  header.writeUInt32LE(entry.offset, 42);
  header.write(entry.name, CENTRAL_BYTES, 'latin1');
  return header;
}

/** The table of contents and the end record: all that follows the last entry, which ends at `start`. */
export function directory(entries: readonly ZipEntry[], start: number): Buffer {
  const headers = Buffer.concat(entries.map(centralHeader));
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(headers.length, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([headers, end]);
}

/** Where the table of contents begins, or null where these last 22 bytes of a file are no end record of ours. */
export function readEnd(end: Buffer): { start: number; length: number; entries: number } | null {
  if (end.length !== END_BYTES || end.readUInt32LE(0) !== END) return null;
  return { entries: end.readUInt16LE(10), length: end.readUInt32LE(12), start: end.readUInt32LE(16) };
}

/** The entries of a table of contents; null where it is not one. Nothing in it is trusted yet: compare it with `directory`. */
export function readDirectory(headers: Buffer, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_BYTES > headers.length || headers.readUInt32LE(at) !== CENTRAL) return null;
    const end = at + CENTRAL_BYTES + headers.readUInt16LE(at + 28);
    if (end > headers.length) return null;
    entries.push({
      name: headers.toString('latin1', at + CENTRAL_BYTES, end),
      size: headers.readUInt32LE(at + 24),
      crc: headers.readUInt32LE(at + 16),
      offset: headers.readUInt32LE(at + 42),
    });
    at = end;
  }
  return at === headers.length ? entries : null;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 of `bytes`, going on from that of what came before. (zlib.crc32 came with Node 20.15; we begin at 20.12.) */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (let at = 0; at < bytes.length; at++) crc = CRC_TABLE[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
