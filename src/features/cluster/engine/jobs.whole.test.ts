/** Work on a cluster that outlives the window or the program that asked for it. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createEngine, type Engine } from '../../engine';
import { hostIdentity } from '../../../engine/storage/processes';
import { sha256 } from '../../../engine/storage/read-files';
import { datasetFolder, openWorkspace, workspaceAt } from '../../../engine/storage/workspace';
import type { HeartbeatContent } from '../../../engine/machine/trainers/heartbeat';
import type { JobRequest } from '../../work-schemas';
import type { UnitAnswer } from '../../../shared/contract/unit';
import { finalValue } from '../../../shared/values/final-value';
import { completeRecipe } from '../../../shared/recipe/schema';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { NO_PROCESS } from '../../../../tests/support/no-process';
import { printed, rayStandIn, type RayStandIn, recordedNodes } from '../../../../tests/support/ray-stand-in';
import { importDistinctive, SMALL_RECIPE } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';

const RECIPE = completeRecipe({ ...SMALL_RECIPE, model: 'popularity', 'stopping.split': 'random' });

let kept: string;
let data: string;
let answer: UnitAnswer;
let bundle: Buffer;

beforeAll(async () => {
  kept = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-nodes-'));
  const elsewhere = await openWorkspace(path.join(kept, 'elsewhere'));
  data = (await importDistinctive(elsewhere)).dataset.fingerprint;
  const { client } = await createEngine({ workspaceFolder: elsewhere.folder, launcher: trainersHere });
  answer = await finalValue(await client.units.work({ unit: { kind: 'train', data, recipe: RECIPE, seed: 5 } }));
  const file = path.join(kept, 'run.shelfwise');
  await finalValue(await client.runs.bundle({ runId: answer.runId, out: file, withData: false, wholeRun: true }));
  bundle = await fs.readFile(file);
});
afterAll(() => fs.rm(kept, { recursive: true, force: true }));

let ray: RayStandIn;
let folder: string;
let engine: Engine;

/** A program on the workspace. */
const program = async (): Promise<Engine> => {
  engine = await createEngine({ workspaceFolder: path.join(folder, 'workspace'), launcher: trainersHere });
  return engine;
};

beforeEach(async () => {
  folder = await temporaryFolder();
  vi.stubEnv('XDG_DATA_HOME', folder);
  vi.stubEnv('LOCALAPPDATA', folder);
  ray = await rayStandIn();
  const workspace = await openWorkspace(path.join(folder, 'workspace'));
  const from = datasetFolder(workspaceAt(path.join(kept, 'elsewhere')), data);
  await fs.cp(from, datasetFolder(workspace, data), { recursive: true });
  const { client } = await program();
  await client.clusters.add({ name: 'lab', address: ray.address, token: ray.token, plain: false });
  await client.clusters.agree({ name: 'lab', data, address: ray.address });
});
afterEach(async () => {
  await engine.close();
  vi.unstubAllEnvs();
  await ray.close();
});

const request = (): JobRequest => ({
  on: 'lab',
  name: 'balanced',
  work: { kind: 'unit', request: { kind: 'train', data, recipe: RECIPE, seed: 5 } },
});

/** Resolves as soon as the cluster has the job. */
const submitted = (): Promise<void> =>
  new Promise((resolve) => {
    ray.onSubmit = () => resolve();
  });

/** The nodes finish the job. */
function does(): void {
  const [job] = [...ray.jobs.values()];
  const plan = job!.asked.metadata['shelfwise']!;
  ray.files.set(`shelfwise/${plan}/u1.shelfwise`, bundle);
  const result = { name: 'u1.shelfwise', bytes: bundle.length, sha256: sha256(bundle) };
  job!.log = printed({ n: 0, event: 'cluster', node: 'a', nodes: 2, cores: 2 });
  job!.log += printed({ n: 1, event: 'done', unit: 'u1', answer, result });
  job!.status = 'SUCCEEDED';
}

