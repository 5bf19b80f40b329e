/** The records of a bundle: invalid JSON, forbidden contents, and paths in place of names; every hash is right. */
import { bundleParts, type Parts } from './support/originals';
import { bundleCase, type Case, type Expected, setStage, testCases } from './support/cases';
import { nested, partsCase } from './support/parts-case';
import { zipOf } from './support/raw-zip';
import { json, put, sealed, sha256, withManifest } from './support/seal';

setStage();

const JSON_FILES = ['manifest.json', 'run.json', 'recipe.json', 'vocabulary.json', 'dataset/dataset.json'] as const;
type JsonFile = (typeof JSON_FILES)[number];

/** The manifest as the case made it, not resealed. */
const manifestCase = (name: string, expected: Expected, edit: (parts: Parts) => void): Case =>
  bundleCase(name, expected, async () => {
    const parts = withManifest(await bundleParts());
    edit(parts);
    return zipOf(parts);
  });

/** Another text in place of a JSON file. Only the manifest seals run.json and dataset.json. */
const replaced = (file: JsonFile, name: string, expected: Expected, edit: (text: string) => Buffer | string): Case =>
  bundleCase(`${file}: ${name}`, expected, async () => {
    const parts = withManifest(await bundleParts());
    parts[file] = Buffer.from(edit(parts[file]!.toString()) as string);
    if (file === 'manifest.json') return zipOf(parts);
    return sealed(parts, { records: file === 'recipe.json' || file === 'vocabulary.json', fingerprint: false });
  });

/** Changes that any JSON file can have. */
const textCases = JSON_FILES.flatMap((file): Case[] => [
  replaced(file, 'nothing', 'bad-data', () => ''),
  replaced(file, 'a byte of zero', 'bad-data', () => '\0'),
  replaced(file, 'null', 'bad-data', () => 'null'),
  replaced(file, 'a number', 'bad-data', () => '7'),
  replaced(file, 'a text', 'bad-data', () => '"run"'),
  replaced(file, 'a list', 'bad-data', () => '[]'),
  replaced(file, 'an empty object', 'bad-data', () => '{}'),
  replaced(file, 'its first half', 'bad-data', (text) => text.slice(0, text.length / 2)),
  replaced(file, 'itself twice', 'bad-data', (text) => text + text),
  replaced(file, 'rubbish behind it', 'bad-data', (text) => `${text}x`),
  replaced(file, 'a comment in it', 'bad-data', (text) => `// hello\n${text}`),
  replaced(file, 'a comma too many', 'bad-data', (text) => text.replace(/\}\s*$/, ',}')),
  replaced(file, 'NaN', 'bad-data', () => '{"a": NaN}'),
  replaced(file, 'a byte order mark', ['bad-data', 'works'], (text) => `\uFEFF${text}`),
  replaced(file, 'UTF-16', 'bad-data', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')),
  replaced(file, 'bytes that are no UTF-8', ['bad-data', 'works', 'opens'], (text) =>
    Buffer.concat([Buffer.from(text.slice(0, -2)), Buffer.from(',"\xff\xfe": "\xc3"}', 'latin1')]),
  ),
  replaced(file, '100,000 lists in one another', 'bad-data', () => nested('[', ']', 100_000)),
  replaced(file, '20,000 objects in one another under a key of its own', ['bad-data', 'works', 'opens'], (text) =>
    text.replace(/\}\s*$/, `,"deep":${nested('{"a":', '}', 20_000).replace('{"a":}', '{"a":1}')}}`),
  ),
  replaced(file, '__proto__ with what is wanted', 'bad-data', (text) => `{"__proto__": ${text}}`),
  replaced(file, '__proto__, constructor and toString as further keys', ['bad-data', 'works', 'opens'], (text) =>
    text.replace(/\}\s*$/, ',"__proto__": {"polluted": 1}, "constructor": 1, "toString": 2}'),
  ),
  replaced(file, 'each key twice, the first one wrong', ['bad-data', 'works', 'opens'], (text) =>
    text.replace('{', '{"formatVersion": 99, "runId": "x", "items": 1, "version": 77,'),
  ),
  replaced(file, 'a lone surrogate as a further key', ['bad-data', 'works', 'opens'], (text) =>
    text.replace(/\}\s*$/, ',"\\ud800": "\\udfff"}'),
  ),
  replaced(file, 'a number of 400 digits as a further key', ['bad-data', 'works', 'opens'], (text) =>
    text.replace(/\}\s*$/, `,"more": ${'9'.repeat(400)}}`),
  ),
]);

