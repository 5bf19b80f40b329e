/** Units on a cluster: what is sent, what is taken, and who may go away meanwhile. A second workspace does what the nodes would. */
import { readdirSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createEngine, type EngineClient } from '../../src/engine/engine';
import { programInfo } from '../../src/engine/environment/program';
import { readCertificates } from '../../src/engine/verify/certificates';
import { hostTag } from '../../src/engine/storage/processes';
import { sha256 } from '../../src/engine/storage/read-files';
import { datasetFolder, openWorkspace, runFolder, type Workspace } from '../../src/engine/storage/workspace';
import type { Progress, RepeatedSeeds, TrainUnit, Unit, UnitAnswer } from '../../src/shared/contract';
import { finalValue } from '../../src/shared/final-value';
import { completeRecipe } from '../../src/shared/recipe/schema';
import { temporaryFolder } from '../support/finished-run';
import { NO_PROCESS } from '../support/no-process';
import { printed, rayStandIn, type RayStandIn, recordedNodes } from '../support/ray-stand-in';
import { changeJson, remade } from '../support/remade-bundle';
import { importDistinctive, launcher, SMALL_RECIPE } from '../support/trained-run';
import { contentsOf } from '../support/zip-files';

const RECIPE = completeRecipe({ ...SMALL_RECIPE, model: 'popularity', 'stopping.split': 'random' });
const NODE = 'the-node-of-the-driver';

interface Made {
  readonly answer: UnitAnswer;
  readonly bundle: Buffer;
  readonly file: string;
}

let kept: string;
let data: string;
/** What units came to elsewhere, by seed. */
const made = new Map<number, Made>();
let certificate: UnitAnswer;

const unitOf = (seed: number): TrainUnit => ({ kind: 'train', data, recipe: RECIPE, seed });

beforeAll(async () => {
  kept = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-nodes-'));
  const elsewhere = await openWorkspace(path.join(kept, 'elsewhere'));
  const { dataset } = await importDistinctive(elsewhere);
  data = dataset.fingerprint;
  const { client } = await createEngine({ workspaceFolder: elsewhere.folder, launcher });
  for (const seed of [5, 6]) {
    const answer = await finalValue(await client.units.work({ unit: unitOf(seed) }));
    const file = path.join(kept, `${seed}.shelfwise`);
    await finalValue(await client.runs.bundle({ runId: answer.runId, out: file, withData: false, wholeRun: true }));
    made.set(seed, { answer, bundle: await fs.readFile(file), file });
  }
  certificate = await finalValue(await client.units.work({ unit: { kind: 'verify', run: made.get(5)!.answer.runId } }));
});
afterAll(async () => {
  await fs.rm(kept, { recursive: true, force: true });
});

let ray: RayStandIn;
let client: EngineClient;
let workspace: Workspace;

beforeEach(async () => {
  const folder = await temporaryFolder();
  vi.stubEnv('XDG_DATA_HOME', folder);
  vi.stubEnv('LOCALAPPDATA', folder);
  ray = await rayStandIn();
  workspace = await openWorkspace(path.join(folder, 'workspace'));
  await fs.cp(
    datasetFolder({ ...workspace, datasets: path.join(kept, 'elsewhere', 'datasets') }, data),
    datasetFolder(workspace, data),
    {
      recursive: true,
    },
  );
  ({ client } = await createEngine({ workspaceFolder: workspace.folder, launcher }));
  await client.clusters.add({ name: 'lab', address: ray.address, token: ray.token, plain: false });
  await client.clusters.agree({ name: 'lab', data });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await ray.close();
});

interface Plan {
  plan: string;
  build: { buildSha256: string };
  data: object[];
  runs: { runId: string; file: string }[];
  units: { id: string; unit: Unit; cores: number; memory: number }[];
}

async function planIn(packed: Buffer): Promise<{ plan: Plan; files: Record<string, Buffer> }> {
  const file = path.join(await temporaryFolder(), 'package.zip');
  await fs.writeFile(file, packed);
  const files = await contentsOf(file);
  return { plan: JSON.parse(files['plan.json']!.toString()) as Plan, files };
}

