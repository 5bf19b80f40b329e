import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { openWorkspace } from '../../../engine/storage/workspace';
import { dropPlan, keepPlan, type OpenPlan, openPlans } from './open-plans';

const DAY = 24 * 60 * 60 * 1000;
const CLUSTER = { name: 'lab', address: 'http://127.0.0.1:8265' };

const planOf = (digit: string, days: number): OpenPlan => ({
  plan: `p${digit.repeat(16)}`,
  cluster: CLUSTER.name,
  address: CLUSTER.address,
  attempt: 1,
  startedAt: new Date(Date.now() - days * DAY).toISOString(),
  units: [],
});

test('forgets a plan that was not requested for months when the next one is kept', async () => {
  const workspace = await openWorkspace(await temporaryFolder());
  for (const plan of [planOf('1', 91), planOf('2', 89)]) await keepPlan(workspace, plan);
  await keepPlan(workspace, planOf('3', 0));
  expect((await openPlans(workspace, CLUSTER)).map(({ plan }) => plan[1])).toEqual(['3', '2']);
});

test('keeps a plan of which another program started a further job when the first one is done', async () => {
  const workspace = await openWorkspace(await temporaryFolder());
  const plan = planOf('1', 0);
  await keepPlan(workspace, plan);
  await keepPlan(workspace, { ...plan, attempt: 2 });
  await dropPlan(workspace, plan);
  expect(await openPlans(workspace, CLUSTER)).toMatchObject([{ attempt: 2 }]);
  await dropPlan(workspace, { ...plan, attempt: 2 });
  expect(await openPlans(workspace, CLUSTER)).toEqual([]);
});
