/**
 * Stopping one of several units that were sent to a cluster together leaves the others running.
 *
 * @module-tag rare
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import type { JobRequest } from '../../work-schemas';
import type { RepeatedSeeds } from '../../sweep/contract/seeds';
import { noteStopped, openPlans as keptPlans } from './open-plans';
import { createEngine } from '../../engine';
import { finalValue } from '../../../shared/values/final-value';
import { shelfwise } from '../../../../tests/support/command-line';
import { ClusterWork, planIn, RECIPE } from '../../../../tests/support/cluster-work';
import { printed } from '../../../../tests/support/ray-stand-in';
import { trainersHere } from '../../../../tests/support/trainers-here';

const at = new ClusterWork();
const { made, work, openPlans, answersAtOnce } = at;

const stopsOfJobs = (): string[] => at.ray.requests.filter((asked) => asked.endsWith('/stop'));
const request = () => ({ data: at.data, recipe: RECIPE, seed: 5, seeds: 2 });
const runsHere = async (): Promise<string[]> => (await at.client.runs.list()).map(({ runId }) => runId);

/** Stop requests of each driver: plans in order, and the unit. */
let asked: string[];
let packages: Buffer[];

/** A cluster with a driver that starts the first unit of each job, and stops on request. */
function begins(driver: { stops?: true } = { stops: true }): void {
  at.ray.onSubmit = (job, packed) => {
    packages.push(packed);
    job.log = printed({ event: 'cluster', node: 'a', nodes: 1, cores: 1, ...driver });
    job.log += printed({ event: 'begun', unit: 'u1', node: 'the-node-of-u1-and-more', attempt: 1 });
  };
  at.ray.onStopUnit = (job, unit) => {
    asked.push(`${job.asked.submission_id.at(-1)} ${unit}`);
    job.log += printed({ event: 'stopped', unit });
  };
}

beforeEach(() => {
  asked = [];
  packages = [];
  begins();
});

/** The job that was submitted last finishes this unit, and then all units that are not stopped are done. */
async function comesToItsEnd(unit: string): Promise<void> {
  const job = [...at.ray.jobs.values()].at(-1)!;
  const { plan } = await planIn(packages.at(-1)!);
  job.log += printed(at.doneBy(plan.plan, unit, plan.units.find(({ id }) => id === unit)!.unit));
  job.log += printed({ event: 'end', done: 1, failed: 0, problem: null });
  job.status = 'SUCCEEDED';
}

const submitted = async (jobs = 1): Promise<void> => {
  while (at.ray.jobs.size < jobs) await sleep(10);
};

const seedsThere = async (signal?: AbortSignal): Promise<RepeatedSeeds> =>
  finalValue(await at.client.units.seeds({ ...request(), on: 'lab' }, signal ? { signal } : {}));

test('running and waiting units are listed, and one that has not started is left out alone', async () => {
  const seeds = seedsThere().catch((thrown: unknown) => thrown);
  await submitted();
  const units = await at.client.clusters.units({ name: 'lab' });
  const [first, second] = units;
  expect(units).toMatchObject([
    { kind: 'train', seed: 5, model: 'popularity', run: made.get(5)!.answer.runId, state: 'running' },
    { kind: 'train', seed: 6, run: made.get(6)!.answer.runId, state: 'waiting', node: null },
  ]);
  expect(first!.node).toBe('the-node-of-');
  const { unit } = second!;
  expect(await at.client.clusters.stopUnit({ name: 'lab', unit: unit.slice(0, 6) })).toEqual({
    unit,
    state: 'stopped',
  });
  expect(await at.client.clusters.units({ name: 'lab' })).toMatchObject([{ seed: 5 }]);
  await comesToItsEnd('u1');
  expect(await seeds).toMatchObject({ code: 'stopped' });
  expect([asked, stopsOfJobs(), await openPlans()]).toEqual([['1 u2'], [], 0]);
  expect(await runsHere()).toEqual([made.get(5)!.answer.runId]);
  // Asking for all again starts only the one that was stopped.
  answersAtOnce();
  expect((await seedsThere()).runs.map(({ seed }) => seed)).toEqual([5, 6]);
  expect(at.ray.jobs.size).toBe(2);
});

