/** Zip files byte by byte, so that each field can lie. */
import { crc32 } from 'node:zlib';

export interface RawEntry {
  /** Latin-1 for text with bytes above 127 unless `flags` says UTF-8. */
  readonly name: string | Buffer;
  readonly content: Uint8Array;
  /** The name in front of the content, if it differs from the table's. */
  readonly localName?: string | Buffer;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  /** Sizes as claimed: stored and uncompressed. */
  readonly packed?: number;
  readonly size?: number;
  readonly localSize?: number;
  readonly localCrc?: number;
  readonly extra?: Buffer;
  readonly comment?: Buffer;
  /** The entry's offset according to the table. */
  readonly offset?: number;
  /** Bytes after the content: a data descriptor. */
  readonly descriptor?: Buffer;
  readonly attributes?: number;
  readonly madeBy?: number;
  readonly disk?: number;
}

export interface RawEnd {
  readonly entries?: number;
  readonly entriesHere?: number;
  readonly tableSize?: number;
  readonly tableOffset?: number;
  readonly comment?: Buffer;
  readonly saidComment?: number;
  readonly disk?: number;
  /** Before the end record: a zip64 record and its locator, or anything else. */
  readonly before?: (table: { offset: number; size: number; entries: number }) => Buffer;
  readonly after?: Buffer;
  readonly front?: Buffer;
}

const nameOf = (name: string | Buffer): Buffer => (Buffer.isBuffer(name) ? name : Buffer.from(name, 'utf8'));

function localHeader(entry: RawEntry): Buffer {
  const name = nameOf(entry.localName ?? entry.name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(entry.flags ?? 0, 6);
  header.writeUInt16LE(entry.method ?? 0, 8);
  header.writeUInt16LE(0x6000, 10);
  header.writeUInt16LE(0x21, 12);
  header.writeUInt32LE((entry.localCrc ?? entry.crc ?? crc32(entry.content)) >>> 0, 14);
  header.writeUInt32LE((entry.packed ?? entry.content.length) >>> 0, 18);
  header.writeUInt32LE((entry.localSize ?? entry.size ?? entry.content.length) >>> 0, 22);
  header.writeUInt16LE(name.length & 0xffff, 26);
  header.writeUInt16LE(0, 28);
  return Buffer.concat([header, name]);
}

function tableEntry(entry: RawEntry, offset: number): Buffer {
  const name = nameOf(entry.name);
  const { extra = Buffer.alloc(0), comment = Buffer.alloc(0) } = entry;
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(entry.madeBy ?? 0x031e, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(entry.flags ?? 0, 8);
  header.writeUInt16LE(entry.method ?? 0, 10);
  header.writeUInt16LE(0x6000, 12);
  header.writeUInt16LE(0x21, 14);
  header.writeUInt32LE((entry.crc ?? crc32(entry.content)) >>> 0, 16);
  header.writeUInt32LE((entry.packed ?? entry.content.length) >>> 0, 20);
  header.writeUInt32LE((entry.size ?? entry.content.length) >>> 0, 24);
  header.writeUInt16LE(name.length & 0xffff, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt16LE(comment.length, 32);
  header.writeUInt16LE(entry.disk ?? 0, 34);
  header.writeUInt32LE((entry.attributes ?? 0o100644 << 16) >>> 0, 38);
  header.writeUInt32LE((entry.offset ?? offset) >>> 0, 42);
  return Buffer.concat([header, name, extra, comment]);
}

/** A zip file of those entries, in that order. */
export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Buffer {
  const pieces: Buffer[] = end.front === undefined ? [] : [end.front];
  let at = end.front?.length ?? 0;
  const table: Buffer[] = [];
  for (const entry of entries) {
    table.push(tableEntry(entry, at));
    const piece = Buffer.concat([localHeader(entry), entry.content, entry.descriptor ?? Buffer.alloc(0)]);
    pieces.push(piece);
    at += piece.length;
  }
  const size = table.reduce((sum, { length }) => sum + length, 0);
  const before = end.before?.({ offset: at, size, entries: entries.length }) ?? Buffer.alloc(0);
  const { comment = Buffer.alloc(0) } = end;
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(end.disk ?? 0, 4);
  last.writeUInt16LE(end.disk ?? 0, 6);
  last.writeUInt16LE((end.entriesHere ?? end.entries ?? entries.length) & 0xffff, 8);
  last.writeUInt16LE((end.entries ?? entries.length) & 0xffff, 10);
  last.writeUInt32LE((end.tableSize ?? size) >>> 0, 12);
  last.writeUInt32LE((end.tableOffset ?? at) >>> 0, 16);
  last.writeUInt16LE(end.saidComment ?? comment.length, 20);
  return Buffer.concat([...pieces, ...table, before, last, comment, end.after ?? Buffer.alloc(0)]);
}

/** The entries of parts, to be changed one by one. */
export const entriesOf = (parts: Record<string, Uint8Array>): RawEntry[] =>
  Object.entries(parts).map(([name, content]) => ({ name, content }));

export const zipOf = (parts: Record<string, Uint8Array>): Buffer => rawZip(entriesOf(parts));