/** Does each job at once, as the driver would print it. @param change makes something else of it */
function answersAtOnce(change: (event: object, plan: string) => object = (event) => event): void {
  ray.onSubmit = (job, packed) => {
    void planIn(packed).then(({ plan }) => {
      job.log = `Running entrypoint for job: ${job.asked.entrypoint}\n`;
      job.log += printed({ n: 0, event: 'cluster', node: NODE, nodes: 2, cores: 2 });
      for (const { id, unit } of plan.units) {
        const { answer, bundle } = made.get((unit as TrainUnit).seed)!;
        ray.files.set(`shelfwise/${plan.plan}/${id}.shelfwise`, bundle);
        const result = { name: `${id}.shelfwise`, bytes: bundle.length, sha256: sha256(bundle) };
        job.log += printed(change({ event: 'done', unit: id, answer, result }, plan.plan));
      }
      job.log += printed({ event: 'end', done: plan.units.length, failed: 0, problem: null });
      job.status = 'SUCCEEDED';
    });
  };
}

const work = async (unit: Unit, onProgress?: (progress: Progress) => void, signal?: AbortSignal) =>
  finalValue(await client.units.work({ unit, on: 'lab' }, signal ? { signal } : {}), onProgress);

const openPlans = async (): Promise<number> => {
  const text = await fs.readFile(path.join(workspace.plans, 'plans.json'), 'utf8').catch(() => '{"plans":{}}');
  return Object.keys((JSON.parse(text) as { plans: object }).plans).length;
};

test('a run is trained there and comes home with its bits; the same again asks nobody', async () => {
  answersAtOnce();
  const { answer } = made.get(5)!;
  expect(await work(unitOf(5))).toEqual(answer);
  expect(await client.runs.get({ runId: answer.runId })).toMatchObject({ status: 'finished', ...answer.hashes });
  expect(await openPlans()).toBe(0);
  expect((await fs.readdir(workspace.plans)).filter((name) => name !== 'plans.json')).toEqual([]);
  const before = ray.requests.length;
  expect(await work(unitOf(5))).toEqual(answer);
  expect(ray.requests.length).toBe(before);
});

test('what is sent is the data set without paths of this computer, the units for this build, and nothing else', async () => {
  answersAtOnce();
  const repeated: RepeatedSeeds = await finalValue(
    await client.units.seeds({ data, recipe: RECIPE, seed: 5, seeds: 2, on: 'lab' }),
  );
  expect(repeated.runs.map(({ runId }) => runId)).toEqual([5, 6].map((seed) => made.get(seed)!.answer.runId));
  const [[name, packed]] = [...ray.packages] as [[string, Buffer]];
  expect(name).toBe(`_ray_pkg_${sha256(packed).slice(0, 32)}.zip`);
  const { plan, files } = await planIn(packed);
  expect(files).toHaveProperty(['shelfwise_ray/__main__.py']);
  const others = Object.keys(files).filter((file) => !file.startsWith('shelfwise_ray/'));
  expect(others).toEqual(['plan.json', `data/${data}.zip`]);
  const { buildSha256 } = await programInfo();
  expect(plan).toMatchObject({
    build: { buildSha256 },
    data: [{ fingerprint: data, file: `data/${data}.zip` }],
    runs: [],
  });
  expect(plan.units.map(({ unit, cores }) => [(unit as TrainUnit).seed, unit.build, cores])).toEqual([
    [5, buildSha256, 1],
    [6, buildSha256, 1],
  ]);
  for (const place of [workspace.folder, kept, os.tmpdir()]) expect(packed.includes(place), place).toBe(false);
});

test('nothing is sent before somebody agreed, nor to a cluster that nobody added', async () => {
  await client.clusters.add({ name: 'lab', address: ray.address, token: ray.token, plain: false });
  await expect(work(unitOf(5))).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining('agreed') });
  await expect(finalValue(await client.units.work({ unit: unitOf(5), on: 'other' }))).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(ray.requests).toEqual([]);
  expect(await client.clusters.sending({ name: 'lab', data })).toMatchObject({
    address: ray.address,
    profiles: 24,
    pseudonymised: false,
    agreed: false,
  });
});

