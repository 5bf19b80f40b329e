/** Folders that a user imports: hostile CSV files, names, links, and other things than files. */
import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as net from 'node:net';
import * as path from 'node:path';
import { importFolder } from '../../src/engine/import/import-folder';
import { listDatasets } from '../../src/engine/data/snapshot';
import { openWorkspace } from '../../src/engine/storage/workspace';
import { HISTORY_HEADER, historyRow, META_HEADER, metaRow, PROFILE_HEADER } from '../support/importing';
import { type Case, type Expected, setStage, testCases } from './support/cases';
import type { Stage } from './support/stage';
import { importAndUse } from './support/use';

setStage();

type Content = string | Buffer;

const HISTORY = [
  HISTORY_HEADER,
  ...Array.from({ length: 24 }, (_, at) =>
    historyRow({ profile: `${1 + (at % 3)}`, item: `${101 + (at % 7)}`, time: `202603${10 + at}120000` }),
  ),
];
const GOOD: Record<string, Content> = {
  'history_data.csv': `${HISTORY.join('\n')}\n`,
  'profile_data.csv': `${[PROFILE_HEADER, '1,M,3,P01,,,K01,,', '2,F,5,P02,P03,,K02,,', '3,F,6,,,,,,'].join('\n')}\n`,
  'meta_data.csv': `${[META_HEADER, metaRow('101', 'Robots'), metaRow('102', '"Zoo, again"')].join('\n')}\n`,
};

async function write(folder: string, files: Record<string, Content>): Promise<void> {
  await fs.mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) await fs.writeFile(path.join(folder, name), content);
}

/** The good folder with some of its files changed. */
const filesCase = (name: string, expected: Expected, files: () => Record<string, Content>): Case => ({
  name,
  expected,
  work: async (stage) => {
    const folder = path.join(stage.given, 'theirs');
    await write(folder, { ...GOOD, ...files() });
    return importAndUse(stage, folder);
  },
});

const history = (name: string, expected: Expected, content: () => Content): Case =>
  filesCase(`a history ${name}`, expected, () => ({ 'history_data.csv': content() }));
const rows = (name: string, expected: Expected, ...more: string[]): Case =>
  history(`with ${name}`, expected, () => `${[...HISTORY, ...more].join('\n')}\n`);
const titles = (name: string, expected: Expected, ...more: string[]): Case =>
  filesCase(`titles ${name}`, expected, () => ({
    'meta_data.csv': `${[META_HEADER, ...more.map((title, at) => metaRow(`${101 + at}`, title))].join('\n')}\n`,
  }));

const text = GOOD['history_data.csv'] as string;

