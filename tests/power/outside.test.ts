/**
 * Files outside src/engine/storage that change files by Node's own functions, which do not wait until the disk has it. Each says why a power failure
 * does no harm to what it changes; those that only read need no row.
 */
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SOURCES = fileURLToPath(new URL('../../src', import.meta.url));

/** Functions of node:fs that change nothing. `open` and `openSync` do by their flags, which is looked at apart. */
const READING =
  /^(?:access|closeSync|createReadStream|existsSync|l?stat|readFile|readFileSync|readSync|readdir|readdirSync|realpath|statSync|statfs|watch)$/u;

const FILLS = 'Fills a temporary file of the storage, which syncs and renames it.';
const IN_UNFINISHED = 'Takes a file away from a folder that the storage has under a temporary name yet.';
const AGAIN = 'What comes back is of no use to anybody, and is removed by the next training or forgetting.';
const ANSWER =
  'A lock or an answer between programs that run: no program runs after a power failure, and what stays is known to be old.';

const WHY: Readonly<Record<string, string>> = {
  'engine/data/shards/in-use.ts': ANSWER,
  'engine/data/shards/write-shards.ts': IN_UNFINISHED,
  'engine/import/known-import.ts': FILLS,
  'engine/import/read/read-table.ts': IN_UNFINISHED,
  'engine/import/read/rows-table.ts': IN_UNFINISHED,
  'engine/machine/trainers/lock.ts': ANSWER,
  'engine/rules/rule-files.ts': FILLS,
  'engine/runs/certificates.ts': FILLS,
  'engine/runs/store.ts': 'Takes away the empty folder of a run that could not begin; an empty folder is no run.',
  'engine/training/fit/best-model.ts': AGAIN,
  'engine/training/fit/checkpoint.ts': AGAIN,
  'features/bundles/engine/bundled-labels.ts': IN_UNFINISHED,
  'features/bundles/engine/bundled-notes.ts': IN_UNFINISHED,
  'features/bundles/engine/further-run.ts': AGAIN,
  'features/bundles/engine/open-bundle.ts': 'Moves files from one unfinished folder of the storage into another.',
  'features/bundles/engine/zip-write.ts': FILLS,
  'features/cluster/engine/jobs/job-lock.ts': ANSWER,
  'features/cluster/engine/probe.ts': 'A folder of the system for what is temporary.',
  'features/export/engine/exported-again.ts':
    'A file for one comparison, with a name that the storage knows as temporary.',
  'features/forget/engine/replace-data.ts': FILLS,
  'features/report/engine/report.ts': FILLS,
  'features/review/engine/exchange.ts': FILLS,
  'features/review/engine/heads/api.ts': FILLS,
  'features/settings/engine/diagnostics.ts': FILLS,
  'features/settings/engine/everything/remedies.ts': FILLS,
  'host/web/token.ts':
    'Takes away a link or an old token right before the storage writes a new one, or the start fails.',
  'main/setups/updates.ts': 'The mode of a downloaded installer, which somebody starts at once.',
  'main/updates/download.ts': 'Syncs what it downloads before it renames it; a download that is gone is made again.',
};

/** The functions of node:fs by which a file may change something. */
function changesBy(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  const imports = [...code.matchAll(/^import (?!type)([^;]*?) from 'node:fs(?:\/promises)?';$/gmu)];
  const named = imports.flatMap(([, what]) =>
    [...what!.matchAll(/(type )?(\w+)(?: as \w+)?(?=\s*[,}])/gu)].flatMap(([, type, name]) => (type ? [] : [name!])),
  );
  const called = imports.some(([, what]) => what!.startsWith('*'))
    ? [...code.matchAll(/\bfs(?:\.promises)?\.([a-z]\w*)(?:\(((?:[^()]|\([^()]*\))*)\))?/gu)].flatMap(
        ([, name, given]) =>
          name!.startsWith('open') && /^(?:[^,(]|\(.*\))*(?:, 'r')?$/u.test(given ?? ',') ? [] : [name!],
      )
    : [];
  return [...new Set([...named, ...called])].filter((name) => !READING.test(name)).sort();
}

const changing = new Map(
  readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/u.test(file) && !/\.test\.tsx?$/u.test(file) && !file.startsWith('engine/storage/'))
    .map((file) => [file, changesBy(path.join(SOURCES, file))] as const)
    .filter(([, changes]) => changes.length > 0),
);

test('every file outside the storage that changes files by itself says why', () => {
  expect([...changing].filter(([file]) => WHY[file] === undefined)).toEqual([]);
});

test('every reason belongs to a file that does', () => {
  expect(Object.keys(WHY).filter((file) => !changing.has(file))).toEqual([]);
});
