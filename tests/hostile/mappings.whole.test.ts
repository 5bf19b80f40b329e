/** Mappings of every wrong shape, of missing columns and files, and in files that are no mappings. */
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { readJsonFile } from '../../src/cli/data';
import type { Mapping } from '../../src/shared/contract/dataset';
import { mappingSchema } from '../../src/shared/contract/dataset';
import { ShelfwiseError } from '../../src/shared/errors';
import { LONGEST_PATH } from '../../src/shared/limits';
import { type Case, type Expected, setStage, testCases } from './support/cases';
import type { Stage } from './support/stage';
import { clientOf, importAndUse } from './support/use';

setStage();

const VIEWS = [
  'user,item,when,stars',
  ...Array.from({ length: 30 }, (_, at) => `u${at % 5},i${at % 9},2026-03-0${1 + (at % 9)},${at}`),
];
const USERS = ['id,age,likes', 'u0,3,a|b', 'u1,4,', 'u2,5,c'];
const ITEMS = ['id,name,genre', 'i0,Robots,Kids', 'i1,"Zoo, again",Kids'];

async function writeFolder(stage: Stage): Promise<string> {
  const folder = path.join(stage.given, 'service');
  await fs.mkdir(folder);
  await fs.writeFile(path.join(folder, 'views.csv'), `${VIEWS.join('\n')}\n`);
  await fs.writeFile(path.join(folder, 'users.csv'), `${USERS.join('\n')}\n`);
  await fs.writeFile(path.join(folder, 'items.csv'), `${ITEMS.join('\n')}\n`);
  return folder;
}

const GOOD = {
  events: { file: 'views.csv', profile: 'user', item: 'item', time: 'when', weight: 'stars' },
  profiles: {
    file: 'users.csv',
    profile: 'id',
    attributes: ['age', { name: 'likes', kind: 'set', columns: ['likes'] }],
  },
  items: { file: 'items.csv', item: 'id', title: 'name', attributes: ['genre'] },
};

/** Like the command: read from a file, checked, then imported. */
async function importBy(stage: Stage, file: string): ReturnType<Case['work']> {
  const folder = await writeFolder(stage);
  const mapping = await readJsonFile(file, 'mapping');
  return importAndUse(stage, folder, mapping as Mapping);
}

const mappingCase = (name: string, expected: Expected, mapping: unknown): Case => ({
  name: `a mapping ${name}`,
  expected,
  work: async (stage) => {
    const file = path.join(stage.given, 'mapping.json');
    await fs.writeFile(
      file,
      typeof mapping === 'string' || Buffer.isBuffer(mapping) ? mapping : JSON.stringify(mapping),
    );
    return importBy(stage, file);
  },
});

const events = (change: Record<string, unknown>): object => ({ events: { ...GOOD.events, ...change } });
const profiles = (change: Record<string, unknown>): object => ({ ...GOOD, profiles: { ...GOOD.profiles, ...change } });
const items = (change: Record<string, unknown>): object => ({ ...GOOD, items: { ...GOOD.items, ...change } });

const WRONG: readonly [string, unknown][] = [
  ['null', null],
  ['a number', 7],
  ['a list', []],
  ['an object', {}],
  ['true', true],
  ['an empty text', ''],
];

