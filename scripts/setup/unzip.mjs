// Extracts single files from a Python wheel, streaming, without an unzip program.
import * as fs from 'node:fs';
import * as fsp from 'node:fs/promises';
import { createHash } from 'node:crypto';
import * as path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes the wanted entries of an archive (their folders are made).
 * @param {string} archivePath
 * @param {(name: string) => string | null} targetOf where an entry is written; null leaves it out
 * @returns {Promise<Map<string, string>>} the SHA-256 of what was written, by the name of its entry
 */
export async function extractWanted(archivePath, targetOf) {
  // Imported late: setup loads this file before the packages are installed.
  const { openPromise } = await import('yauzl');
  const archive = await openPromise(archivePath, { strictFileNames: true });
  const hashes = new Map();
  try {
    for await (const entry of archive.eachEntry()) {
      const target = targetOf(entry.fileName);
      if (target === null) continue;
      await fsp.mkdir(path.dirname(target), { recursive: true });
      const hash = createHash('sha256');
      const hashing = new Transform({
        transform(chunk, _encoding, done) {
          hash.update(chunk);
          done(null, chunk);
        },
      });
      await pipeline(await archive.openReadStreamPromise(entry), hashing, fs.createWriteStream(target));
      hashes.set(entry.fileName, hash.digest('hex'));
    }
  } finally {
    archive.close();
  }
  return hashes;
}