test('a cluster that goes away in the middle is waited for and said to be away; the job is the same', async () => {
  let goOn = (): void => undefined;
  ray.onSubmit = (job, packed) => {
    ray.isAway = true;
    goOn = () => {
      answersAtOnce();
      ray.onSubmit(job, packed);
      ray.isAway = false;
    };
  };
  const phases = new Set<string>();
  const answer = await work(unitOf(5), ({ phase }) => {
    if (phase === 'away' && ray.isAway) goOn();
    phases.add(phase);
  });
  expect(answer).toEqual(made.get(5)!.answer);
  expect(phases).toContain('away');
  expect(ray.jobs.size).toBe(1);
});

test('whoever asks again after this program went away finds the job', async () => {
  const left = new AbortController();
  let packed: Buffer;
  ray.onSubmit = (_, sent) => {
    packed = sent;
    // The cluster does not hear that it shall stop.
    ray.isAway = true;
    left.abort();
  };
  await expect(work(unitOf(5), undefined, left.signal)).rejects.toMatchObject({ code: 'stopped' });
  expect(await openPlans()).toBe(1);
  ray.isAway = false;
  const [job] = ray.jobs.values();
  answersAtOnce();
  ray.onSubmit(job!, packed!);
  expect(await work(unitOf(5))).toEqual(made.get(5)!.answer);
  expect([ray.jobs.size, await openPlans()]).toEqual([1, 0]);
});

test('one that is stopped is begun again with what is left, as another job', async () => {
  const stop = new AbortController();
  ray.onSubmit = () => stop.abort();
  await expect(work(unitOf(5), undefined, stop.signal)).rejects.toMatchObject({ code: 'stopped' });
  expect([...ray.jobs.values()].map(({ status }) => status)).toEqual(['STOPPED']);
  answersAtOnce();
  expect(await work(unitOf(5))).toEqual(made.get(5)!.answer);
  expect([...ray.jobs.keys()].map((id) => id.replace(/p[0-9a-f]{16}/, 'PLAN'))).toEqual([
    'shelfwise-PLAN-1',
    'shelfwise-PLAN-2',
  ]);
});

test('a cluster that began anew and knows no job is asked again; a driver that ends early too, but not for ever', async () => {
  ray.onSubmit = (job) => {
    ray.jobs.delete(job.asked.submission_id);
    answersAtOnce();
  };
  expect(await work(unitOf(5))).toEqual(made.get(5)!.answer);
  ray.onSubmit = (job) => {
    job.status = 'FAILED';
    job.message = 'the node died';
  };
  await expect(work(unitOf(6))).rejects.toThrow(/several times.*the node died/);
});

test('a head that is started anew is waited for until it has nodes, however often it breaks off', async () => {
  let looks = 0;
  ray.onSubmit = (job) => {
    ray.jobs.delete(job.asked.submission_id);
    answersAtOnce();
    ray.instead = (asked) => {
      if (asked !== '/api/v0/nodes') return null;
      looks += 1;
      if (looks > 2) ray.instead = () => null;
      const head = { node_id: 'a', node_ip: '10.0.0.1', is_head_node: true, state: 'ALIVE', resources_total: {} };
      return { status: 200, body: JSON.stringify(recordedNodes([head])) };
    };
  };
  const phases = new Set<string>();
  const answer = await work(unitOf(5), ({ phase }) => phases.add(phase));
  expect(answer).toEqual(made.get(5)!.answer);
  expect([looks, phases.has('away')]).toEqual([3, true]);
});

test('nodes with another build are refused by the driver, which is told', async () => {
  ray.onSubmit = (job) => {
    const problem = { code: 'usage', message: 'No node has the build that is asked for.' };
    job.log =
      printed({ event: 'refused', node: 'a', problem }) + printed({ event: 'end', done: 0, failed: 1, problem });
    job.status = 'FAILED';
  };
  await expect(work(unitOf(5))).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining('No node') });
});