const shapeCases: Case[] = [
  mappingCase('as it should be', 'works', GOOD),
  ...WRONG.flatMap(([kind, value]) => [
    mappingCase(`that is ${kind}`, 'usage', value === '' ? '""' : JSON.stringify(value)),
    ...['events', 'profiles', 'items'].map((part) =>
      mappingCase(`whose ${part} is ${kind}`, 'usage', { ...GOOD, [part]: value }),
    ),
    ...['file', 'profile', 'item'].map((field) =>
      mappingCase(`whose events.${field} is ${kind}`, ['usage', 'not-found'], events({ [field]: value })),
    ),
    ...['time', 'weight'].map((field) =>
      mappingCase(`whose events.${field} is ${kind}`, 'usage', events({ [field]: value })),
    ),
    mappingCase(
      `whose profiles.attributes are ${kind}`,
      kind === 'a list' ? 'works' : 'usage',
      profiles({ attributes: value }),
    ),
    mappingCase(`with an attribute that is ${kind}`, 'usage', profiles({ attributes: [value] })),
    mappingCase(
      `with columns of an attribute that are ${kind}`,
      'usage',
      profiles({ attributes: [{ name: 'x', kind: 'set', columns: value }] }),
    ),
  ]),
  mappingCase(
    'with an invalid kind',
    'usage',
    profiles({ attributes: [{ name: 'x', kind: 'secret', columns: ['age'] }] }),
  ),
  mappingCase('with a key more', 'usage', { ...GOOD, more: 1 }),
  mappingCase('with a key more in events', 'usage', events({ more: 1 })),
  mappingCase('with labels', 'works', {
    ...GOOD,
    labels: { entries: [{ attribute: 'age', code: '3', label: 'three' }], timeZone: 'Asia/Seoul' },
  }),
  ...WRONG.map(([kind, value]) =>
    mappingCase(`whose labels are ${kind}`, kind === 'an object' ? 'works' : 'usage', { ...GOOD, labels: value }),
  ),
  ...WRONG.map(([kind, value]) =>
    mappingCase(`whose label is ${kind}`, 'usage', {
      ...GOOD,
      labels: { entries: [{ attribute: 'age', code: '3', label: value }] },
    }),
  ),
  mappingCase('whose labels name __proto__ and its kin', 'works', {
    ...GOOD,
    labels: {
      entries: ['__proto__', 'constructor'].map((name) => ({ attribute: name, code: name, label: name })),
      colours: [{ genre: '__proto__', colour: 'red' }],
    },
  }),
  mappingCase('with __proto__', ['usage', 'works'], `{"__proto__": {"events": {}}, ${JSON.stringify(GOOD).slice(1)}`),
  mappingCase('without events', 'usage', { profiles: GOOD.profiles }),
  mappingCase('of no bytes', 'usage', ''),
  mappingCase('cut in the middle', 'usage', JSON.stringify(GOOD).slice(0, 60)),
  mappingCase('with a byte order mark', 'works', `\uFEFF${JSON.stringify(GOOD)}`),
  mappingCase('in UTF-16', 'usage', Buffer.from(JSON.stringify(GOOD), 'utf16le')),
  mappingCase('of 100,000 lists in one another', 'usage', '['.repeat(100_000) + ']'.repeat(100_000)),
  mappingCase('with NUL behind it', 'usage', `${JSON.stringify(GOOD)}\0`),
  mappingCase('with lone surrogates', ['bad-data', 'usage', 'works'], events({ profile: '\ud800' })),
];

const COLUMN_NAMES = [
  'nobody',
  '0',
  '1',
  '5',
  '-1',
  '99999999999999999999',
  '*',
  '"',
  "'",
  'user"; DROP TABLE x; --',
  '__proto__',
  'constructor',
  'toString',
  '\0',
  '\u202E',
  'c0',
  'x'.repeat(100_000),
];

const columnCases: Case[] = COLUMN_NAMES.flatMap((name) => {
  const shown = JSON.stringify(name.slice(0, 30));
  const refused = name.length > LONGEST_PATH ? 'usage' : 'bad-data';
  return [
    mappingCase(`with the profile in a column ${shown}`, refused, events({ profile: name })),
    mappingCase(`with the time in a column ${shown}`, refused, events({ time: name })),
    mappingCase(`with the title in a column ${shown}`, refused, items({ title: name })),
    mappingCase(`with an attribute in a column ${shown}`, ['bad-data', 'usage'], profiles({ attributes: [name] })),
    mappingCase(
      `with an attribute called ${shown}`,
      ['works', 'usage', 'bad-data'],
      profiles({ attributes: [{ name, kind: 'categorical', columns: ['age'] }] }),
    ),
  ];
});

const FILES = [
  'nobody.csv',
  '../outside/victim.txt',
  '/etc/passwd',
  '/dev/zero',
  './views.csv',
  'views.csv/',
  '..',
  '.',
  '\0',
  '*.csv',
  'views.csv\u202E',
  'C:\\Windows\\win.ini',
  '\\\\attacker\\share\\views.csv',
  'https://attacker.example/views.csv',
  'x'.repeat(5000),
  `${'*'.repeat(4000)}x`,
  '__proto__',
  'constructor',
];

const fileCases: Case[] = FILES.flatMap((file) => {
  const shown = JSON.stringify(file.slice(0, 40));
  return [
    mappingCase(`of events in ${shown}`, ['not-found', 'usage', 'bad-data'], events({ file })),
    mappingCase(`of items in ${shown}`, ['not-found', 'usage', 'bad-data'], items({ file })),
  ];
});

const manyAttributes = (count: number): object[] =>
  Array.from({ length: count }, (_, at) => ({ name: `a${at}`, kind: 'categorical', columns: ['age'] }));

