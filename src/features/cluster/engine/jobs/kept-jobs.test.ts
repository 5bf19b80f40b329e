/** Work on a cluster that an earlier version of the program kept, with a recipe of an earlier version. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { earlierRun } from '../../../../../tests/support/window/records';
import { temporaryFolder } from '../../../../../tests/support/finished-run';
import { openWorkspace, type Workspace } from '../../../../engine/storage/workspace';
import { presetRecipe } from '../../../../shared/recipe/presets';
import { RECIPE_VERSION } from '../../../../shared/recipe/table';
import { openPlans } from '../open-plans';
import { JobsAtWork } from './jobs-at-work';
import { keepJob, readJobs, type KeptJob } from './kept-jobs';

const { recipe } = earlierRun();
const DATA = 'a'.repeat(64);
const EARLIER = {
  job: `j${'1'.repeat(16)}`,
  on: 'lab',
  name: 'for the weekend',
  work: { kind: 'unit', request: { kind: 'train', data: DATA, recipe, seed: 1 } },
  startedAt: '2026-11-27T10:00:00.000Z',
  problem: null,
};
const PRESENT: KeptJob = {
  ...EARLIER,
  job: `j${'2'.repeat(16)}`,
  work: { kind: 'unit', request: { kind: 'train', data: DATA, recipe: presetRecipe('popularity'), seed: 1 } },
  startedAt: '2026-11-28T10:00:00.000Z',
};

async function workspaceWith(file: string, name: string, records: object): Promise<Workspace> {
  const workspace = await openWorkspace(await temporaryFolder());
  await fs.mkdir(workspace.plans, { recursive: true });
  await fs.writeFile(
    path.join(workspace.plans, file),
    JSON.stringify({ formatVersion: 1, revision: 1, [name]: records }),
  );
  return workspace;
}
const stored = async (workspace: Workspace, file: string): Promise<Record<string, Record<string, unknown>>> =>
  JSON.parse(await fs.readFile(path.join(workspace.plans, file), 'utf8'));

test('is listed beside present work as what it is, stays as it was written, and goes once it was told', async () => {
  const workspace = await workspaceWith('jobs.json', 'jobs', { [EARLIER.job]: EARLIER });
  await keepJob(workspace, PRESENT);
  expect((await stored(workspace, 'jobs.json'))['jobs']![EARLIER.job]).toEqual(EARLIER);
  const jobs = new JobsAtWork();
  const message = expect.stringMatching(/recipe version \d\. .*commit 11f52d0c .*train with the same settings/);
  expect(await jobs.list(workspace)).toMatchObject([
    {
      job: EARLIER.job,
      name: EARLIER.name,
      state: 'failed',
      work: { request: { recipe: { version: RECIPE_VERSION } } },
    },
    { job: PRESENT.job, state: 'elsewhere' },
  ]);
  expect(await readJobs(workspace)).toMatchObject([{ problem: { code: 'usage', message } }, { problem: null }]);
  await expect(jobs.follow(workspace, EARLIER.job, undefined).next()).rejects.toMatchObject({ code: 'usage', message });
  expect((await readJobs(workspace)).map(({ job }) => job)).toEqual([PRESENT.job]);
});

test('its plan stays for the version that sent it, and hides no plan of this version', async () => {
  const plan = (digit: string, request: object) => ({
    plan: `p${digit.repeat(16)}`,
    cluster: 'lab',
    address: 'http://127.0.0.1:8265',
    attempt: 1,
    startedAt: '2026-11-27T10:00:00.000Z',
    units: [{ id: digit.repeat(64), key: digit.repeat(64), unit: request }],
  });
  const [earlier, present] = [plan('1', EARLIER.work.request), plan('2', PRESENT.work.request)];
  const workspace = await workspaceWith('plans.json', 'plans', { [earlier.plan]: earlier, [present.plan]: present });
  const there = { name: 'lab', address: earlier.address };
  expect((await openPlans(workspace, there)).map((one) => one.plan)).toEqual([present.plan]);
  expect((await stored(workspace, 'plans.json'))['plans']![earlier.plan]).toEqual(earlier);
});