const csvCases: Case[] = [
  filesCase('a folder as it should be', 'works', () => ({})),
  history('of no bytes', 'bad-data', () => ''),
  history('of a byte of zero', 'bad-data', () => '\0'),
  history('of 100,000 bytes of zero', 'bad-data', () => Buffer.alloc(100_000)),
  history('of random bytes', 'bad-data', () =>
    Buffer.from(Array.from({ length: 20_000 }, (_, at) => (at * 7919) % 251)),
  ),
  history('in UTF-16, little end first', 'works', () => Buffer.from(`\uFEFF${text}`, 'utf16le')),
  history('in UTF-16, big end first', 'works', () => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()),
  history('in UTF-16 with half a letter at its end', ['works', 'bad-data'], () =>
    Buffer.from(`\uFEFF${text}`, 'utf16le').subarray(0, -1),
  ),
  history('in UTF-32', 'bad-data', () =>
    Buffer.concat([
      Buffer.from([0xff, 0xfe, 0, 0]),
      ...Array.from(text, (letter) => Buffer.from([letter.charCodeAt(0), 0, 0, 0])),
    ]),
  ),
  history('with three byte order marks', ['works', 'bad-data'], () => `\uFEFF\uFEFF\uFEFF${text}`),
  history('with CR alone', 'works', () => text.replaceAll('\n', '\r')),
  history('with mixed line ends', 'works', () => text.replaceAll('\n', '\r\n').replace('\r\n', '\n')),
  history('with no line end at all', 'bad-data', () => text.replaceAll('\n', ',')),
  history('with a line end of Unicode', 'bad-data', () => text.replaceAll('\n', '\u2028')),
  history('gzipped', 'bad-data', () => Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0, 0])),
  history('that is a zip file', 'bad-data', () => Buffer.from('PK\u0003\u0004xxxxxxxxxxxxxxxxxxxxxxxxxxx')),
  history('that is a Parquet file', 'bad-data', () => 'PAR1xxxxxxPAR1'),
  history('with a quote that is never closed', ['works', 'bad-data'], () => text.replace('\n1,', '\n"1,')),
  history('of nothing but quotes', 'bad-data', () => '"'.repeat(99_999)),
  history('with an open quote and 2 MB behind it', ['works', 'bad-data'], () => `${text}"${'x'.repeat(2 << 20)}`),
  history(
    'with an open quote and 2 MB of lines behind it',
    ['works', 'bad-data'],
    () => `${text}"${'x\n'.repeat(200_000)}`,
  ),
  history('with a field of 2 MB', ['works', 'bad-data'], () => `${text}${'9'.repeat(2 << 20)},1\n`),
  history('with a quoted field of 2 MB', ['works', 'bad-data'], () => `${text}"${'9'.repeat(2 << 20)}",1\n`),
  history('with a header of 2 MB', 'bad-data', () => 'h'.repeat(2 << 20)),
  ...(
    [
      [200, 'works'],
      [1_000, 'works'],
      [2_000, 'bad-data'],
      [10_000, 'bad-data'],
    ] as const
  ).map(([columns, expected]) =>
    history(`with ${columns} further columns`, expected, () =>
      text
        .split('\n')
        .filter(Boolean)
        .map(
          (line, at) =>
            line + Array.from({ length: columns }, (_, column) => (at === 0 ? `,c${column}` : ',1')).join(''),
        )
        .join('\n'),
    ),
  ),
  history('with 10,000 columns more than its header', ['works', 'bad-data'], () => `${text}1,${','.repeat(10_000)}\n`),
  history('of 200,000 empty lines', 'works', () => text + '\n'.repeat(200_000)),
  history('of 20,000 lines of one comma', ['works', 'bad-data'], () => text + ',\n'.repeat(20_000)),
  history('with a further column called by SQL', 'works', () =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line, at) => `${line},${at === 0 ? `"x"" FROM y; COPY (SELECT 1) TO 'a'; --"` : '1'}`)
      .join('\n'),
  ),
  history('with a further column called __proto__', 'works', () =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line, at) => `${line},${at === 0 ? '__proto__' : '1'}`)
      .join('\n'),
  ),
  history('with columns that steer a terminal', ['works', 'bad-data'], () =>
    text.replace('payment', '\u001B]0;owned\u0007payment'),
  ),
  history('with a column twice', 'bad-data', () => text.replace('payment', 'album_id')),
  history('with columns that are empty', ['works', 'bad-data'], () =>
    text.replace('payment', '').replace('short_trailer', ''),
  ),
  history('parted by semicolons', 'works', () => text.replaceAll(',', ';')),
  history('parted by NUL', 'bad-data', () => text.replaceAll(',', '\0')),
  rows('bytes of zero in a field', 'works', '1,1,20260301120000,X,10\u00001,0,N,N'),
  rows(
    'an id like __proto__',
    'works',
    historyRow({ profile: '__proto__', item: 'constructor' }),
    historyRow({ profile: 'toString', item: 'hasOwnProperty' }),
  ),
  rows('an id of SQL', 'works', historyRow({ profile: `'; DROP TABLE x; --` })),
  rows('ids that steer a terminal', 'works', historyRow({ profile: '\u001B[2J\u202E' })),
  rows('ids of a formula', 'works', historyRow({ profile: "=cmd|'/c calc'!A1", item: '@SUM(1)' })),
  rows('an id of a megabyte', ['works', 'bad-data'], historyRow({ profile: 'x'.repeat(1 << 20) })),
  rows('ids with unit separators', 'works', historyRow({ profile: 'a\u001Fb', item: '3\u001Fx' })),
  rows('ids that are numbers of 400 digits', 'works', historyRow({ profile: '9'.repeat(400) })),
  rows('ids of 1e308', 'works', historyRow({ profile: '1e308', item: '-0' })),
  rows(
    'ids that only their normal form tells apart',
    'works',
    historyRow({ profile: 'é' }),
    historyRow({ profile: 'e\u0301' }),
  ),
  rows('a time of the year 9999', 'works', historyRow({ time: '99991231235959' })),
  rows('a time of 400 digits', 'works', historyRow({ time: '2'.repeat(400) })),
  rows('a time that is negative', 'works', historyRow({ time: '-20260301120000' })),
  rows('seconds of 99', 'works', historyRow({ time: '20260301120099' })),
  rows('bytes that are no UTF-8', 'works', historyRow({ profile: '\uFFFD\uFFFD' })),
  titles('that a spreadsheet runs', 'works', `"=cmd|'/c calc'!A1"`, '+1', '-1', '@SUM(A1)', '"\t=1"', '"\r=1"'),
  titles('that steer a terminal', 'works', '\u001B]0;owned\u0007', '\u001B[31mred', '\u009B2J'),
  titles('written from right to left', 'works', '\u202Egnp.exe', '\u2066x\u2069'),
  titles('of script', 'works', '<script>alert(1)</script>', '"<img src=x onerror=alert(1)>"'),
  titles('of a megabyte', ['works', 'bad-data'], 't'.repeat(1 << 20)),
  titles(
    'with every control character',
    'works',
    Array.from({ length: 31 }, (_, at) => String.fromCharCode(at + 1))
      .filter((letter) => !'\n\r'.includes(letter))
      .join(''),
  ),
  filesCase('a submission of lists that run', ['works', 'bad-data'], () => ({
    'sample_submission.csv': 'profile_id,predicted_list\n1,"=1+1"\n2,"[101"\n3,x\n',
  })),
  filesCase('a submission of unknown profiles', ['works', 'bad-data'], () => ({
    'sample_submission.csv': 'profile_id,predicted_list\n__proto__,"[]"\n\0,"[]"\n',
  })),
  filesCase('keywords without end', ['works', 'bad-data'], () => ({
    'meta_data_plus.csv': `album_id,keyword_type,keyword_name,keyword_value\n101,${'k'.repeat(1 << 20)},x,1e400\n`,
  })),
  filesCase('watch times that are no numbers', 'works', () => ({
    'watch_e_data.csv':
      'profile_id,ss_id,log_time,act_target_dtl,album_id,watch_time,total_time,continuous_play\n1,1,20260310120000,X,101,inf,nan,N\n1,1,20260310120001,X,101,1e400,-1,N\n1,1,20260310120002,X,101,5,0,N\n',
  })),
];