/** Values of every wrong kind. */
const WRONG: readonly [string, unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a list', []],
  ['an object', {}],
  ['a number', 12.5],
  ['-1', -1],
  ['2^53', 2 ** 53],
  ['1e308', 1e308],
  ['true', true],
  ['an empty text', ''],
];

const RUN_FIELDS: readonly [string, readonly string[]][] = [
  ['formatVersion', ['nothing', 'null', 'a number', '-1', 'true']],
  ['runId', ['nothing', 'null', 'a list', 'a number', 'an empty text']],
  ['status', ['nothing', 'null', 'a number', 'an empty text']],
  ['model', ['nothing', 'a list', 'an empty text']],
  ['seed', ['nothing', 'null', 'a number', '2^53']],
  ['recipe', ['nothing', 'null', 'a list', 'an object']],
  ['dataset', ['nothing', 'null', 'a list', 'an object']],
  ['stages', ['nothing', 'null', 'an object']],
  ['slices', ['nothing', 'a number']],
  ['weightsSha256', ['nothing', 'null', 'a list', 'true']],
  ['listsSha256', ['nothing', 'a list', 'a number']],
  ['files', ['null', 'a list', 'a number', 'true']],
  ['environment', ['nothing', 'a list', 'an object']],
  ['program', ['nothing', 'null', 'a list']],
];

const DATA_FIELDS: readonly [string, readonly string[]][] = [
  ['formatVersion', ['nothing', 'null', 'a number']],
  ['fingerprint', ['nothing', 'null', 'a list', 'an empty text']],
  ['name', ['nothing', 'null', 'a list']],
  ['profiles', ['nothing', 'a number', '-1', '2^53', '1e308']],
  ['items', ['nothing', 'a number', '-1', '2^53', '1e308']],
  ['interactions', ['nothing', 'a number', '-1', '2^53']],
  ['period', ['nothing', 'a list', 'an object']],
  ['mapping', ['a list', 'an object', 'true']],
  ['layout', ['nothing', 'an empty text']],
  ['files', ['nothing', 'null', 'an object']],
  ['findings', ['nothing', 'null']],
  ['profileAttributes', ['nothing', 'null', 'an object']],
  ['itemAttributes', ['nothing', 'null']],
  ['snapshotFiles', ['nothing', 'null', 'a list', 'an object']],
  ['rowIssuesFile', ['null', 'a number', 'an empty text']],
];

const MANIFEST_FIELDS: readonly [string, readonly string[]][] = [
  ['format', ['nothing', 'a number', 'an empty text']],
  ['formatVersion', ['nothing', 'a number', 'null']],
  ['runId', ['nothing', 'null', 'an empty text', 'a list']],
  ['fingerprint', ['nothing', 'null', 'an empty text', 'a number']],
  ['withData', ['nothing', 'null', 'a number', 'an empty text']],
  ['files', ['nothing', 'null', 'a list', 'an object']],
];

function fieldCases(
  file: JsonFile,
  fields: readonly [string, readonly string[]][],
  make: typeof partsCase,
  expected: Expected = 'bad-data',
): Case[] {
  return fields.flatMap(([field, kinds]) =>
    kinds.map((kind) => {
      const value = WRONG.find(([name]) => name === kind)![1];
      return make(`${file}: ${field} is ${kind}`, expected, (parts) => put(parts, file, field, value));
    }),
  );
}

/** Invalid names for our files, wherever a record names one. */
const PATHS = [
  '../../../outside/victim.txt',
  '/etc/passwd',
  '/dev/zero',
  '../../dev/zero',
  '/proc/self/environ',
  '\\\\attacker\\share\\events.parquet',
  'C:\\Windows\\win.ini',
  './events.parquet',
  '../dataset/events.parquet',
  'events.parquet/',
  'events.parquet\0',
  'EVENTS.PARQUET',
  '*.parquet',
  'https://attacker.example/events.parquet',
  '',
  '.',
  '__proto__',
  'run.json',
];

/** The hash of the victim file: even an attacker who guesses it must learn nothing. */
const HASH_OF_VICTIM = sha256('what the user wrote');