/** Leaves the claim of a killed program, or of one on another computer, on the job. */
async function heldBy(job: string, of: Partial<HeartbeatContent>): Promise<void> {
  const left = path.join(folder, 'workspace', 'plans', job);
  await fs.mkdir(left, { recursive: true });
  const at = new Date().toISOString();
  const host = hostIdentity();
  const heartbeat = { token: '0', pid: NO_PROCESS, host, at, starting: false, stage: null, fraction: 0, ...of };
  await fs.writeFile(path.join(left, 'heartbeat.1'), JSON.stringify(heartbeat));
}
const YESTERDAY = Date.now() - 24 * 60 * 60 * 1000;

const stops = (): string[] => ray.requests.filter((asked) => asked.endsWith('/stop'));

test.each(['ends', 'is killed'])(
  'a program that %s leaves its job running; the next one finds it and brings its result home',
  async (how) => {
    const there = submitted();
    const { job } = await engine.client.jobs.start(request());
    // Asking again gives the same job.
    expect((await engine.client.jobs.start(request())).job).toBe(job);
    await there;
    const left = new AbortController();
    const following = finalValue(await engine.client.jobs.follow({ job }, { signal: left.signal }));
    left.abort();
    await expect(following).rejects.toMatchObject({ code: 'stopped' });
    expect(await engine.client.jobs.list()).toMatchObject([{ job, on: 'lab', name: 'balanced', state: 'running' }]);
    // A page that stays open to the end.
    const open = finalValue(await engine.client.jobs.follow({ job })).catch((thrown: unknown) => thrown);
    // It follows by the time that a later call is answered.
    await engine.client.jobs.list();
    await engine.close();
    expect(await open).toMatchObject({ code: 'stopped' });
    if (how === 'is killed') await heldBy(job, {});
    does();
    const { client } = await program();
    const [found] = await client.jobs.list();
    expect(found).toMatchObject({ job, state: 'running', work: request().work });
    expect(await finalValue(await client.jobs.follow({ job }))).toEqual({ kind: 'unit', result: answer });
    expect(await client.runs.get({ runId: answer.runId })).toMatchObject({ status: 'finished', ...answer.hashes });
    expect([await client.jobs.list(), ray.jobs.size, stops()]).toEqual([[], 1, []]);
  },
);

test('a failure that no program saw is reported once, to the next one', async () => {
  const there = submitted();
  const { job } = await engine.client.jobs.start(request());
  await there;
  await engine.close();
  const [sent] = [...ray.jobs.values()];
  sent!.log = printed({ n: 0, event: 'failed', unit: 'u1', problem: { code: 'usage', message: 'No such model.' } });
  sent!.status = 'FAILED';
  const { client } = await program();
  await expect.poll(() => client.jobs.list()).toMatchObject([{ job, state: 'failed' }]);
  const { client: later } = await program();
  const follow = async () => finalValue(await later.jobs.follow({ job }));
  await expect(follow()).rejects.toMatchObject({ code: 'usage', message: 'No such model.' });
  expect(await later.jobs.list()).toEqual([]);
  await expect(follow()).rejects.toMatchObject({ code: 'not-found' });
});

test('a stopped job is stopped on the cluster, and asking again continues it', async () => {
  const there = submitted();
  const { client } = engine;
  const { job } = await client.jobs.start(request());
  await there;
  const told = finalValue(await client.jobs.follow({ job })).catch((thrown: unknown) => thrown);
  const stopped = new AbortController();
  const stopping = client.jobs.stop({ job }).then(() => stopped.abort());
  // Polling meanwhile, as a host does each second, does not start it again.
  while (!stopped.signal.aborted) await client.jobs.list();
  await stopping;
  expect(await told).toMatchObject({ code: 'stopped' });
  expect([await client.jobs.list(), stops().length, ray.jobs.size]).toEqual([[], 1, 1]);
});

test('a job that an earlier program left is stopped on the cluster too, by a program that only stops', async () => {
  const there = submitted();
  const { job } = await engine.client.jobs.start(request());
  await there;
  await engine.close();
  await heldBy(job, {});
  const { client } = await program();
  expect(await client.jobs.stop({ job })).toEqual({ stopped: job });
  expect([await client.jobs.list(), stops().length, ray.jobs.size]).toEqual([[], 1, 1]);
});