/** Trees that are no plain folders. */
const treeCase = (
  name: string,
  expected: Expected,
  make: (folder: string, outside: string) => Promise<unknown>,
): Case => ({
  name: `a folder with ${name}`,
  expected,
  work: async (stage) => {
    const folder = path.join(stage.given, 'theirs');
    await write(folder, GOOD);
    await make(folder, stage.outside);
    return importAndUse(stage, folder);
  },
});

const pipe = (file: string): void => void execFileSync('mkfifo', [file]);

async function socket(file: string): Promise<void> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(file, resolve));
  // Closing it removes its name: another one keeps it.
  await fs.link(file, `${file}.kept`);
  await new Promise((resolve) => server.close(resolve));
  await fs.rename(`${file}.kept`, file);
}

const instead =
  (name: string, make: (file: string, outside: string) => Promise<unknown> | void) =>
  async (folder: string, outside: string): Promise<void> => {
    await fs.rm(path.join(folder, name));
    await make(path.join(folder, name), outside);
  };

const treeCases: Case[] = [
  treeCase(
    'a history that is a folder',
    'bad-data',
    instead('history_data.csv', (file) => fs.mkdir(file)),
  ),
  treeCase('a history that is a pipe', 'bad-data', instead('history_data.csv', pipe)),
  treeCase('a history that is a socket', 'bad-data', instead('history_data.csv', socket)),
  treeCase(
    'a history that is /dev/zero',
    'bad-data',
    instead('history_data.csv', (file) => fs.symlink('/dev/zero', file)),
  ),
  treeCase(
    'a history that is /dev/null',
    'bad-data',
    instead('history_data.csv', (file) => fs.symlink('/dev/null', file)),
  ),
  treeCase(
    'a history that is a link to itself',
    ['bad-data', 'not-found'],
    instead('history_data.csv', (file) => fs.symlink('history_data.csv', file)),
  ),
  treeCase(
    'a history that is a link to nothing',
    ['bad-data', 'not-found'],
    instead('history_data.csv', (file) => fs.symlink('/nowhere', file)),
  ),
  treeCase(
    'a history that is a link to a folder',
    'bad-data',
    instead('history_data.csv', (file, outside) => fs.symlink(outside, file)),
  ),
  treeCase(
    'a history that is a link to a file of the user',
    'bad-data',
    instead('history_data.csv', (file, outside) => fs.symlink(path.join(outside, 'victim.txt'), file)),
  ),
  treeCase(
    'a history that is a link to itself over a folder',
    ['bad-data', 'not-found'],
    instead('history_data.csv', (file) => fs.symlink('../theirs/history_data.csv', file)),
  ),
  treeCase(
    'a history that lies in /proc',
    ['bad-data', 'no-permission'],
    instead('history_data.csv', (file) => fs.symlink('/proc/self/mem', file)),
  ),
  treeCase('profiles that are a pipe', 'bad-data', instead('profile_data.csv', pipe)),
  treeCase('titles that are a pipe', 'bad-data', instead('meta_data.csv', pipe)),
  treeCase(
    'titles that are /dev/urandom',
    'bad-data',
    instead('meta_data.csv', (file) => fs.symlink('/dev/urandom', file)),
  ),
  treeCase('further pipes that are not read', 'works', async (folder) => pipe(path.join(folder, 'other.csv'))),
  treeCase('further sockets that are not read', 'works', (folder) => socket(path.join(folder, 'other'))),
  treeCase('a folder that leads to itself', 'works', (folder) => fs.symlink('.', path.join(folder, 'again'))),
  treeCase('a link out that is not read', 'works', (folder, outside) => fs.symlink(outside, path.join(folder, 'out'))),
  treeCase('names of 255 bytes', 'works', (folder) => fs.writeFile(path.join(folder, 'n'.repeat(255)), '')),
  treeCase('names that are no UTF-8', 'works', (folder) =>
    fs.writeFile(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0xfe, 0x80])]), 'x'),
  ),
  treeCase('names that steer a terminal', 'works', (folder) =>
    fs.writeFile(path.join(folder, '\u001B]0;owned\u0007.csv'), 'x'),
  ),
  treeCase('names with newlines', 'works', (folder) => fs.writeFile(path.join(folder, 'a\nb.csv'), 'x')),
  treeCase('500 further files', 'works', async (folder) => {
    for (let at = 0; at < 500; at++) await fs.writeFile(path.join(folder, `more-${at}.csv`), '');
  }),
  treeCase('twins that differ in case', 'bad-data', (folder) =>
    fs.writeFile(path.join(folder, 'HISTORY_DATA.CSV'), GOOD['history_data.csv']!),
  ),
  treeCase('a history in capital letters', 'works', (folder) =>
    fs.rename(path.join(folder, 'history_data.csv'), path.join(folder, 'HISTORY_DATA.CSV')),
  ),
  treeCase('files of SQLite and DuckDB', 'works', async (folder) => {
    await fs.writeFile(path.join(folder, 'x.duckdb'), 'DUCK');
    await fs.writeFile(path.join(folder, '.duckdbrc'), '.shell rm -rf /');
  }),
];

