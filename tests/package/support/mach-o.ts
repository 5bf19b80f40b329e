/** What a library of macOS asks of a system, as its file says (<mach-o/loader.h>, <mach-o/nlist.h>). */

export interface MachO {
  readonly processor: 'x64' | 'arm64' | null;
  /** The libraries that it needs. */
  readonly libraries: readonly string[];
  /** The oldest macOS that it is for: "11.0". */
  readonly oldest: string | null;
  readonly isSigned: boolean;
  readonly exported: readonly string[];
  readonly looksUp: readonly string[];
}

const MAGIC_OF_64_BITS = 0xfeedfacf;
const PROCESSORS: Record<number, MachO['processor']> = { 0x01000007: 'x64', 0x0100000c: 'arm64' };
const HEADER = 32;
const COMMANDS = {
  symbols: 0x2,
  library: 0xc,
  weakLibrary: 0x80000018,
  reexportedLibrary: 0x8000001f,
  signature: 0x1d,
  oldestMacOs: 0x24,
  build: 0x32,
};
const SYMBOL = { bytes: 16, isDebug: 0xe0, isExternal: 0x01, kind: 0x0e };

const textAt = (file: Buffer, from: number): string => file.toString('utf8', from, file.indexOf(0, from));

const versionAt = (file: Buffer, from: number): string => {
  const number = file.readUInt32LE(from);
  return `${number >> 16}.${(number >> 8) & 0xff}`;
};

export function readMachO(file: Buffer): MachO {
  if (file.readUInt32LE(0) !== MAGIC_OF_64_BITS) throw new Error('this is no Mach-O file of 64 bits');
  const found = {
    processor: PROCESSORS[file.readUInt32LE(4)] ?? null,
    libraries: [] as string[],
    oldest: null as string | null,
    isSigned: false,
    exported: [] as string[],
    looksUp: [] as string[],
  };
  let at = HEADER;
  for (let rest = file.readUInt32LE(16); rest > 0; rest--) {
    const command = file.readUInt32LE(at);
    if ([COMMANDS.library, COMMANDS.weakLibrary, COMMANDS.reexportedLibrary].includes(command))
      found.libraries.push(textAt(file, at + file.readUInt32LE(at + 8)));
    else if (command === COMMANDS.build) found.oldest = versionAt(file, at + 12);
    else if (command === COMMANDS.oldestMacOs) found.oldest = versionAt(file, at + 8);
    else if (command === COMMANDS.signature) found.isSigned = true;
    else if (command === COMMANDS.symbols) readSymbols(file, at, found);
    at += file.readUInt32LE(at + 4);
  }
  return found;
}

function readSymbols(file: Buffer, command: number, found: { exported: string[]; looksUp: string[] }): void {
  const [symbols, count, names] = [8, 12, 16].map((offset) => file.readUInt32LE(command + offset)) as [
    number,
    number,
    number,
  ];
  for (let index = 0; index < count; index++) {
    const at = symbols + index * SYMBOL.bytes;
    const type = file.readUInt8(at + 4);
    if ((type & SYMBOL.isDebug) !== 0 || (type & SYMBOL.isExternal) === 0) continue;
    const name = textAt(file, names + file.readUInt32LE(at));
    ((type & SYMBOL.kind) === 0 ? found.looksUp : found.exported).push(name);
  }
}
