/**
 * The outermost layer: zip files whose structure lies. The contents are a valid run, so only the zip file can be at
 * fault.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { execFileSync } from 'node:child_process';
import { deflateRawSync } from 'node:zlib';
import { bundleParts } from './support/originals';
import { bundleCase, type Case, type Expected, setStage, testCases } from './support/cases';
import { entriesOf, type RawEnd, type RawEntry, rawZip, zipOf } from './support/raw-zip';
import { json, put, sealed, withManifest } from './support/seal';
import { openAndUse } from './support/use';

setStage();

/** A run without data opens quickly, and its zip file is like any other. */
const entries = async (): Promise<RawEntry[]> => entriesOf(withManifest(await bundleParts('popularity', false)));

/** A zip file with changed entries. */
function zipCase(
  name: string,
  expected: Expected,
  edit: (entries: RawEntry[]) => RawEntry[] | Buffer,
  end: RawEnd = {},
): Case {
  return bundleCase(name, expected, async () => {
    const edited = edit(await entries());
    return Buffer.isBuffer(edited) ? edited : rawZip(edited, end);
  });
}

/** The entry at a place, changed. */
const one =
  (at: number, change: (entry: RawEntry) => Partial<RawEntry>) =>
  (all: RawEntry[]): RawEntry[] =>
    all.map((entry, index) => (index === at ? { ...entry, ...change(entry) } : entry));

const bytesOf =
  (change: (whole: Buffer) => Buffer) =>
  (all: RawEntry[]): Buffer =>
    change(rawZip(all));

/** An extra file of that name, also in the manifest. */
function strangerCase(title: string, name: string | Buffer, expected: Expected = 'bad-data'): Case {
  return bundleCase(`an entry ${title}, listed in the manifest`, expected, async () => {
    const parts = withManifest(await bundleParts());
    const content = Buffer.from('whatever an attacker wants to be written');
    const listed = Buffer.isBuffer(name) ? name.toString('latin1') : name;
    const manifest = withManifest({ ...parts, [listed]: content })['manifest.json']!;
    return rawZip([...entriesOf({ ...parts, 'manifest.json': manifest }), { name, content }]);
  });
}

const sizes = [0, 1, 0x7fffffff, 0xfffffffe, 0xffffffff];

const zip64Record = (values: { entries: bigint; size: bigint; offset: bigint }): Buffer => {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(45, 12);
  record.writeUInt16LE(45, 14);
  record.writeBigUInt64LE(values.entries, 24);
  record.writeBigUInt64LE(values.entries, 32);
  record.writeBigUInt64LE(values.size, 40);
  record.writeBigUInt64LE(values.offset, 48);
  return record;
};

const zip64Locator = (offset: bigint): Buffer => {
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(offset, 8);
  locator.writeUInt32LE(1, 16);
  return locator;
};

/** An end record that points to a zip64 record. */
const zip64End = (change: Partial<{ entries: bigint; size: bigint; offset: bigint; record: bigint }>): RawEnd => ({
  entries: 0xffff,
  tableSize: 0xffffffff,
  tableOffset: 0xffffffff,
  before: ({ offset, size, entries: count }) =>
    Buffer.concat([
      zip64Record({ entries: BigInt(count), size: BigInt(size), offset: BigInt(offset), ...change }),
      zip64Locator(change.record ?? BigInt(offset + size)),
    ]),
});

const HUGE = 2n ** 63n + 5n;