test('a running one is stopped too; asking again gets it, while the others still run', async () => {
  const seeds = seedsThere().catch((thrown: unknown) => thrown);
  await submitted();
  const [first] = await at.client.clusters.units({ name: 'lab' });
  await at.client.clusters.stopUnit({ name: 'lab', unit: first!.unit });
  const anew = work(at.unitOf(5));
  await submitted(2);
  await comesToItsEnd('u1');
  expect(await anew).toEqual(made.get(5)!.answer);
  packages.pop();
  const [job] = at.ray.jobs.values();
  const { plan } = await planIn(packages[0]!);
  job!.log += printed(at.doneBy(plan.plan, 'u2', plan.units[1]!.unit));
  job!.status = 'SUCCEEDED';
  // The request for both reports that one was stopped, although another request brought it home.
  expect(await seeds).toMatchObject({ code: 'stopped' });
  expect([(await runsHere()).length, stopsOfJobs(), await openPlans()]).toEqual([2, [], 0]);
});

test('stopping one of several units that were sent together stops only that one', async () => {
  await bothAreLeftThere();
  at.ray.requests.length = 0;
  const stop = new AbortController();
  await expect(work(at.unitOf(5), () => stop.abort(), stop.signal)).rejects.toMatchObject({ code: 'stopped' });
  expect([asked, stopsOfJobs()]).toEqual([['1 u1'], []]);
  expect(await at.client.clusters.units({ name: 'lab' })).toMatchObject([{ seed: 6 }]);
  const other = work(at.unitOf(6));
  await comesToItsEnd('u2');
  expect(await other).toEqual(made.get(6)!.answer);
  expect(at.ray.jobs.size).toBe(1);
});

/** Sends both units together; their requests end, and the cluster does not receive the stop. */
async function bothAreLeftThere(): Promise<void> {
  const left = new AbortController();
  const all = seedsThere(left.signal).catch((thrown: unknown) => thrown);
  await submitted();
  at.ray.isAway = true;
  left.abort();
  expect(await all).toMatchObject({ code: 'busy' });
  at.ray.isAway = false;
}

/** Sends both units together and leaves them; then a job for the first alone is stopped, which the cluster does not receive. */
async function stopOfOneThatIsNotHeard(): Promise<string> {
  await bothAreLeftThere();
  const one: JobRequest = { on: 'lab', name: 'one', work: { kind: 'unit', request: at.unitOf(5) } };
  const { job } = await at.client.jobs.start(one);
  at.ray.isAway = true;
  await expect(at.client.jobs.stop({ job })).rejects.toMatchObject({ code: 'busy' });
  at.ray.isAway = false;
  at.ray.requests.length = 0;
  return job;
}

test('a stop of one that was not received is sent again for that one alone', async () => {
  const job = await stopOfOneThatIsNotHeard();
  await at.client.jobs.stop({ job });
  expect([asked, stopsOfJobs()]).toEqual([['1 u1'], []]);
  expect(await at.client.clusters.units({ name: 'lab' })).toMatchObject([{ seed: 6 }]);
  const other = work(at.unitOf(6));
  await comesToItsEnd('u2');
  expect(await other).toEqual(made.get(6)!.answer);
});

test('a unit that finishes before the second stop arrives is not stopped, and comes home', async () => {
  const job = await stopOfOneThatIsNotHeard();
  const [there] = at.ray.jobs.values();
  const { plan } = await planIn(packages[0]!);
  there!.log += printed(at.doneBy(plan.plan, 'u1', plan.units[0]!.unit));
  await at.client.jobs.stop({ job });
  expect([asked, stopsOfJobs()]).toEqual([[], []]);
  expect(await work(at.unitOf(5))).toEqual(made.get(5)!.answer);
  expect(at.ray.jobs.size).toBe(1);
});

test('a finished plan that is kept is polled once, and its log not at all', async () => {
  const stop = new AbortController();
  const seeds = seedsThere(stop.signal).catch((thrown: unknown) => thrown);
  await submitted();
  stop.abort();
  expect(await seeds).toMatchObject({ code: 'stopped' });
  expect(await openPlans()).toBe(1);
  at.ray.requests.length = 0;
  for (let look = 0; look < 3; look++) expect(await at.client.clusters.units({ name: 'lab' })).toEqual([]);
  expect(at.ray.requests).toEqual([expect.stringMatching(/^GET \/api\/jobs\/shelfwise-p[0-9a-f]+-1$/)]);
  // Its next job has another name.
  const again = seedsThere().catch((thrown: unknown) => thrown);
  await submitted(2);
  expect(await at.client.clusters.units({ name: 'lab' })).toMatchObject([{ seed: 5 }, { seed: 6 }]);
  for (const { unit } of await at.client.clusters.units({ name: 'lab' }))
    await at.client.clusters.stopUnit({ name: 'lab', unit });
  expect(await again).toMatchObject({ code: 'stopped' });
});

