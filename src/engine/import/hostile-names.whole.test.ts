/** Folders and files may have any name: the result is the same as with a plain name. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFolder } from './import-folder';
import { lookAtFolder } from './propose/look-at-folder';
import { rowIssues } from '../data/row-issues';
import { openSnapshot, verifySnapshot } from '../data/snapshot';
import { wholeRows } from '../data/histories';
import { selectTrainingData } from '../data/selection';
import { loadViewings } from '../data/viewings';
import { encodeConditions } from '../data/conditions';
import { trend } from '../model/baselines/trend';
import { itemKnn } from '../model/baselines/item-knn';
import { loadBackend } from '../model/backend';
import { RandomStreams } from '../model/random';
import { openWorkspace } from '../storage/workspace';
import { DEFAULT_RECIPE } from '../../shared/recipe/schema';
import { writeParquetFile } from '../../../tests/support/raw-duckdb';
import { makeSmallFolder, type SmallFolder } from '../../../tests/support/small-folder';
import { everyNth, triedRuns } from '../../../tests/support/tried';

const { kernels } = await loadBackend();

let source: SmallFolder;
let place: string;
let plain: unknown;
let count = 0;

beforeAll(async () => {
  source = await makeSmallFolder({ everyFile: true, dirt: { duplicates: 1, shortRows: 1 } });
  place = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-names-'));
  plain = await everythingOf('plain', 'plain');
});
afterAll(async () => {
  await source.remove();
  await fs.rm(place, { recursive: true, force: true });
});

/** Fingerprint, data, issues, and the weights and scores of two models: everything that a name might affect. */
async function everythingOf(workspaceName: string, folderName: string): Promise<unknown> {
  const here = path.join(place, String(++count));
  const folder = path.join(here, 'source', folderName);
  await fs.cp(source.folder, folder, { recursive: true });
  const workspace = await openWorkspace(path.join(here, 'workspace', workspaceName));
  try {
    const answer = await importFolder({ workspace, folder });
    const snapshot = await openSnapshot(workspace, answer.fingerprint);
    const selected = await selectTrainingData(snapshot, DEFAULT_RECIPE);
    const data = { ...selected, histories: wholeRows(selected.histories) };
    const { conditions, ...rows } = { histories: data.histories, conditions: encodeConditions(data.profiles).values };
    const fitted = [itemKnn, trend].map(async (definition) => {
      const model = await definition.fit(data, DEFAULT_RECIPE, new RandomStreams(1), kernels, async () => undefined);
      const scored = {
        ...rows,
        conditions: conditions.subarray(
          0,
          (conditions.length / (data.profiles.ids.length + 1)) * data.profiles.ids.length,
        ),
      };
      return { weights: model.tensors(), scores: model.score(scored) };
    });
    const models = await Promise.all(fitted);
    return {
      fingerprint: answer.fingerprint,
      problems: await verifySnapshot(snapshot),
      data: { ...data, events: await data.events.hold() },
      viewings: await loadViewings(snapshot),
      issues: await rowIssues(snapshot, 0, 10),
      models,
    };
  } finally {
    await fs.rm(here, { recursive: true, force: true });
  }
}

const NAMES = [
  'title=Robots',
  'a0=F',
  'year=2024',
  'id=1',
  'profile=7',
  '*',
  '?',
  '[a]',
  '[!a]',
  '**',
  'a*b[x]?',
  "it's",
  '"quoted"',
  "'; COPY (SELECT 1) TO 'x'; --",
  'semi;colon',
  'new\nline',
  'tab\tand space ',
  '어린이 시청 기록',
  '🧸📚',
  '-rf',
  '--map',
  'back\\slash',
  '{a,b}',
  '%20',
  '$HOME',
  '~',
  'x'.repeat(200),
  'history_data.csv',
  'events.parquet',
];

describe('a folder called', () => {
  test.each(everyNth(NAMES, NAMES.length))('%j gives the same data, weights and lists', async (name) => {
    expect(await everythingOf(name, name)).toEqual(plain);
  });

  test('anything gives the same data, weights and lists', async () => {
    const name = fc
      .string({
        unit: fc.constantFrom(...Array.from(`=*?[]!'";,\\-\n\t a0가🧸%{}()$~#&|<>:`)),
        minLength: 1,
        maxLength: 40,
      })
      .filter((one) => !/^\.{1,2}$/.test(one) && !(/\\/.test(one) && /[[*?]/.test(one)));
    await fc.assert(
      fc.asyncProperty(name, name, async (workspaceName, folderName) => {
        expect(await everythingOf(workspaceName, folderName)).toEqual(plain);
      }),
      { numRuns: triedRuns(15), endOnFailure: true },
    );
  }, 300_000);
});

test('a backslash beside a glob character, which DuckDB cannot read, is refused', async () => {
  const name = String.raw`back\slash[x]*`;
  for (const [workspaceName, folderName] of [
    [name, 'plain'],
    ['plain', name],
    [String.raw`a\b`, 'plain[x]'],
  ] as const) {
    const outcome = await everythingOf(workspaceName, folderName).then(
      (found) => (expect(found).toEqual(plain), 'same'),
      (thrown: unknown) => (thrown as { code: string }).code,
    );
    expect(outcome).toBe(workspaceName === name || folderName === name ? 'usage' : 'same');
  }
});

test.each(
  everyNth(
    NAMES.filter((name) => name.length < 200),
    12,
  ),
)('a mapped Parquet file %j is read, also when a mapping is proposed', async (name) => {
  const folder = path.join(place, `parquet-${++count}`, 'title=Robots');
  await fs.mkdir(folder, { recursive: true });
  const file = `${name}.parquet`;
  await writeParquetFile(
    path.join(folder, file),
    `SELECT 'u' || i % 3 AS user_id, 'm' || i % 5 AS movie_id, 'T' || i AS title, 1700000000 + i AS time FROM range(40) r(i)`,
  );
  const workspace = await openWorkspace(path.join(place, `parquet-workspace-${count}`));
  const mapping = { events: { file, profile: 'user_id', item: 'movie_id', time: 'time' } };
  const answer = await importFolder({ workspace, folder, mapping });
  expect(answer).toMatchObject({ profiles: 3, items: 5, interactions: 40 });
  expect((await lookAtFolder(folder)).mapping?.events).toMatchObject({
    file,
    profile: 'user_id',
    item: 'movie_id',
  });
});
