/** Maps on the command line: the same bytes each time, on every Node. */
import { createHash } from 'node:crypto';
import { cp, readdir, readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MAP_FILES } from '../engine/map-file';
import { csvRows } from '../../../shared/values/csv';
import { testTools } from '../../../../tests/support/test-tools';
import { shelfwise } from '../../../../tests/support/command-line';
import { commandLineHere } from '../../../../tests/support/command-line-here';
import { trainedRun } from '../../../../tests/support/trained-run';

let line: Awaited<ReturnType<typeof commandLineHere>>;
let runId: string;
let mapOf: string;
const { node24 } = testTools();
const written = (name: string): Promise<Buffer> => readFile(path.join(line.folder, name));

beforeAll(async () => {
  line = await commandLineHere();
  const { workspace, record } = await trainedRun();
  await cp(workspace.folder, path.join(line.folder, 'workspace'), { recursive: true });
  runId = record.runId;
  mapOf = `latent-map --run ${runId}`;
});
afterAll(() => line.remove());

it('are not made for a file that must not be written', async () => {
  const refused = await line.run(`${mapOf} --out workspace/map.csv`);
  expect(refused.status).toBe(2);
  expect(refused.err).toMatch(/is in the workspace/);
  expect(await readdir(path.join(line.folder, 'workspace', 'runs', runId))).not.toContain(MAP_FILES.profiles);
});

it('are written as a table or as JSON, the same each time', { tags: ['rare'] }, async () => {
  const first = (await line.run(`${mapOf} --out one.csv --json`)).json();
  expect(first).toMatchObject({ runId, of: 'profiles', parent: null });
  expect(first.sha256).toBe(
    createHash('sha256')
      .update(await written('one.csv'))
      .digest('hex'),
  );
  const [heading, ...rows] = [...csvRows((await written('one.csv')).toString())];
  expect(heading).toEqual(['id', 'x', 'y', 'cluster']);
  expect(rows).toHaveLength(first.points);
  for (const [, x, y] of rows) expect(Math.max(Math.abs(Number(x)), Math.abs(Number(y)))).toBeLessThan(1.1);

  const again = (await line.run(`${mapOf} --parent none --out two.csv --json`)).json();
  expect(again).toMatchObject({ sha256: first.sha256, mapSha256: first.mapSha256 });
  const titles = await line.run(`${mapOf} --of titles --out titles.json`);
  expect(titles.out).toMatch(/begun at +no earlier map/);
  const told = JSON.parse((await written('titles.json')).toString());
  expect(told.points).toHaveLength(told.total);
  expect(told.points[0]).toHaveProperty('title');
  expect((await line.run(`${mapOf} --out map.png`)).status).toBe(2);
});

it.skipIf(node24.path === null)('have the same bytes on Node 24', { tags: ['rare'] }, async () => {
  const here = (await line.run(`${mapOf} --parent none --out here.json --json`)).json();
  const there = await shelfwise(`${mapOf} --parent none --out there.json --json`.split(' '), {
    node: node24.path!,
    folder: line.folder,
    environment: { SHELFWISE_WORKSPACE: path.join(line.folder, 'workspace') },
  });
  expect(there.json()).toMatchObject({ sha256: here.sha256, mapSha256: here.mapSha256 });
});