const pathCases = PATHS.flatMap((name): Case[] => {
  const shown = JSON.stringify(name);
  return [
    partsCase(`dataset.json: a snapshot file called ${shown}`, 'bad-data', (parts) =>
      put(parts, 'dataset/dataset.json', 'snapshotFiles.0.file', name),
    ),
    partsCase(`dataset.json: a further snapshot file called ${shown}`, 'bad-data', (parts) =>
      put(parts, 'dataset/dataset.json', 'snapshotFiles.5', { file: name, sha256: HASH_OF_VICTIM }),
    ),
    partsCase(`dataset.json: rows with issues in ${shown}`, 'bad-data', (parts) =>
      put(parts, 'dataset/dataset.json', 'rowIssuesFile', name),
    ),
    // Nothing reads a key of that name.
    partsCase(`run.json: a hash for ${shown}`, name === '__proto__' ? ['bad-data', 'works'] : 'bad-data', (parts) =>
      put(parts, 'run.json', ['files', name], HASH_OF_VICTIM),
    ),
    // Data from elsewhere has no folder here, whatever the record says.
    partsCase(`dataset.json: the folder ${shown}`, ['works', 'bad-data'], (parts) =>
      put(parts, 'dataset/dataset.json', 'folder', name),
    ),
  ];
});

const hashCases: Case[] = [
  ['of 63 digits', 'a'.repeat(63)],
  ['of capital letters', 'A'.repeat(64)],
  ['that is a path', '../../../outside'],
  ['of one million digits', 'a'.repeat(1_000_000)],
  ['with a newline', `${'a'.repeat(63)}\n`],
].flatMap(([name, value]): Case[] => [
  manifestCase(`manifest.json: a fingerprint ${name}`, 'bad-data', (parts) =>
    put(parts, 'manifest.json', 'fingerprint', value),
  ),
  partsCase(`both records: a fingerprint ${name}`, 'bad-data', (parts) => {
    put(parts, 'run.json', 'dataset.fingerprint', value);
    put(parts, 'dataset/dataset.json', 'fingerprint', value);
  }),
  partsCase(`run.json: weights with a hash ${name}`, 'bad-data', (parts) => {
    parts['model.safetensors'] = Buffer.alloc(3);
    put(parts, 'run.json', 'weightsSha256', value);
  }),
  manifestCase(`manifest.json: a file with a hash ${name}`, 'bad-data', (parts) =>
    put(parts, 'manifest.json', 'files.0.sha256', value),
  ),
]);

const runIdCases: Case[] = [
  '../escape',
  'r/../../../x',
  'r12345678',
  'r1234567890',
  'R123456789',
  'r12345678\n',
  '.',
  '..',
  'con',
  '__proto__',
  'r日本語日本語日本語',
  'a'.repeat(100_000),
].map((id) =>
  partsCase(`a run called ${JSON.stringify(id.slice(0, 20))}`, 'bad-data', (parts) =>
    put(parts, 'run.json', 'runId', id),
  ),
);

/** Shown as a moment on every screen. */
const momentCases: Case[] = ['', 'x', 'yesterday', '\0', '2026-99-99T99:99:99.999Z', '+275760-09-14T00:00:00Z'].flatMap(
  (moment) => [
    ...['createdAt', 'finishedAt'].map((field) =>
      partsCase(`run.json: ${field} is ${JSON.stringify(moment)}`, 'bad-data', (parts) =>
        put(parts, 'run.json', field, moment),
      ),
    ),
    ...['importedAt', 'period.from', 'period.to'].map((field) =>
      partsCase(`dataset.json: ${field} is ${JSON.stringify(moment)}`, 'bad-data', (parts) =>
        put(parts, 'dataset/dataset.json', field, moment),
      ),
    ),
  ],
);

