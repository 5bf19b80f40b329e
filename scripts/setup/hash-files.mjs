// One hash for many files: the inputs of a build, or its result.
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';

/** @returns {string[]} all files under a folder, relative to it, with slashes, in code unit order */
export function filesUnder(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

/** SHA-256 over "path, tab, SHA-256 of the content" lines. */
export function hashFiles(folder, files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = createHash('sha256').update(fs.readFileSync(path.join(folder, file)));
    hash.update(`${file}\t${content.digest('hex')}\n`);
  }
  return hash.digest('hex');
}