test('what is on its way lies in the workspace only as long as a program is at work on it; gc removes what a kill leaves', async () => {
  const leftover = path.join(workspace.plans, `p0.0123456789ab-${hostTag()}-${NO_PROCESS}.part`);
  await fs.mkdir(leftover, { recursive: true });
  await fs.writeFile(path.join(leftover, 'data.zip'), 'histories');
  const lying: string[] = [];
  answersAtOnce();
  const answersThen = ray.onSubmit;
  ray.onSubmit = (job, packed) => {
    lying.push(...readdirSync(workspace.plans));
    answersThen(job, packed);
  };
  await work(unitOf(5));
  expect(lying.sort()).toEqual([path.basename(leftover), 'plans.json']);
  expect((await client.workspace.collect()).removed).toEqual([`plans/${path.basename(leftover)}`]);
  expect(await fs.readdir(workspace.plans)).toEqual(['plans.json']);
});

test('a wrong token is refused before anything is sent', async () => {
  await client.clusters.add({ name: 'lab', address: ray.address, token: 'wrong', plain: false });
  await client.clusters.agree({ name: 'lab', data });
  await expect(work(unitOf(5))).rejects.toMatchObject({ code: 'no-permission' });
  expect([ray.packages.size, ray.jobs.size, await openPlans()]).toEqual([0, 0, 0]);
});

describe('what comes back is refused, and nothing of it is kept,', () => {
  const expectRefused = async (change: (event: Answered, plan: string) => object, why: RegExp) => {
    answersAtOnce((event, plan) => change(event as Answered, plan));
    await expect(work(unitOf(5))).rejects.toMatchObject({ code: 'bad-data', message: expect.stringMatching(why) });
    expect(await fs.readdir(workspace.runs)).toEqual([]);
    expect(await openPlans()).toBe(0);
  };
  interface Answered {
    result: { name: string; bytes: number; sha256: string };
    answer: UnitAnswer;
  }
  const sends = (plan: string, bundle: Buffer, event: Answered): Answered => {
    ray.files.set(`shelfwise/${plan}/u1.shelfwise`, bundle);
    return { ...event, result: { ...event.result, bytes: bundle.length, sha256: sha256(bundle) } };
  };

  test('where its bytes are others than announced', () =>
    expectRefused(
      (event) => ({ ...event, result: { ...event.result, sha256: '0'.repeat(64) } }),
      /bytes that were announced/,
    ));

  test('where there are more than announced', () =>
    expectRefused((event) => ({ ...event, result: { ...event.result, bytes: 10 } }), /more than 10 bytes/));

  test('where it is no bundle', () =>
    expectRefused((event, plan) => sends(plan, Buffer.from('no zip'), event), /bundle/));

  test('where it is another run', () =>
    expectRefused((event, plan) => sends(plan, made.get(6)!.bundle, event), /not .* as it was asked for/));

  test('where another build made it, or its weights are not its own', async () => {
    const { file } = made.get(5)!;
    const otherBuild = await remade(file, (files) =>
      changeJson<{ program: { buildSha256: string } }>(files, 'run.json', ({ program }) => {
        program.buildSha256 = 'b'.repeat(64);
      }),
    );
    const bytes = await fs.readFile(otherBuild);
    await expectRefused((event, plan) => sends(plan, bytes, event), /another build/);
    const otherWeights = await remade(file, (files) =>
      changeJson<{ weightsSha256: string }>(files, 'run.json', (record) => {
        record.weightsSha256 = 'c'.repeat(64);
      }),
    );
    const forged = await fs.readFile(otherWeights);
    await expectRefused((event, plan) => sends(plan, forged, event), /./);
  });

  test('where it answers something else, or brings nothing', async () => {
    await expectRefused((event) => ({ ...event, answer: { ...event.answer, kind: 'join' } }), /not asked/);
    await expectRefused((event) => ({ ...event, result: null }), /no file/);
  });
});

test('a verification there leaves its certificate here, unless it is one of another run', async () => {
  const { answer, file } = made.get(5)!;
  await finalValue(await client.runs.open({ file }));
  const folder = runFolder(workspace, answer.runId);
  let runs: string[] = [];
  const certified = (run: string) => {
    ray.onSubmit = (job, packed) =>
      void planIn(packed).then(({ plan, files }) => {
        runs = plan.runs.map(({ file: name }) => `${name} ${files[name]!.length > 0}`);
        const verification = { ...certificate.verification!, runId: run };
        job.log = printed({ event: 'done', unit: 'u1', answer: { ...certificate, verification }, result: null });
        job.status = 'SUCCEEDED';
      });
  };
  certified('rzzzzzzzzz');
  await expect(work({ kind: 'verify', run: answer.runId })).rejects.toMatchObject({ code: 'bad-data' });
  expect(await readCertificates(folder)).toEqual([]);
  certified(answer.runId);
  expect((await work({ kind: 'verify', run: answer.runId })).verification).toEqual(certificate.verification);
  expect(await readCertificates(folder)).toEqual([certificate.verification]);
  expect(runs).toEqual([`runs/${answer.runId}.shelfwise true`]);
});

