// Archives to unpack by hand: tar.gz for Linux, zip for Windows and macOS.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { lastLines } from '../setup/causes.mjs';
import { run } from '../setup/command.mjs';
import { SetupFailure } from '../setup/say.mjs';

/**
 * @param {import('./make-packages.mjs').Product} product
 * @returns {Promise<string>} the archive, with one folder of its name in it
 */
export async function makeTarGz({ folder, base }) {
  const file = `${base}.tar.gz`;
  const ofRoot = process.platform === 'linux' ? ['--owner=0', '--group=0', '--sort=name'] : [];
  const { status, output } = await run([
    'tar',
    ...ofRoot,
    '-czf',
    file,
    '-C',
    path.dirname(folder),
    path.basename(folder),
  ]);
  if (status !== 0) throw new SetupFailure(`tar could not make it. It said: ${lastLines(output, 3)}`);
  return file;
}

const SYMBOLIC_LINK = 0o120777;

/** @param {string} ending of the file's name */
export const zipAs = (ending) => async (product) => {
  const { folder, base } = product;
  const file = `${base}${ending}`;
  const zip = new yazl.ZipFile();
  const top = path.basename(folder);
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const place = path.join(entry.parentPath ?? entry.path, entry.name);
    const name = [top, ...path.relative(folder, place).split(path.sep)].join('/');
    if (entry.isSymbolicLink()) zip.addBuffer(Buffer.from(fs.readlinkSync(place)), name, { mode: SYMBOLIC_LINK });
    else if (entry.isFile()) zip.addFile(place, name, { mode: fs.statSync(place).mode });
  }
  zip.end();
  await pipeline(zip.outputStream, fs.createWriteStream(file));
  return file;
};