test('a driver of an earlier version is reported to stop only all together, and continues', async () => {
  begins({});
  const left = new AbortController();
  const seeds = seedsThere(left.signal).catch((thrown: unknown) => thrown);
  await submitted();
  const [first] = await at.client.clusters.units({ name: 'lab' });
  await expect(at.client.clusters.stopUnit({ name: 'lab', unit: first!.unit })).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining('only be stopped all together'),
  });
  expect([asked, stopsOfJobs()]).toEqual([[], []]);
  left.abort();
  expect(await seeds).toMatchObject({ code: 'stopped' });
});

test('a unit that ends at that moment is done, and an unknown one is reported as unknown', async () => {
  at.ray.onStopUnit = () => void comesToItsEnd('u1');
  const unit = work(at.unitOf(5));
  await submitted();
  const [only] = await at.client.clusters.units({ name: 'lab' });
  expect(await at.client.clusters.stopUnit({ name: 'lab', unit: only!.unit })).toMatchObject({ state: 'done' });
  expect(await unit).toEqual(made.get(5)!.answer);
  await expect(at.client.clusters.stopUnit({ name: 'lab', unit: only!.unit })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(await at.client.clusters.units({ name: 'lab' })).toEqual([]);
});

test('a unit that is stopped without a follower stays stopped when the next program resumes the work', async () => {
  const job: JobRequest = { on: 'lab', name: 'two', work: { kind: 'seeds', request: request() } };
  await at.client.jobs.start(job);
  await submitted();
  await at.engine.close();
  // The command line, which resumes nothing.
  const line = await createEngine({ workspaceFolder: at.workspace.folder, launcher: trainersHere });
  const units = await line.client.clusters.units({ name: 'lab' });
  await line.client.clusters.stopUnit({ name: 'lab', unit: units[0]!.unit });
  await line.close();
  await comesToItsEnd('u2');
  at.engine = await createEngine({ workspaceFolder: at.workspace.folder, launcher: trainersHere });
  at.client = at.engine.client;
  const [found] = await at.client.jobs.list();
  await expect(finalValue(await at.client.jobs.follow({ job: found!.job }))).rejects.toMatchObject({
    code: 'stopped',
  });
  expect(await runsHere()).toEqual([made.get(6)!.answer.runId]);
  expect([at.ray.jobs.size, await openPlans(), await at.client.jobs.list()]).toEqual([1, 0, []]);
});

test('a stopped unit is no part of the next job of a driver that ended early', async () => {
  const seeds = seedsThere().catch((thrown: unknown) => thrown);
  await submitted();
  // Another program recorded it, and Ray forgets the job before this program reads the event of the unit.
  const [plan] = await keptPlans(at.workspace, { name: 'lab', address: at.ray.address });
  await noteStopped(at.workspace, plan!, new Set(['u1']));
  at.ray.jobs.clear();
  answersAtOnce();
  expect(await seeds).toMatchObject({ code: 'stopped' });
  const last = await planIn([...at.ray.packages.values()].at(-1)!);
  expect(last.plan.units.map(({ id }) => id)).toEqual(['u2']);
  expect(await runsHere()).toEqual([made.get(6)!.answer.runId]);
});

test('the command line lists the units and stops one that another program waits for', async () => {
  const seeds = seedsThere().catch((thrown: unknown) => thrown);
  await submitted();
  const environment = { XDG_DATA_HOME: process.env['XDG_DATA_HOME']! };
  const place = ['--workspace', at.workspace.folder];
  const listed = await shelfwise(['cluster', 'units', 'lab', ...place], { environment });
  expect([listed.status, listed.out]).toEqual([0, expect.stringMatching(/train popularity, seed 5 .*running/)]);
  const unnamed = await shelfwise(['cluster', 'stop', 'lab', ...place, '--json'], { environment });
  expect([unnamed.status, unnamed.json().error.message]).toEqual([2, expect.stringContaining('--unit ID')]);
  const [, second] = await at.client.clusters.units({ name: 'lab' });
  const stopping = ['cluster', 'stop', 'lab', '--unit', second!.unit.slice(0, 8), ...place];
  const stopped = await shelfwise(stopping, { environment });
  expect([stopped.status, stopped.out]).toEqual([0, expect.stringContaining(`${second!.unit} was stopped`)]);
  await comesToItsEnd('u1');
  expect(await seeds).toMatchObject({ code: 'stopped' });
  expect([asked, stopsOfJobs()]).toEqual([['1 u2'], []]);
});
