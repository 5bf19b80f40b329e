// Libraries of macOS that hold the code of several processors, one after the other (<mach-o/fat.h>).
import * as fs from 'node:fs';

const UNIVERSAL = 0xcafebabe;
const HEADER = 8;
const ENTRY = 20;
/** As <mach/machine.h> numbers them. */
const PROCESSORS = { x64: 0x01000007, arm64: 0x0100000c };

/**
 * @param {string} file
 * @param {string} arch x64 or arm64
 * @returns {Buffer | null} the library of that processor alone, with its own signature; null unless the file holds several
 */
export function libraryOf(file, arch) {
  const bytes = fs.readFileSync(file);
  if (bytes.length < HEADER || bytes.readUInt32BE(0) !== UNIVERSAL) return null;
  for (let entry = 0; entry < bytes.readUInt32BE(4); entry++) {
    const at = HEADER + entry * ENTRY;
    if (bytes.readUInt32BE(at) !== PROCESSORS[arch]) continue;
    const offset = bytes.readUInt32BE(at + 8);
    return bytes.subarray(offset, offset + bytes.readUInt32BE(at + 12));
  }
  throw new Error(`${file} holds no code for ${arch}.`);
}
