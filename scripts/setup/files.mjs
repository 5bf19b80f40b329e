// Writes files completely or not at all.
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pipeline } from 'node:stream/promises';

/** @param {string} file */
export async function sha256OfFile(file) {
  const hash = createHash('sha256');
  await pipeline(fs.createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/** Writes under another name and renames, so that an interruption leaves no partial file. */
export function writeJson(file, value) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.part`;
  fs.writeFileSync(temporary, `${JSON.stringify(value, null, 2)}\n`);
  fs.renameSync(temporary, file);
}

/** @returns {any} null if the file is missing or truncated */
export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Replaces an old folder by a finished one. */
export function replaceFolder(finished, target) {
  fs.rmSync(target, { recursive: true, force: true, maxRetries: 3 });
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.renameSync(finished, target);
}