/** Folder names with a meaning for code that treats them as more than names. */
const NAMES = [
  'title=Robots',
  'a0=F',
  'year=2024',
  'profile=7',
  '*',
  '?',
  '[a]',
  'a*b?c[d]',
  "it's",
  '"quoted"',
  'semi;colon',
  'new\nline',
  '한글 폴더',
  '😀',
  'n'.repeat(200),
  '-rf',
  '$HOME',
  '%PATH%',
  '`id`',
  '..hidden',
  'a\\b',
  'tab\there',
  '{a,b}',
  '~',
  'null',
  'file:',
  'x.csv',
  's3:',
];

const nameCases: Case[] = NAMES.map((name) => ({
  name: `a folder called ${JSON.stringify(name.slice(0, 30))}, and one of that name within it`,
  expected: 'works',
  work: async (stage) => {
    const folder = path.join(stage.given, name, name);
    await write(folder, GOOD);
    const refused = await importAndUse(stage, folder);
    const [dataset] = await listDatasets(stage.workspace);
    assert.equal(dataset?.fingerprint, await plainFingerprint(stage), 'The name of a folder changed its data');
    return refused;
  },
}));

let plain: Promise<string> | null = null;

/** The fingerprint of the same files in a folder with a plain name. */
function plainFingerprint(stage: Stage): Promise<string> {
  plain ??= (async () => {
    const folder = path.join(stage.root, 'plain');
    await write(folder, GOOD);
    const workspace = await openWorkspace(path.join(stage.root, 'plain-workspace'));
    return (await importFolder({ workspace, folder })).fingerprint;
  })();
  return plain;
}