const doubleCases: Case[] = [
  mappingCase('with 500 attributes of one column', 'usage', profiles({ attributes: manyAttributes(500) })),
  mappingCase('with 100 attributes of one column', 'works', profiles({ attributes: manyAttributes(100) })),
  mappingCase(
    'with one column for everything',
    ['works', 'bad-data'],
    events({ profile: 'user', item: 'user', time: 'user', weight: 'user' }),
  ),
  mappingCase('with one file for everything', ['works', 'bad-data'], {
    events: GOOD.events,
    profiles: { file: 'views.csv', profile: 'user', attributes: ['stars'] },
    items: { file: 'views.csv', item: 'item', attributes: ['stars'] },
  }),
  mappingCase('with one attribute twice', ['works', 'usage', 'bad-data'], profiles({ attributes: ['age', 'age'] })),
  mappingCase(
    'with 2,000 attributes of one column',
    'usage',
    profiles({
      attributes: Array.from({ length: 2000 }, (_, at) => ({ name: `a${at}`, kind: 'categorical', columns: ['age'] })),
    }),
  ),
  mappingCase(
    'with a set over 1,000 times the same column',
    'usage',
    profiles({ attributes: [{ name: 'x', kind: 'set', columns: Array.from({ length: 1000 }, () => 'likes') }] }),
  ),
  mappingCase(
    'of numbers that are words',
    ['works', 'bad-data'],
    profiles({ attributes: [{ name: 'x', kind: 'numeric', columns: ['likes'] }] }),
  ),
];

/** Something else in place of a mapping, read as the command does. */
const placeCase = (name: string, expected: Expected, make: (folder: string) => Promise<string>): Case => ({
  name: `${name} in the place of a mapping`,
  expected,
  work: async (stage) => {
    const file = await make(stage.given);
    const content = await readJsonFile(file, 'mapping');
    if (!mappingSchema.safeParse(content).success) throw new ShelfwiseError('usage', 'This mapping does not fit.');
    return importBy(stage, file);
  },
});

const placeCases: Case[] = [
  placeCase('nothing', 'not-found', async (folder) => path.join(folder, 'nothing.json')),
  placeCase('a folder', 'usage', async (folder) => folder),
  placeCase('a pipe', 'usage', async (folder) => {
    execFileSync('mkfifo', [path.join(folder, 'pipe')]);
    return path.join(folder, 'pipe');
  }),
  placeCase('/dev/zero', 'usage', async () => '/dev/zero'),
  placeCase('/dev/null', 'usage', async () => '/dev/null'),
  placeCase('/proc/self/mem', ['usage', 'bad-data', 'no-permission'], async () => '/proc/self/mem'),
  placeCase('a link to itself', 'bad-data', async (folder) => {
    await fs.symlink('loop', path.join(folder, 'loop'));
    return path.join(folder, 'loop');
  }),
  placeCase('a link to a pipe', 'usage', async (folder) => {
    execFileSync('mkfifo', [path.join(folder, 'pipe')]);
    await fs.symlink('pipe', path.join(folder, 'link'));
    return path.join(folder, 'link');
  }),
  placeCase('a name of 300 characters', ['usage', 'not-found'], async (folder) => path.join(folder, 'n'.repeat(300))),
  placeCase('a file of 200 MB', 'usage', async (folder) => {
    const file = path.join(folder, 'large.json');
    await fs.truncate(file, 200 << 20).catch(() => fs.writeFile(file, '').then(() => fs.truncate(file, 200 << 20)));
    return file;
  }),
];

const proposeCase = (name: string, make: (folder: string) => Promise<void>): Case => ({
  name: `a proposal for ${name}`,
  expected: ['works', 'bad-data', 'usage', 'not-found'],
  work: async (stage) => {
    await make(stage.given);
    await (await clientOf(stage)).datasets.look({ folder: stage.given });
    return [];
  },
});

const proposeCases: Case[] = [
  proposeCase('a folder of nothing', async () => {}),
  proposeCase('an invalid Parquet file', (folder) => fs.writeFile(path.join(folder, 'events.parquet'), 'PAR1xxxxPAR1')),
  proposeCase('a CSV file of bytes of zero', (folder) =>
    fs.writeFile(path.join(folder, 'events.csv'), Buffer.alloc(100_000)),
  ),
  proposeCase('a CSV file of one line of a megabyte', (folder) =>
    fs.writeFile(path.join(folder, 'events.csv'), 'x'.repeat(1 << 20)),
  ),
  proposeCase('a CSV file of quotes', (folder) => fs.writeFile(path.join(folder, 'events.csv'), '"'.repeat(100_001))),
  proposeCase('a CSV file of 20,000 columns', (folder) =>
    fs.writeFile(path.join(folder, 'events.csv'), `${Array.from({ length: 20_000 }, (_, at) => `c${at}`).join(',')}\n`),
  ),
  proposeCase('a pipe that is called like a table', async (folder) => {
    execFileSync('mkfifo', [path.join(folder, 'events.csv')]);
  }),
  proposeCase('a link to /dev/zero that is called like a table', (folder) =>
    fs.symlink('/dev/zero', path.join(folder, 'events.csv')),
  ),
  proposeCase('columns called __proto__', (folder) =>
    fs.writeFile(path.join(folder, 'events.csv'), '__proto__,constructor,toString\n1,2,3\n'),
  ),
];

testCases(shapeCases, columnCases, fileCases, doubleCases, placeCases, proposeCases);
