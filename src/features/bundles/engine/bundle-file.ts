/** A bundle as a file: its zip entries, and the manifest with their hashes. */
import * as path from 'node:path';
import { crc32 } from 'node:zlib';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { openWriter } from '../../../engine/storage/files';
import { sha256 } from '../../../engine/storage/read-files';
import { decodeManifest, MANIFEST, type Manifest } from './manifest';
import { damaged, ZipFile } from './zip-read';

/** A manifest names some ten files; this is more than enough, and small enough to hold in memory. */
const LARGEST_MANIFEST = 1 << 20;

export class BundleFile {
  private constructor(
    readonly file: string,
    readonly manifest: Manifest,
    /** SHA-256 of the manifest, which contains the hashes of all other files. */
    readonly manifestSha256: string,
    private readonly zip: ZipFile,
  ) {}

  /** @throws ShelfwiseError `not-found` without the file, `bad-data` if its contents are not those of its manifest */
  static async open(file: string): Promise<BundleFile> {
    const bundle = path.resolve(file);
    const zip = await ZipFile.open(bundle);
    try {
      const bytes = await readManifest(zip, bundle);
      const manifest = decodeManifest(bytes, bundle);
      const [, ...rest] = zip.entries;
      const agrees =
        rest.length === manifest.files.length &&
        rest.every(
          ({ name, size }, index) => name === manifest.files[index]!.file && size === manifest.files[index]!.bytes,
        );
      if (!agrees) throw damaged(bundle, `the table of contents (it is not that of ${MANIFEST})`);
      return new BundleFile(bundle, manifest, sha256(bytes), zip);
    } catch (thrown) {
      await zip.close();
      throw thrown;
    }
  }

  /** Bytes of the bundle itself. */
  get size(): number {
    return this.zip.size;
  }

  /** Bytes of all its files together. */
  get unpackedSize(): number {
    return this.manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /**
   * The content of one file; null if the bundle has none of that name, or a larger one than `largest`.
   * @throws ShelfwiseError `bad-data` if its hash is not the manifest's
   */
  async read(name: string, largest: number): Promise<Buffer | null> {
    const index = this.manifest.files.findIndex((entry) => entry.file === name);
    const entry = this.zip.entries[index + 1];
    if (index < 0 || entry === undefined || entry.size > largest) return null;
    const pieces: Uint8Array[] = [];
    const found = await this.zip.forEachPiece(entry, (piece) => void pieces.push(piece));
    if (found !== this.manifest.files[index]!.sha256) throw damaged(this.file, name);
    return Buffer.concat(pieces);
  }

  /**
   * Writes every file to its name below `folder`, comparing its hash meanwhile.
   * @throws ShelfwiseError `bad-data` naming the file that is damaged, `stopped` on abort
   */
  async unpack(
    folder: string,
    onBytes: (done: number, file: string) => void,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    let done = 0;
    for (const [index, { file, sha256: expected }] of this.manifest.files.entries()) {
      const writer = await openWriter(path.join(folder, file));
      try {
        const found = await this.zip.forEachPiece(
          this.zip.entries[index + 1]!,
          async (piece) => {
            await writer.write(piece);
            done += piece.length;
            onBytes(done, file);
          },
          signal,
        );
        if (found !== expected) throw damaged(this.file, file);
      } finally {
        await writer.close();
      }
    }
  }

  async close(): Promise<void> {
    await this.zip.close();
  }
}

async function readManifest(zip: ZipFile, bundle: string): Promise<Buffer> {
  const [first] = zip.entries;
  if (first?.name !== MANIFEST || first.size > LARGEST_MANIFEST)
    throw new ShelfwiseError('bad-data', say('bundle.other-zip', { bundle, part: MANIFEST }));
  const pieces: Uint8Array[] = [];
  await zip.forEachPiece(first, (piece) => void pieces.push(piece));
  const bytes = Buffer.concat(pieces);
  // The only check of the manifest itself.
  if (crc32(bytes) !== first.crc) throw damaged(bundle, MANIFEST);
  return bytes;
}
