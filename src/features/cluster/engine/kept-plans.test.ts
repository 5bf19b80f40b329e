import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { openWorkspace } from '../../../engine/storage/workspace';
import { dropPlan, keepPlan, type KeptPlan, openPlans } from './kept-plans';

const DAY = 24 * 60 * 60 * 1000;
const CLUSTER = { name: 'lab', address: 'http://127.0.0.1:8265' };

const planOf = (digit: string, days: number): KeptPlan => ({
  plan: `p${digit.repeat(16)}`,
  cluster: CLUSTER.name,
  address: CLUSTER.address,
  attempt: 1,
  startedAt: new Date(Date.now() - days * DAY).toISOString(),
  units: [],
});

test('a plan that nobody asked for again for months is forgotten with the next one', async () => {
  const workspace = await openWorkspace(await temporaryFolder());
  for (const plan of [planOf('1', 91), planOf('2', 89)]) await keepPlan(workspace, plan);
  await keepPlan(workspace, planOf('3', 0));
  expect((await openPlans(workspace, CLUSTER)).map(({ plan }) => plan[1])).toEqual(['3', '2']);
});

test('a plan of which another program began a further job stays when the first has all that it asked for', async () => {
  const workspace = await openWorkspace(await temporaryFolder());
  const plan = planOf('1', 0);
  await keepPlan(workspace, plan);
  await keepPlan(workspace, { ...plan, attempt: 2 });
  await dropPlan(workspace, plan);
  expect(await openPlans(workspace, CLUSTER)).toMatchObject([{ attempt: 2 }]);
  await dropPlan(workspace, { ...plan, attempt: 2 });
  expect(await openPlans(workspace, CLUSTER)).toEqual([]);
});