/** Numbers in the records that match nothing, or everything. */
const valueCases: Case[] = [
  ...[4, 99, 1e9].map((version) =>
    manifestCase(`manifest.json of version ${version}`, 'newer-version', (parts) =>
      put(parts, 'manifest.json', 'formatVersion', version),
    ),
  ),
  ...[2, 99, 1e9].flatMap((version): Case[] => [
    partsCase(`run.json of version ${version}`, 'newer-version', (parts) =>
      put(parts, 'run.json', 'formatVersion', version),
    ),
    partsCase(`dataset.json of version ${version}`, 'newer-version', (parts) =>
      put(parts, 'dataset/dataset.json', 'formatVersion', version),
    ),
    partsCase(`a recipe of version ${version}`, version === 2 ? 'usage' : 'newer-version', (parts) => {
      put(parts, 'run.json', 'recipe.version', version);
      put(parts, 'recipe.json', 'version', version);
    }),
  ]),
  ...(['running', 'crashed', 'stopped'] as const).map((status) =>
    partsCase(`a run that is ${status}`, ['bad-data', 'works', 'opens'], (parts) =>
      put(parts, 'run.json', 'status', status),
    ),
  ),
  ...(
    [
      ['name', '\u001B]0;owned\u0007\u202Etxt'],
      ['name', 'n'.repeat(1_000_000)],
      ['name', '<script>alert(1)</script>'],
      ['seconds', -1e300],
      ['seed', -(2 ** 53) + 1],
      ['seed', 2 ** 53 - 1],
      ['epochs', 2 ** 53 - 1],
      ['parent', '../../..'],
      ['peakMemory', 1e308],
      ['model', 'als'],
      ['model', 'dae'],
      ['recipe.model', 'dae'],
      ['dataset.name', '../../\u0000'],
      ['program.version', '99.0.0'],
      ['listsFrom', 'choose'],
    ] as const
  ).map(([field, value]) =>
    partsCase(`run.json: ${field} is ${JSON.stringify(value).slice(0, 40)}`, ['bad-data', 'works', 'opens'], (parts) =>
      put(parts, 'run.json', field, value),
    ),
  ),
  partsCase('run.json without hashes of files', ['bad-data', 'works', 'opens'], (parts) =>
    put(parts, 'run.json', 'files', undefined),
  ),
  partsCase('run.json with no hash among its files', ['bad-data', 'works', 'opens'], (parts) =>
    put(parts, 'run.json', 'files', {}),
  ),
  partsCase('run.json with 100,000 files', 'bad-data', (parts) =>
    put(
      parts,
      'run.json',
      'files',
      Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`f${at}`, HASH_OF_VICTIM])),
    ),
  ),
  partsCase('a recipe with a knob that is not known', 'newer-version', (parts) => {
    put(parts, 'recipe.json', ['structure.evil'], 1);
    put(parts, 'run.json', ['recipe', 'structure.evil'], 1);
  }),
  partsCase('a recipe with a choice that is not known', 'newer-version', (parts) => {
    put(parts, 'recipe.json', ['structure.activation'], 'evil');
    put(parts, 'run.json', ['recipe', 'structure.activation'], 'evil');
  }),
  partsCase('a recipe beyond its ranges', 'bad-data', (parts) => {
    put(parts, 'recipe.json', ['structure.width'], 1e9);
    put(parts, 'run.json', ['recipe', 'structure.width'], 1e9);
  }),
  partsCase('a recipe that differs from the record', 'bad-data', (parts) =>
    put(parts, 'recipe.json', ['stopping.epochs'], 77),
  ),
  partsCase('a metric that is null', 'bad-data', (parts) => put(parts, 'run.json', 'metrics', { recall: null })),
  partsCase('epochs.jsonl of rubbish', ['bad-data', 'works', 'opens'], (parts) => {
    parts['epochs.jsonl'] = Buffer.from('{"stage": \n\0\n[[[[\n');
  }),
  partsCase('epochs.jsonl of a line of ten million bytes', ['bad-data', 'works', 'opens'], (parts) => {
    parts['epochs.jsonl'] = Buffer.alloc(10_000_000, '[');
  }),
  partsCase('environment flags called __proto__', ['bad-data', 'works', 'opens'], (parts) =>
    put(parts, 'run.json', ['environment', 'flags', '__proto__'], '1'),
  ),
  ...(
    [
      ['profiles', 1],
      ['profiles', 2 ** 40],
      ['items', 0],
      ['items', 2 ** 52],
      ['interactions', 2 ** 52],
      ['submissionProfiles', 2 ** 40],
      ['submissionProfiles', null],
      ['importerVersion', 0],
      ['importerVersion', 99],
      ['importedAt', '9999-12-31T23:59:59.999Z'],
      ['name', 'x'.repeat(100_000)],
      ['name', '\u001B[2J'],
      ['layout', 'mapped'],
      ['period', null],
      ['profileAttributes', []],
      ['itemAttributes', []],
    ] as const
  ).map(([field, value]) =>
    partsCase(
      `dataset.json: ${field} is ${JSON.stringify(value).slice(0, 40)}`,
      ['bad-data', 'works', 'opens'],
      (parts) => put(parts, 'dataset/dataset.json', field, value),
      true,
    ),
  ),
  partsCase(
    'dataset.json: no snapshot file at all',
    'bad-data',
    (parts) => put(parts, 'dataset/dataset.json', 'snapshotFiles', []),
    true,
  ),
  partsCase('dataset.json: one snapshot file twice', 'bad-data', (parts) => {
    const { snapshotFiles } = JSON.parse(parts['dataset/dataset.json']!.toString()) as { snapshotFiles: unknown[] };
    put(parts, 'dataset/dataset.json', 'snapshotFiles', [...snapshotFiles, snapshotFiles[0]]);
  }),
  partsCase(
    'dataset.json: without the events',
    'bad-data',
    (parts) => {
      const { snapshotFiles } = JSON.parse(parts['dataset/dataset.json']!.toString()) as {
        snapshotFiles: { file: string }[];
      };
      put(
        parts,
        'dataset/dataset.json',
        'snapshotFiles',
        snapshotFiles.filter(({ file }) => file !== 'events.parquet'),
      );
      delete parts['dataset/events.parquet'];
    },
    true,
  ),
  ...['__proto__', 'constructor', 'toString', '"; DROP TABLE x; --', '', 'id', 'a'.repeat(100_000)].map((name) =>
    partsCase(
      `dataset.json: an attribute called ${JSON.stringify(name.slice(0, 20))}`,
      ['bad-data', 'works', 'opens'],
      (parts) => put(parts, 'dataset/dataset.json', 'profileAttributes.0.name', name),
      true,
    ),
  ),
  partsCase(
    'dataset.json: 10,000 attributes that the file has not',
    'bad-data',
    (parts) =>
      put(
        parts,
        'dataset/dataset.json',
        'profileAttributes',
        Array.from({ length: 10_000 }, (_, at) => ({ name: `n${at}`, kind: 'numeric', categories: [] })),
      ),
    true,
  ),
  partsCase(
    'dataset.json: an attribute of another kind than its column',
    ['bad-data', 'works', 'opens'],
    (parts) => {
      put(parts, 'dataset/dataset.json', 'profileAttributes.0.kind', 'set');
    },
    true,
  ),
  partsCase(
    'dataset.json: an attribute without its categories',
    ['bad-data', 'works', 'opens'],
    (parts) => {
      put(parts, 'dataset/dataset.json', 'profileAttributes.0.categories', []);
    },
    true,
  ),
];