test('lists come home in parts and are joined; a part of other lists is refused', async () => {
  const { answer, file } = made.get(5)!;
  const elsewhere = path.join(kept, 'elsewhere');
  await finalValue(await client.runs.open({ file }));
  const nodes = await createEngine({ workspaceFolder: elsewhere, launcher });
  const unit: Unit = { kind: 'lists', run: answer.runId, part: 1, of: 1 };
  const part = await finalValue(await nodes.client.units.work({ unit }));
  const bytes = await fs.readFile(path.join(elsewhere, 'runs', answer.runId, part.file!.path));
  const brings = (content: Buffer) => {
    ray.onSubmit = (job, packed) =>
      void planIn(packed).then(({ plan }) => {
        ray.files.set(`shelfwise/${plan.plan}/u1.safetensors`, content);
        const result = { name: 'u1.safetensors', bytes: content.length, sha256: sha256(content) };
        job.log = printed({ event: 'done', unit: 'u1', answer: part, result });
        job.status = 'SUCCEEDED';
      });
  };
  const listed = async () => finalValue(await client.units.lists({ run: answer.runId, parts: 1, on: 'lab' }));
  const changed = Buffer.from(bytes);
  changed[changed.length - 1]! ^= 1;
  brings(changed);
  await expect(listed()).rejects.toMatchObject({ code: 'bad-data', message: expect.stringContaining('part 1 of 1') });
  brings(bytes);
  expect(await listed()).toMatchObject({ state: 'done', hashes: { listsSha256: answer.hashes.listsSha256 } });
});

test('rows of a leaderboard come home each by itself, and make the board of one computer; another row is refused', async () => {
  const elsewhere = path.join(kept, 'elsewhere');
  const nodes = await createEngine({ workspaceFolder: elsewhere, launcher });
  const request = { data, models: ['popularity' as const, 'recent' as const], split: 'random' as const, seed: 5 };
  const board = await finalValue(await nodes.client.leaderboard({ ...request, seeds: 1 }));
  const rows = new Map<string, { answer: UnitAnswer; content: Buffer }>();
  for (const model of request.models) {
    const unit: Unit = { kind: 'compare', data, model, split: 'random', seed: 5 };
    const answer = await finalValue(await nodes.client.units.work({ unit }));
    rows.set(model, { answer, content: await fs.readFile(path.join(elsewhere, 'datasets', data, answer.file!.path)) });
  }
  const brings = (rowFor: (model: string) => string) => {
    ray.onSubmit = (job, packed) =>
      void planIn(packed).then(({ plan }) => {
        job.log = '';
        for (const { id, unit } of plan.units) {
          const { answer, content } = rows.get(rowFor((unit as { model: string }).model))!;
          ray.files.set(`shelfwise/${plan.plan}/${id}.json`, content);
          const result = { name: `${id}.json`, bytes: content.length, sha256: sha256(content) };
          job.log += printed({ event: 'done', unit: id, answer, result });
        }
        job.status = 'SUCCEEDED';
      });
  };
  const onLab = async () => finalValue(await client.leaderboard({ ...request, seeds: 1, on: 'lab' }));
  brings((model) => (model === 'recent' ? 'popularity' : model));
  await expect(onLab()).rejects.toMatchObject({ code: 'bad-data', message: expect.stringContaining('row of recent') });
  brings((model) => model);
  expect(await onLab()).toEqual(board);
  const before = ray.requests.length;
  expect(await finalValue(await client.leaderboard({ ...request, seeds: 1 }))).toEqual(board);
  expect(ray.requests.length).toBe(before);
});
