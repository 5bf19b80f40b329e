/** Reads the parts of a workbook, which is a zip file: found by name, inflated piece by piece, counted, and never beyond a given size. */
import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { ShelfwiseError } from '../../../../shared/errors';
import { MOST_WORKBOOK_BYTES } from '../../../../shared/limits';
import { say } from '../../../../shared/words/sentence';
import { fileState, readBeginning } from '../source-file';
import { NotXml } from './xml';

/** A workbook has some ten parts, and one for each sheet, picture and chart. */
const MOST_PARTS_OF_WORKBOOK = 10_000;
/** First bytes of the format in which Excel stores files with a password, and stored all files until 2003. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

export interface WorkbookLimits {
  /** Limit for the file. */
  readonly bytes: number;
  /** Limit for all parts that are read, inflated. */
  readonly inflated: number;
}

export interface WorkbookParts {
  /** Bytes of the file. */
  readonly bytes: Buffer;
  readonly has: (name: string) => boolean;
  /** @param name as in the zip file, ignoring case @throws NotXml if there is no such part */
  readonly read: (name: string) => AsyncGenerator<Buffer>;
}

/**
 * @param file a path
 * @param limits for what is read of it
 * @throws ShelfwiseError `bad-data` if it is too large, has a password, or is no workbook
 */
export async function openParts(file: string, limits: WorkbookLimits): Promise<WorkbookParts> {
  const size = (await fileState(file)).bytes;
  const most = Math.min(limits.bytes, MOST_WORKBOOK_BYTES);
  if (size > most)
    throw new ShelfwiseError('bad-data', say('workbook.too-large', { file, megabytes: Math.floor(most / 1_048_576) }));
  const bytes = await readBeginning(file, size);
  if (bytes.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE))
    throw new ShelfwiseError('bad-data', say('workbook.locked', { file }));
  const { zip, entries } = await contentsOf(file, bytes);
  let left = limits.inflated;
  async function* read(name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(name.toLowerCase());
    if (entry === undefined) throw new NotXml(`${name} is missing`);
    const stream: Readable = await zip.openReadStreamPromise(entry);
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        left -= piece.length;
        if (left < 0) throw swells(file, limits);
        yield piece;
      }
    } finally {
      stream.destroy();
    }
  }
  return { bytes, has: (name) => entries.has(name.toLowerCase()), read };
}

export const swells = (file: string, { inflated }: WorkbookLimits): ShelfwiseError =>
  new ShelfwiseError('bad-data', say('workbook.swells', { file, megabytes: Math.floor(inflated / 1_048_576) }));

/** The zip's table of contents: names are compared with those of a workbook's parts, and never used as paths. */
async function contentsOf(file: string, bytes: Buffer): Promise<{ zip: ZipFile; entries: Map<string, Entry> }> {
  const entries = new Map<string, Entry>();
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true });
    if (zip.entryCount > MOST_PARTS_OF_WORKBOOK) throw new NotXml('it has too many parts');
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (entries.has(name)) throw new NotXml(`${entry.fileName} is there twice`);
      entries.set(name, entry);
    }
    return { zip, entries };
  } catch (thrown) {
    throw notWorkbook(file, thrown);
  }
}

/** Turns what stopped the reading of a workbook into a sentence about the file. */
export function notWorkbook(file: string, thrown: unknown): Error {
  if (thrown instanceof ShelfwiseError) return thrown;
  const cause = thrown instanceof Error ? thrown.message.replace(/\.$/, '').slice(0, 200) : String(thrown);
  return new ShelfwiseError('bad-data', say('workbook.damaged', { file, cause }), { cause: thrown });
}
