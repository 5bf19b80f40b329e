/** Zip files for tests: read whole, rewritten with other contents, damaged. */
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { ZipFile } from '../../src/features/bundles/engine/zip-read';
import { measureSource, writeZip } from '../../src/features/bundles/engine/zip-write';

/** Names and contents of all entries, in order. */
export async function contentsOf(file: string): Promise<Record<string, Buffer>> {
  const zip = await ZipFile.open(file);
  try {
    const contents: Record<string, Buffer> = {};
    for (const entry of zip.entries) {
      const pieces: Uint8Array[] = [];
      await zip.forEachPiece(entry, (piece) => void pieces.push(piece));
      contents[entry.name] = Buffer.concat(pieces);
    }
    return contents;
  } finally {
    await zip.close();
  }
}

/** A file in `folder` with those bytes. */
export async function withBytes(folder: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(folder, `${randomBytes(4).toString('hex')}.zip`);
  await fs.writeFile(file, bytes);
  return file;
}

/** Writes entries of any name. Patches in what our writer refuses (at most one name). */
export async function writeZipOf(target: string, contents: Record<string, Uint8Array>): Promise<void> {
  const evil = Object.keys(contents).find((name) => /^\/|\.\.|\\/.test(name)) ?? '';
  const standIn = '~'.repeat(evil.length);
  const sources = Object.entries(contents).map(([name, content]) => ({
    name: name === evil ? standIn : name,
    content,
  }));
  await writeZip(target, sources, await Promise.all(sources.map((source) => measureSource(source))));
  if (evil === '') return;
  const bytes = await fs.readFile(target, 'latin1');
  await fs.writeFile(target, bytes.replaceAll(standIn, evil), 'latin1');
}