/** Which parts are there. */
const presenceCases: Case[] = [
  ...[
    'run.json',
    'recipe.json',
    'model.safetensors',
    'vocabulary.json',
    'lists.safetensors',
    'dataset/dataset.json',
    'dataset/events.parquet',
    'dataset/items.parquet',
    'dataset/profiles.parquet',
    'dataset/submission.parquet',
  ].map((file) =>
    partsCase(`without ${file}`, 'bad-data', (parts) => {
      delete parts[file];
    }),
  ),
  partsCase('without test-profiles.safetensors', ['bad-data', 'works', 'opens'], (parts) => {
    delete parts['test-profiles.safetensors'];
  }),
  partsCase('a further table that nothing names', 'bad-data', (parts) => {
    parts['dataset/more.parquet'] = parts['dataset/events.parquet']!;
  }),
  bundleCase('said to be with data, without any', 'bad-data', async () => {
    const parts = await bundleParts('popularity', false);
    put(parts, 'manifest.json', 'withData', true);
    return sealed(parts);
  }),
  bundleCase('said to be without data, with some', 'bad-data', async () => {
    const parts = await bundleParts();
    put(parts, 'manifest.json', 'withData', false);
    return sealed(parts);
  }),
  bundleCase('without data, and yet with its profiles', 'bad-data', async () => {
    const parts = await bundleParts('popularity', false);
    parts['vocabulary.json'] = (await bundleParts())['vocabulary.json']!;
    return sealed(parts);
  }),
  bundleCase('the run of another data set', 'bad-data', async () => {
    const parts = await bundleParts();
    put(parts, 'run.json', 'dataset.fingerprint', 'f'.repeat(64));
    return sealed(parts, { fingerprint: false });
  }),
  bundleCase('an empty object in the place of every record', 'bad-data', async () => {
    const parts = await bundleParts();
    for (const name of Object.keys(parts)) if (name.endsWith('.json')) parts[name] = json({});
    return zipOf(parts);
  }),
];

testCases(
  textCases,
  fieldCases('run.json', RUN_FIELDS, partsCase),
  fieldCases('dataset/dataset.json', DATA_FIELDS, partsCase),
  fieldCases('manifest.json', MANIFEST_FIELDS, manifestCase),
  pathCases,
  hashCases,
  runIdCases,
  momentCases,
  valueCases,
  presenceCases,
);