test(
  'lists in as many parts as there were cores stay the same with more cores, and can be stopped by a program that only stops',
  { tags: ['rare'] },
  async () => {
    const file = path.join(kept, 'run.shelfwise');
    await finalValue(await engine.client.runs.open({ file }));
    const lists: JobRequest = { on: 'lab', name: 'lists', work: { kind: 'lists', request: { run: answer.runId } } };
    const there = submitted();
    const { job } = await engine.client.jobs.start(lists);
    await there;
    await engine.close();
    const [NODE] = (recordedNodes() as { data: { result: { result: object[] } } }).data.result.result;
    ray.instead = (asked) =>
      asked === '/api/v0/nodes'
        ? {
            status: 200,
            body: JSON.stringify(recordedNodes([0, 1, 2].map((index) => ({ ...NODE, node_id: `${index}` })))),
          }
        : null;
    const { client: next } = await program();
    const looked = ray.requests.length;
    expect(await next.jobs.list()).toMatchObject([{ job, state: 'running' }]);
    await expect.poll(() => ray.requests.slice(looked)).toContainEqual(expect.stringContaining('/api/jobs/'));
    await engine.close();
    expect(ray.jobs.size).toBe(1);
    const { client: last } = await program();
    expect(await last.jobs.stop({ job })).toEqual({ stopped: job });
    expect([await last.jobs.list(), stops().length, ray.jobs.size]).toEqual([[], 1, 1]);
  },
);

test('a job of another program, or one that does not exist, is not reported as stopped', async () => {
  const there = submitted();
  const { job } = await engine.client.jobs.start(request());
  await there;
  await engine.close();
  await heldBy(job, { host: 'elsewhere' });
  const { client } = await program();
  await expect(client.jobs.stop({ job })).rejects.toMatchObject({ code: 'busy' });
  // Nor is it started a second time.
  await expect(client.jobs.start(request())).rejects.toMatchObject({ code: 'busy' });
  expect(await client.jobs.list()).toMatchObject([{ job, state: 'elsewhere' }]);
  await expect(client.jobs.stop({ job: 'j0123456789abcdef' })).rejects.toMatchObject({ code: 'not-found' });
  expect(stops()).toEqual([]);
});

test(
  'a job of another computer is taken over once its program is silent, whatever its clock says, and not before',
  { tags: ['thorough', 'rare'] },
  async () => {
    const there = submitted();
    const { job } = await engine.client.jobs.start(request());
    await there;
    await engine.close();
    does();
    let beats = 0;
    const beat = () => heldBy(job, { host: 'elsewhere', at: new Date(YESTERDAY + beats++).toISOString() });
    await beat();
    const { client } = await program();
    const beating = setInterval(() => void beat(), 100);
    try {
      await expect(client.jobs.stop({ job })).rejects.toMatchObject({ code: 'busy' });
      expect(await client.jobs.list()).toMatchObject([{ job, state: 'elsewhere' }]);
    } finally {
      clearInterval(beating);
    }
    const before = ray.requests.length;
    await expect.poll(() => client.jobs.list(), { timeout: 60_000, interval: 200 }).toEqual([]);
    expect(ray.requests.length).toBeGreaterThan(before);
    expect(await client.runs.get({ runId: answer.runId })).toMatchObject({ status: 'finished', ...answer.hashes });
    expect([ray.jobs.size, stops()]).toEqual([1, []]);
  },
);

test('a finished job leaves nothing', async () => {
  const there = submitted();
  const { client } = engine;
  const { job } = await client.jobs.start(request());
  await there;
  expect(await fs.readdir(path.join(folder, 'workspace', 'plans'))).toContain(job);
  does();
  await finalValue(await client.jobs.follow({ job }));
  expect(await fs.readdir(path.join(folder, 'workspace', 'plans'))).not.toContain(job);
});

test('a job whose program ends during the stop is not reported as stopped: it continues, and the next program finds it', async () => {
  const there = submitted();
  const { client } = engine;
  const { job } = await client.jobs.start(request());
  await there;
  const closing = engine.close();
  await expect(client.jobs.stop({ job })).rejects.toMatchObject({ code: 'busy' });
  await closing;
  does();
  const { client: next } = await program();
  expect(await next.jobs.list()).toMatchObject([{ job, state: 'running' }]);
  expect(await finalValue(await next.jobs.follow({ job }))).toEqual({ kind: 'unit', result: answer });
  expect(stops()).toEqual([]);
});