/** Something else in place of a folder. */
const placeCase = (name: string, expected: Expected, make: (folder: string) => Promise<string>): Case => ({
  name: `${name} in the place of a folder`,
  expected,
  work: async (stage) => importAndUse(stage, await make(stage.given)),
});

const placeCases: Case[] = [
  placeCase('nothing', 'not-found', async (folder) => path.join(folder, 'nothing')),
  placeCase('a file', 'bad-data', async (folder) => {
    await fs.writeFile(path.join(folder, 'file'), '');
    return path.join(folder, 'file');
  }),
  placeCase('a pipe', 'bad-data', async (folder) => {
    pipe(path.join(folder, 'pipe'));
    return path.join(folder, 'pipe');
  }),
  placeCase('a link to itself', ['bad-data', 'not-found', 'usage'], async (folder) => {
    await fs.symlink('loop', path.join(folder, 'loop'));
    return path.join(folder, 'loop');
  }),
  placeCase('a name of 300 characters', ['bad-data', 'not-found', 'usage'], async (folder) =>
    path.join(folder, 'n'.repeat(300)),
  ),
  placeCase('a path of 5,000 characters', ['bad-data', 'not-found', 'usage'], async (folder) =>
    path.join(folder, 'abc/'.repeat(1250)),
  ),
  placeCase('a name with NUL', ['bad-data', 'not-found', 'usage'], async (folder) => `${folder}/a\0b`),
  placeCase('/dev', 'bad-data', async () => '/dev'),
  placeCase('/proc/self', 'bad-data', async () => '/proc/self'),
  placeCase('a link to a folder', 'works', async (folder) => {
    await write(path.join(folder, 'real'), GOOD);
    await fs.symlink('real', path.join(folder, 'link'));
    return path.join(folder, 'link');
  }),
];

testCases(csvCases, treeCases, nameCases, placeCases);