testCases([
  zipCase('the same, written by the raw writer', 'opens', (all) => all),
  ...[0, 1, 3, 21, 22, 100].map((length) =>
    bundleCase(`a file of ${length} bytes`, 'bad-data', () => Buffer.alloc(length, 'PK')),
  ),
  bundleCase('a zip file without entries', 'bad-data', () => rawZip([])),
  bundleCase('a zip file of the manifest alone', 'bad-data', async () => rawZip((await entries()).slice(0, 1))),
  bundleCase('a text', 'bad-data', () => Buffer.from('{"format":"shelfwise-bundle"}')),
  bundleCase('a gzip file', 'bad-data', () => deflateRawSync(Buffer.alloc(5000))),
  ...[0.1, 0.5, 0.9, 0.99].map((share) =>
    zipCase(
      `the first ${share * 100} % of a bundle`,
      'bad-data',
      bytesOf((whole) => whole.subarray(0, Math.floor(whole.length * share))),
    ),
  ),
  zipCase(
    'a bundle behind a program',
    ['bad-data', 'opens'],
    bytesOf((whole) => Buffer.concat([Buffer.alloc(4096, '#!'), whole])),
  ),
  zipCase(
    'a bundle twice, one behind the other',
    ['bad-data', 'opens'],
    bytesOf((whole) => Buffer.concat([whole, whole])),
  ),
  zipCase('rubbish behind the end', ['bad-data', 'opens'], (all) => all, { after: Buffer.alloc(3000, 'x') }),
  zipCase('rubbish in front, offsets right', ['bad-data', 'opens'], (all) => all, { front: Buffer.alloc(3000, 'x') }),

  zipCase('no manifest', 'bad-data', (all) => all.slice(1)),
  zipCase('the manifest last', 'bad-data', (all) => [...all.slice(1), all[0]!]),
  zipCase('the manifest twice', 'bad-data', (all) => [all[0]!, ...all]),
  zipCase('another entry twice', 'bad-data', (all) => [...all, all[2]!]),
  zipCase('an entry twice, in the place of another', 'bad-data', (all) =>
    all.map((entry, at) => (at === 3 ? all[2]! : entry)),
  ),
  zipCase('one entry missing', 'bad-data', (all) => all.slice(0, -1)),
  zipCase('entries in another order', 'bad-data', ([first, ...rest]) => [first!, ...rest.toReversed()]),
  zipCase('an entry more than the manifest says', 'bad-data', (all) => [
    ...all,
    { name: 'more.txt', content: Buffer.from('more') },
  ]),
  zipCase('a folder as an entry', 'bad-data', (all) => [...all, { name: 'dataset/', content: Buffer.alloc(0) }]),
  zipCase('257 entries', 'bad-data', (all) => [
    ...all,
    ...Array.from({ length: 257 - all.length }, (_, at) => ({ name: `dataset/f${at}`, content: Buffer.alloc(0) })),
  ]),
  bundleCase('65,536 entries', 'bad-data', () =>
    rawZip(Array.from({ length: 65_536 }, (_, at) => ({ name: `f${at}`, content: Buffer.alloc(0) }))),
  ),
  bundleCase('65,536 entries under zip64', 'bad-data', () =>
    rawZip(
      Array.from({ length: 65_536 }, (_, at) => ({ name: `f${at}`, content: Buffer.alloc(0) })),
      zip64End({}),
    ),
  ),

  ...sizes.flatMap((size) => [
    zipCase(
      `the size of an entry said to be ${size}`,
      'bad-data',
      one(2, () => ({ size })),
    ),
    zipCase(
      `the packed size of an entry said to be ${size}`,
      'bad-data',
      one(2, () => ({ packed: size })),
    ),
    zipCase(
      `both sizes of an entry said to be ${size}`,
      'bad-data',
      one(2, () => ({ size, packed: size })),
    ),
    zipCase(
      `an entry said to begin at ${size}`,
      'bad-data',
      one(2, () => ({ offset: size })),
    ),
    zipCase(
      `the size of the manifest said to be ${size}`,
      'bad-data',
      one(0, () => ({ size, packed: size })),
    ),
    zipCase(`${size} entries said`, 'bad-data', (all) => all, { entries: size }),
    zipCase(`a table of ${size} bytes said`, ['bad-data', 'opens'], (all) => all, { tableSize: size }),
    zipCase(`a table said to begin at ${size}`, 'bad-data', (all) => all, { tableOffset: size }),
  ]),
  zipCase(
    'sizes that differ before the content only',
    ['bad-data', 'opens'],
    one(2, () => ({ localSize: 3 })),
  ),
  zipCase(
    'a sum that differs in the table',
    'bad-data',
    one(0, () => ({ crc: 7 })),
  ),
  zipCase(
    'a sum that differs before the content',
    ['bad-data', 'opens'],
    one(2, () => ({ localCrc: 7 })),
  ),
  zipCase(
    'a name that differs before the content',
    ['bad-data', 'opens'],
    one(2, () => ({ localName: '../../out' })),
  ),
  zipCase('two entries that share their bytes', 'bad-data', (all) =>
    all.map((entry, at) => (at === 3 ? { ...entry, offset: 0 } : entry)),
  ),
  zipCase(
    'an entry that lies within another',
    'bad-data',
    one(3, () => ({ offset: 40 })),
  ),
  zipCase('all entries at the same place', 'bad-data', (all) => all.map((entry) => ({ ...entry, offset: 0 }))),
  zipCase('an entry that lies in the table', 'bad-data', (all) => {
    const whole = rawZip(all);
    return rawZip(all.map((entry, at) => (at === 2 ? { ...entry, offset: whole.length - 60 } : entry)));
  }),

  zipCase(
    'an entry said to be encrypted',
    'bad-data',
    one(2, () => ({ flags: 1 })),
  ),
  zipCase(
    'an entry said to be strongly encrypted',
    'bad-data',
    one(2, () => ({ flags: 0x41 })),
  ),
  ...[1, 6, 9, 12, 14, 93, 95, 99, 0xffff].map((method) =>
    zipCase(
      `an entry said to be packed by method ${method}`,
      'bad-data',
      one(2, () => ({ method })),
    ),
  ),
  zipCase(
    'a deflated entry',
    'bad-data',
    one(2, ({ content }) => {
      const packed = deflateRawSync(content);
      return { content: packed, method: 8, packed: packed.length, size: content.length };
    }),
  ),
  zipCase(
    'a bomb: a megabyte of zeros for a gigabyte',
    'bad-data',
    one(2, () => {
      const packed = deflateRawSync(Buffer.alloc(16 << 20));
      return { content: packed, method: 8, packed: packed.length, size: 1 << 30 };
    }),
  ),
  zipCase('a deflated manifest', 'bad-data', (all) =>
    all.map((entry, at) =>
      at === 0 ? { ...entry, content: deflateRawSync(entry.content), method: 8, size: entry.content.length } : entry,
    ),
  ),
  zipCase(
    'a data descriptor',
    ['bad-data', 'opens'],
    one(2, ({ content }) => {
      const descriptor = Buffer.alloc(16);
      descriptor.writeUInt32LE(0x08074b50, 0);
      descriptor.writeUInt32LE(content.length, 8);
      descriptor.writeUInt32LE(content.length, 12);
      return { flags: 8, descriptor, localSize: 0, localCrc: 0 };
    }),
  ),
  zipCase(
    'a data descriptor that lies',
    ['bad-data', 'opens'],
    one(2, () => ({ flags: 8, descriptor: Buffer.alloc(16, 0xff) })),
  ),
  zipCase(
    'an unknown flag',
    ['bad-data', 'opens'],
    one(2, () => ({ flags: 0x2000 })),
  ),
  zipCase(
    'an entry on another disk',
    ['bad-data', 'opens'],
    one(2, () => ({ disk: 7 })),
  ),
  zipCase('an end on another disk', 'bad-data', (all) => all, { disk: 7 }),
  zipCase(
    'an entry that is a symbolic link',
    ['bad-data', 'opens'],
    one(2, () => ({ attributes: 0o120777 << 16 })),
  ),
  zipCase(
    'an entry that is a device',
    ['bad-data', 'opens'],
    one(2, () => ({ attributes: 0o060777 << 16 })),
  ),
  zipCase(
    'an entry that may be run by everybody, as root',
    ['bad-data', 'opens'],
    one(2, () => ({ attributes: 0o106777 << 16 })),
  ),

  zipCase('a comment', ['bad-data', 'opens'], (all) => all, { comment: Buffer.from('hello') }),
  zipCase('a comment of 65,535 bytes', ['bad-data', 'opens'], (all) => all, { comment: Buffer.alloc(65_535, 'c') }),
  zipCase('a comment that holds an end of its own', ['bad-data', 'opens'], (all) => all, {
    comment: Buffer.concat([Buffer.from([0x50, 0x4b, 5, 6]), Buffer.alloc(18)]),
  }),
  zipCase('a comment shorter than said', 'bad-data', (all) => all, { saidComment: 40 }),
  zipCase('a comment longer than said', ['bad-data', 'opens'], (all) => all, {
    comment: Buffer.from('hello'),
    saidComment: 2,
  }),
  zipCase('a whole bundle within the comment', ['bad-data', 'opens'], (all) => all, {
    comment: zipOf({ 'manifest.json': Buffer.from('{}') }),
  }),
  zipCase(
    'a comment on an entry',
    ['bad-data', 'opens'],
    one(2, () => ({ comment: Buffer.alloc(60_000, 'c') })),
  ),

  zipCase('a zip64 record that is right', ['bad-data', 'opens'], (all) => all, zip64End({})),
  zipCase('a zip64 record with 2^63 entries', 'bad-data', (all) => all, zip64End({ entries: HUGE })),
  zipCase('a zip64 record with a table of 2^63 bytes', ['bad-data', 'opens'], (all) => all, zip64End({ size: HUGE })),
  zipCase('a zip64 record with a table at 2^63', 'bad-data', (all) => all, zip64End({ offset: HUGE })),
  zipCase('a zip64 record said to lie at 2^63', 'bad-data', (all) => all, zip64End({ record: HUGE })),
  zipCase('a zip64 record said to lie behind the end', 'bad-data', (all) => all, zip64End({ record: 10_000_000n })),
  zipCase(
    'zip64 sizes of 2^63 on an entry',
    'bad-data',
    one(2, () => {
      const extra = Buffer.alloc(28);
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      for (const at of [4, 12, 20]) extra.writeBigUInt64LE(HUGE, at);
      return { extra, size: 0xffffffff, packed: 0xffffffff, offset: 0xffffffff };
    }),
  ),
  zipCase(
    'a zip64 field cut short',
    'bad-data',
    one(2, () => ({ extra: Buffer.from([1, 0, 24, 0, 1]), size: 0xffffffff })),
  ),
  zipCase(
    'an extra field longer than there is',
    ['bad-data', 'opens'],
    one(2, () => ({ extra: Buffer.from([9, 9, 255, 255]) })),
  ),
  zipCase(
    'a Unicode name in an extra field',
    ['bad-data', 'opens'],
    one(2, () => {
      const other = Buffer.from('../../evil');
      const extra = Buffer.alloc(9 + other.length);
      extra.writeUInt16LE(0x7075, 0);
      extra.writeUInt16LE(5 + other.length, 2);
      extra[4] = 1;
      other.copy(extra, 9);
      return { extra };
    }),
  ),

  strangerCase('/etc/passwd', '/etc/passwd'),
  strangerCase('../outside/victim.txt', '../outside/victim.txt'),
  strangerCase('dataset/../../../outside/victim.txt', 'dataset/../../../outside/victim.txt'),
  strangerCase('of backslashes', '..\\..\\outside\\victim.txt'),
  strangerCase('of a drive', 'C:\\Windows\\win.ini'),
  strangerCase('of a UNC path', '\\\\attacker\\share\\file'),
  strangerCase('dataset\\events.parquet', 'dataset\\events.parquet'),
  strangerCase('./run.json', './run.json'),
  strangerCase('dataset//events.parquet', 'dataset//events.parquet'),
  strangerCase('dataset/./events.parquet', 'dataset/./events.parquet'),
  strangerCase('dataset/sub/events.parquet', 'dataset/sub/events.parquet'),
  strangerCase('dataset/.hidden', 'dataset/.hidden'),
  strangerCase('dataset/..', 'dataset/..'),
  strangerCase('dataset/', 'dataset/'),
  strangerCase('dataset', 'dataset'),
  strangerCase('of no letters', ''),
  strangerCase('of a dot', '.'),
  strangerCase('dataset/CON', 'dataset/CON'),
  strangerCase('dataset/nul.parquet', 'dataset/nul.parquet'),
  strangerCase('dataset/COM1.parquet', 'dataset/COM1.parquet'),
  strangerCase('dataset/aux', 'dataset/aux'),
  strangerCase('dataset/trailing. ', 'dataset/trailing. '),
  strangerCase('dataset/trailing.', 'dataset/trailing.'),
  strangerCase('dataset/EVENTS.PARQUET', 'dataset/EVENTS.PARQUET'),
  strangerCase('dataset/Dataset.json', 'dataset/Dataset.json'),
  strangerCase('RUN.JSON', 'RUN.JSON'),
  strangerCase('Manifest.json', 'Manifest.json'),
  strangerCase('opened.json', 'opened.json'),
  strangerCase('heartbeat.1', 'heartbeat.1'),
  strangerCase('stop-requested', 'stop-requested'),
  strangerCase('dataset/scratch', 'dataset/scratch'),
  strangerCase('dataset/evil.duckdb', 'dataset/evil.duckdb'),
  strangerCase('of a stream (events.parquet:evil)', 'dataset/events.parquet:evil'),
  strangerCase('of 300 characters', `dataset/${'a'.repeat(300)}`),
  strangerCase('of 300 Korean characters', `dataset/${'가'.repeat(300)}`),
  strangerCase('of 65,535 characters', `dataset/${'a'.repeat(65_535 - 8)}`),
  strangerCase('with NUL', 'dataset/events.parquet\0.txt'),
  strangerCase('with a right-to-left override', 'dataset/stneve\u202Etxt.parquet'),
  strangerCase('with an escape sequence', 'dataset/\u001B]0;owned\u0007x'),
  strangerCase('with a newline', 'dataset/a\nb.parquet'),
  strangerCase('with quotes and a semicolon', `dataset/a'; COPY b TO 'c`),
  strangerCase('of a pattern', 'dataset/*.parquet'),
  strangerCase('of combining letters', 'dataset/événements.parquet'.normalize('NFD')),
  strangerCase('of bytes that are no UTF-8', Buffer.from([0x64, 0xff, 0xfe, 0x2f])),

  ...(
    [
      ['file names longer than the manifest may be', 1 << 20],
      ['a manifest of 2 MB', 2 << 20],
    ] as const
  ).map(([name, length]) =>
    bundleCase(name, 'bad-data', async () => {
      const parts = withManifest(await bundleParts('popularity', false));
      put(parts, 'manifest.json', 'padding', 'x'.repeat(length));
      return zipOf(parts);
    }),
  ),
  bundleCase('a manifest that says another size of itself', 'bad-data', async () => {
    const [first, ...rest] = await entries();
    return rawZip([{ ...first!, content: json({}), size: first!.content.length }, ...rest]);
  }),
  bundleCase('a bundle with data, whole', 'works', async () => sealed(await bundleParts())),
]);

