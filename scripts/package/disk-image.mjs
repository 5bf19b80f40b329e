// The disk image of macOS: the app beside a link to the folder of applications, by Apple's hdiutil.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { lastLines } from '../setup/causes.mjs';
import { run } from '../setup/command.mjs';
import { SetupFailure } from '../setup/say.mjs';

const APPLICATIONS = 'Applications';

/**
 * @param {import('./make-packages.mjs').Product} product
 * @returns {Promise<string>} the image
 */
export async function makeDiskImage({ folder, base, names }) {
  const file = `${base}.dmg`;
  const link = path.join(folder, APPLICATIONS);
  fs.symlinkSync(`/${APPLICATIONS}`, link);
  try {
    const words = ['create', '-volname', names.productName, '-srcfolder', folder, '-format', 'UDZO', '-ov', file];
    const { status, output } = await run(['hdiutil', ...words]);
    if (status !== 0) throw new SetupFailure(`hdiutil could not make it. It said: ${lastLines(output, 3)}`);
  } finally {
    fs.rmSync(link);
  }
  return file;
}
