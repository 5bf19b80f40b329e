/** `outcome` on the command line: a table for a person, an object for a program, and reasons. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkspace } from '../../../engine/storage/workspace';
import { finishedRun } from '../../../../tests/support/finished-run';
import { makeSmallFolder, type SmallFolder } from '../../../../tests/support/small-folder';
import { commandLineHere } from '../../../../tests/support/command-line-here';

let line: Awaited<ReturnType<typeof commandLineHere>>;
let small: SmallFolder;
beforeAll(async () => {
  line = await commandLineHere();
  small = await makeSmallFolder({ profiles: 12, items: 30, eventsPerProfile: 15 });
});
afterAll(async () => {
  await small.remove();
  await line.remove();
});

const numbers = (from: number, count: number): string[] => Array.from({ length: count }, (_, at) => String(from + at));

it('says what is missing, and how the export did once the next folder was added', async () => {
  expect((await line.run('outcome')).out).toContain('Nothing was exported yet.');
  const dataset = (await line.run(`import ${small.folder} --json`)).json();
  const workspace = await openWorkspace(path.join(line.folder, 'workspace'));
  const [profiles, items] = [numbers(1, 12), numbers(101, 30)];
  const { record } = await finishedRun({ workspace, dataset, profiles, items });
  await line.run(`export --run ${record.runId} --out ${path.join(line.folder, 'lists.csv')}`);
  const none = await line.run(`outcome ${record.runId}`);
  expect([none.status, none.out]).toEqual([0, expect.stringContaining(`${record.runId}: No data set here holds`)]);
  expect(none.out).not.toContain('pseudonyms');

  const [header] = (await fs.readFile(path.join(small.folder, 'history_data.csv'), 'utf8')).split('\n');
  // Profiles watched titles of their own half; now each watches one of the other.
  const rows = profiles.map((profile, at) => `${profile},1,20260501120000,IFSUC0001,${items[19 + (at % 2)]},0,N,N`);
  const next = path.join(line.folder, 'may');
  await fs.mkdir(next);
  await fs.writeFile(path.join(next, 'history_data.csv'), [header, ...rows, ''].join('\n'));
  await line.run(`import --add ${next}`);

  const { outcomes } = (await line.run(`outcome --json`)).json();
  expect(outcomes).toMatchObject([
    {
      runId: record.runId,
      problem: null,
      profiles: { exported: 12, judged: 12, withoutNew: 0, unknown: 0, forgotten: 0 },
      viewings: { all: 12, listed: 12, late: 0 },
    },
  ]);
  const told = await line.run(`outcome ${record.runId}`);
  expect(told.status).toBe(0);
  expect(told.out).toMatch(/2026-05-01 to 2026-05-01\s+12\s+1\.0000/);
  expect(told.out).toContain('12 exported: 12 with new viewings, 0 without, 0 not in the newer data, 0');
  expect(told.out).toMatch(/sex F\s+6\s+1\.0000/);
  await line.run(`profiles --data ${dataset.fingerprint} --where sex=F --keep girls`);
  const ofGirls = await line.run(`outcome ${record.runId} --segment girls`);
  expect(ofGirls.out).toContain('6 exported: 6 with new viewings, 0 without');
  expect(ofGirls.out).not.toContain('sex M');
  const alone = await line.run('outcome --segment girls');
  expect([alone.status, alone.err]).toEqual([2, expect.stringContaining('outcome RUN --segment NAME')]);
  const wrong = await line.run(`outcome --rules rules.json`);
  expect([wrong.status, wrong.err]).toEqual([2, expect.stringContaining('--rules goes with a model')]);
});