/** Places that are no regular files. */
const placeCase = (name: string, expected: Expected, make: (folder: string) => Promise<string>): Case => ({
  name: `${name} in the place of a bundle`,
  expected,
  work: async (stage) => openAndUse(stage, await make(stage.given)),
});

testCases([
  placeCase('nothing', 'not-found', async (folder) => path.join(folder, 'nothing')),
  placeCase('a folder', 'usage', async (folder) => folder),
  placeCase('a pipe', 'usage', async (folder) => {
    execFileSync('mkfifo', [path.join(folder, 'pipe')]);
    return path.join(folder, 'pipe');
  }),
  placeCase('/dev/zero', 'usage', async () => '/dev/zero'),
  placeCase('/dev/null', ['usage', 'bad-data'], async () => '/dev/null'),
  placeCase('/proc/self/mem', ['bad-data', 'no-permission', 'usage'], async () => '/proc/self/mem'),
  placeCase('/proc/self/environ', 'bad-data', async () => '/proc/self/environ'),
  placeCase('a link to itself', ['bad-data', 'not-found', 'usage'], async (folder) => {
    await fs.symlink('loop', path.join(folder, 'loop'));
    return path.join(folder, 'loop');
  }),
  placeCase('a link to nothing', 'not-found', async (folder) => {
    await fs.symlink('/nowhere/at/all', path.join(folder, 'dangling'));
    return path.join(folder, 'dangling');
  }),
  placeCase('a link to a pipe', 'usage', async (folder) => {
    execFileSync('mkfifo', [path.join(folder, 'pipe')]);
    await fs.symlink('pipe', path.join(folder, 'link'));
    return path.join(folder, 'link');
  }),
  placeCase('a file behind a file', 'not-found', async (folder) => {
    await fs.writeFile(path.join(folder, 'file'), '');
    return path.join(folder, 'file', 'inner');
  }),
  placeCase('a name of 300 characters', ['not-found', 'usage', 'bad-data'], async (folder) =>
    path.join(folder, 'n'.repeat(300)),
  ),
  placeCase('a name with NUL', ['usage', 'not-found', 'bad-data'], async (folder) => path.join(folder, 'a\0b')),
  placeCase('a link to a bundle', 'works', async (folder) => {
    await fs.writeFile(path.join(folder, 'real'), await sealed(await bundleParts()));
    await fs.symlink('real', path.join(folder, 'link'));
    return path.join(folder, 'link');
  }),
  placeCase('a bundle under a hostile name', 'works', async (folder) => {
    const name = `-x=1; a*b [c] ' " 가 \n 😀.shelfwise`;
    await fs.writeFile(path.join(folder, name), await sealed(await bundleParts()));
    return path.join(folder, name);
  }),
]);
