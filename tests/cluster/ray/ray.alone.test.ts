/**
 * Units on a real Ray cluster: head and nodes on this computer, with a token. `npm run test:cluster` installs Ray and
 * runs this in its own namespaces; elsewhere it is skipped.
 */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { version } from '../../../package.json';
import { JobsApi } from '../../../src/features/cluster/engine/jobs-api';
import { createEngine } from '../../../src/features/engine';
import { importFolder } from '../../../src/engine/import/import-folder';
import { readRecord } from '../../../src/engine/runs/record';
import { datasetFolder, openWorkspace, runFolder, type Workspace } from '../../../src/engine/storage/workspace';
import type { Leaderboard } from '../../../src/features/leaderboard/contract/leaderboard';
import type { RepeatedSeeds } from '../../../src/features/sweep/contract/seeds';
import type { RunRecord } from '../../../src/shared/contract/run';
import type { Unit } from '../../../src/features/work-schemas';
import { finalValue } from '../../../src/shared/values/final-value';
import { completeRecipe } from '../../../src/shared/recipe/schema';
import { shelfwise } from '../../support/command-line';
import { launcher } from '../../support/trained-run';
import { type Event, eventsOf, eventWhere, followed, type PlannedUnit, resultOf, submit } from './plans';
import { killNow, type Process, processes, PYTHON, RayCluster } from './ray-cluster';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const SHELFWISE = `${process.execPath} ${path.join(ROOT, 'scripts', 'shelfwise.mjs')}`;
/** Long enough to be killed in between. */
const RECIPE = completeRecipe({
  'structure.width': 64,
  'stopping.rule': 'fixed',
  'stopping.epochs': 40,
  'optimiser.batch': 32,
});
const SEEDS = [1, 2, 3, 4, 5, 6];

let folder: string;
let home: Workspace;
let snapshot: string;
let fingerprint: string;
let buildSha256: string;
let cluster: RayCluster;
/** Trained on this computer alone, by seed. */
const expected = new Map<number, RunRecord>();

const unitOf = (seed: number): Unit & { kind: 'train' } => ({ kind: 'train', data: fingerprint, recipe: RECIPE, seed });

describe.skipIf(PYTHON === undefined)('on a Ray cluster', { timeout: 600_000 }, () => {
  beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'sw-ray-'));
    home = await openWorkspace(path.join(folder, 'home'));
    ({ fingerprint } = await importFolder({ workspace: home, folder: path.join(ROOT, 'resources', 'sample') }));
    snapshot = datasetFolder(home, fingerprint);
    ({ buildSha256 } = JSON.parse(await fs.readFile(path.join(ROOT, 'out', 'build.json'), 'utf8')));
    const { client } = await createEngine({ workspaceFolder: home.folder, launcher });
    for (const seed of SEEDS) {
      const { runId } = await finalValue(await client.units.work({ unit: unitOf(seed) }));
      expected.set(seed, await readRecord(runFolder(home, runId)));
    }
    cluster = await RayCluster.start(folder);
    for (let node = 0; node < 2; node++) await cluster.startNode(SHELFWISE);
  }, 600_000);

  afterAll(async () => {
    await cluster?.kill();
    // Ray's own processes write for a moment after their end was asked for.
    await fs.rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test('a wrong token is refused, and so is a missing one', async () => {
    for (const token of ['0'.repeat(64), undefined]) {
      const api = new JobsApi({ address: cluster.address, token });
      await expect(api.version()).rejects.toMatchObject({ code: 'no-permission' });
      await expect(api.jobs()).rejects.toMatchObject({ code: 'no-permission' });
    }
    expect(await new JobsApi({ address: cluster.address, token: cluster.token }).version()).toMatch(/^\d+\.\d+/);
  });

  test('a node with another build is refused, in a sentence, before work begins', async () => {
    const other = await cluster.startNode(`${process.execPath} ${await otherBuild()}`);
    const units = [{ id: 'u1', unit: { ...unitOf(1), recipe: completeRecipe({ model: 'popularity' }) } }];
    const events = await followed(await submit(cluster, 'other', { units, snapshot, buildSha256 }));
    const refused = events.filter(({ event }) => event === 'refused');
    expect(refused).toHaveLength(1);
    expect(refused[0]!.problem).toMatchObject({
      code: 'usage',
      message: expect.stringMatching(
        `another build of Shelfwise \\(${version}, f{12}\\).*Install the same build on both\\.$`,
      ),
    });
    expect(events.findIndex(({ event }) => event === 'refused')).toBeLessThan(
      events.findIndex(({ event }) => event === 'begun'),
    );
    expect(events.find(({ event }) => event === 'begun')!.node).not.toBe(refused[0]!.node);
    expect(events.at(-1)).toMatchObject({ event: 'end', done: 1, failed: 0 });

    const nobody = await followed(await submit(cluster, 'nobody', { units, snapshot, buildSha256: 'e'.repeat(64) }));
    expect(nobody.filter(({ event }) => event === 'refused')).toHaveLength(3);
    expect(nobody.some(({ event }) => event === 'begun')).toBe(false);
    expect(nobody.at(-1)).toMatchObject({ event: 'end', done: 0, failed: 1, problem: { code: 'usage' } });
    killNow(other);
  });

  test("six units give this computer's bits, although a trainer, a Ray worker and a node are killed", async () => {
    const units = SEEDS.map((seed): PlannedUnit => ({ id: `u${seed}`, unit: unitOf(seed) }));
    const plan = await submit(cluster, 'six', { units, snapshot, buildSha256 });
    const killed: string[] = [];
    for (const what of ['trainer', 'worker', 'node'] as const) {
      const { unit, pid } = await atWork(plan.plan, what);
      const before = (await eventsOf(plan)).length;
      killNow(pid);
      killed.push(`${what} of ${unit}`);
      await eventWhere(plan, ({ n, event }) => n >= before && event === 'retry');
    }
    const events = await followed(plan);
    expect(events.at(-1), JSON.stringify({ killed, events })).toMatchObject({ done: 6, failed: 0, problem: null });
    expect(events.filter(({ event }) => event === 'retry').length).toBeGreaterThanOrEqual(3);
    const away = await workspaceWithData('six');
    const { client } = await createEngine({ workspaceFolder: away.folder, launcher });
    for (const seed of SEEDS) {
      const { weightsSha256, listsSha256, runId, files, metrics } = expected.get(seed)!;
      const done = events.find(({ event, unit }) => event === 'done' && unit === `u${seed}`)!;
      expect(done.answer).toMatchObject({ state: 'done', runId, hashes: { weightsSha256, listsSha256 }, metrics });
      const file = path.join(away.folder, '..', `u${seed}.shelfwise`);
      await fs.writeFile(file, await resultOf(plan, events, `u${seed}`));
      await finalValue(await client.runs.open({ file }));
      expect((await readRecord(runFolder(away, runId))).files!['lists.safetensors']).toBe(files!['lists.safetensors']);
    }
    expect(await leftovers('six')).toEqual([]);
  });

  test('lists in four partitions are joined to the bytes of this computer', async () => {
    await cluster.startNode(SHELFWISE);
    const { runId, files, listsSha256 } = expected.get(1)!;
    const of = 4;
    const parts = Array.from({ length: of }, (_, index): PlannedUnit => ({
      id: `part${index + 1}`,
      unit: { kind: 'lists', run: runId, part: index + 1, of },
      after: ['model'],
      bring: index === 0,
    }));
    const units: PlannedUnit[] = [
      { id: 'model', unit: { ...unitOf(1), until: 'model' }, bring: false },
      ...parts,
      { id: 'join', unit: { kind: 'join', run: runId, of }, after: ['model', ...parts.map(({ id }) => id)] },
    ];
    const plan = await submit(cluster, 'lists', { units, snapshot, buildSha256 });
    const events = await followed(plan);
    expect(events.at(-1), JSON.stringify(events)).toMatchObject({ done: 6, failed: 0 });
    const joined = events.find(({ event, unit }) => event === 'done' && unit === 'join')!;
    expect(joined.answer).toMatchObject({ hashes: { listsSha256 }, file: { sha256: files!['lists.safetensors'] } });
    expect(
      events
        .filter(({ event, result }) => event === 'done' && result)
        .map(({ unit }) => unit)
        .sort(),
    ).toEqual(['join', 'part1']);
    const away = await workspaceWithData('lists');
    const file = path.join(away.folder, '..', 'join.shelfwise');
    await fs.writeFile(file, await resultOf(plan, events, 'join'));
    const { client } = await createEngine({ workspaceFolder: away.folder, launcher });
    await finalValue(await client.runs.open({ file }));
    const bytes = await fs.readFile(path.join(runFolder(away, runId), 'lists.safetensors'));
    expect(bytes.equals(await fs.readFile(path.join(runFolder(home, runId), 'lists.safetensors')))).toBe(true);
    expect(await finalValue(await client.units.work({ unit: unitOf(1) }))).toMatchObject({ state: 'done' });
  });

  test('a stopped job leaves no program and no data on the nodes', async () => {
    const long = { ...unitOf(7), recipe: completeRecipe({ ...RECIPE, 'stopping.epochs': 10_000 }) };
    const plan = await submit(cluster, 'stopped', { units: [{ id: 'u1', unit: long }], snapshot, buildSha256 });
    await atWork('stopped', 'trainer');
    await plan.api.stop(plan.submission);
    while ((await plan.api.job(plan.submission))?.status !== 'STOPPED') await sleep(200);
    while ((await programsOf('stopped')).length > 0) await sleep(200);
    // The next job on these nodes removes what the stopped job could not.
    const units = [{ id: 'u1', unit: { ...unitOf(1), recipe: completeRecipe({ model: 'popularity' }) } }];
    await followed(await submit(cluster, 'after', { units, snapshot, buildSha256 }));
    expect(await leftovers('stopped')).toEqual([]);
  });

  test('running and waiting units are stopped one by one, and the others give their bits', async () => {
    const recipe = completeRecipe({ ...RECIPE, 'stopping.epochs': 10_000 });
    const long = [1, 2, 3, 4, 5, 6].map((at): PlannedUnit => ({ id: `u${at}`, unit: { ...unitOf(10 + at), recipe } }));
    const units = [...long, { id: 'last', unit: unitOf(1) }];
    const plan = await submit(cluster, 'ones', { units, snapshot, buildSha256 });
    await atWork('ones', 'trainer');
    const begunIn = (events: readonly Event[]): (string | undefined)[] =>
      events.filter(({ event }) => event === 'begun').map(({ unit }) => unit);
    const begun = begunIn(await eventsOf(plan));
    // First a unit that has not started, then the running ones.
    const order = long.map(({ id }) => id).sort((a, b) => Number(begun.includes(a)) - Number(begun.includes(b)));
    for (const id of order) {
      await plan.api.stopUnit(plan.submission, id);
      await eventWhere(plan, ({ event, unit }) => event === 'stopped' && unit === id);
    }
    // Repeated stops, and stops of units that do not exist, change nothing.
    for (const id of ['u1', 'nobody']) await plan.api.stopUnit(plan.submission, id);
    const events = await followed(plan);
    expect(events.filter(({ event }) => event === 'stopped').map(({ unit }) => unit)).toEqual(order);
    expect(begunIn(events)).not.toContain(order[0]);
    const { weightsSha256, listsSha256 } = expected.get(1)!;
    expect(events.find(({ event }) => event === 'done')).toMatchObject({
      unit: 'last',
      answer: { hashes: { weightsSha256, listsSha256 } },
    });
    expect(events.at(-1)).toMatchObject({ done: 1, failed: 0, problem: null });
    while ((await plan.api.job(plan.submission))?.status === 'RUNNING') await sleep(200);
    expect((await plan.api.job(plan.submission))?.status).toBe('SUCCEEDED');
    while ((await programsOf('ones')).length > 0) await sleep(200);
    expect(await leftovers('ones')).toEqual([]);
  });

  test("a leaderboard gives this computer's figures, row for row", async () => {
    const away = await workspaceWithData('board');
    const { environment, place } = await withClusterAdded(away);
    const asked = ['leaderboard', '--data', fingerprint, '--models', 'popularity,als,dae-quick', '--seeds', '2'];
    const there = await shelfwise([...asked, '--on', 'here', '--yes', ...place], { environment });
    expect(there.status, there.err).toBe(0);
    const here = await shelfwise([...asked, '--workspace', home.folder, '--json']);
    const withoutSeconds = ({ rows, ...board }: Leaderboard): object => ({
      ...board,
      rows: rows.map((row) => ({ ...row, seconds: 0 })),
    });
    expect(withoutSeconds(there.json() as Leaderboard)).toEqual(withoutSeconds(here.json() as Leaderboard));
  });

  test('waits for a cluster that goes away in the middle and restarts: everything is fetched, with the same bits', async () => {
    const away = await workspaceWithData('away');
    const recipe = path.join(folder, 'recipe.json');
    await fs.writeFile(recipe, JSON.stringify(RECIPE));
    const { environment, place } = await withClusterAdded(away);
    let said = '';
    const asked = ['train', '--data', fingerprint, '--recipe', recipe, '--seed', '1', '--seeds', '3'];
    const working = shelfwise([...asked, '--on', 'here', '--yes', ...place], {
      environment,
      onError: (soFar) => (said = soFar),
    });
    const ended = new AbortController();
    void working.finally(() => ended.abort());
    const untilTrue = async (isTrue: () => boolean | Promise<boolean>): Promise<void> => {
      while (!ended.signal.aborted && !(await isTrue())) await sleep(100);
    };
    await untilTrue(async () => (await fs.readdir(away.runs)).some((name) => /^r[a-z0-9]{9}$/.test(name)));
    await cluster.kill();
    await untilTrue(() => said.includes('which does not answer'));
    await cluster.startHead();
    await cluster.startNode(SHELFWISE);
    const { status, err, json } = await working;
    expect(status, err).toBe(0);
    expect(err).toContain('Waiting for the cluster, which does not answer');
    const { runs } = json() as RepeatedSeeds;
    expect(runs.map(({ seed }) => seed)).toEqual(SEEDS.slice(0, 3));
    for (const { seed, runId } of runs) {
      const { weightsSha256, listsSha256, files } = expected.get(seed)!;
      const record = await readRecord(runFolder(away, runId));
      expect(record).toMatchObject({ status: 'finished', weightsSha256, listsSha256 });
      expect(record.files!['lists.safetensors']).toBe(files!['lists.safetensors']);
    }
  });
});

/** A command line of Shelfwise that reports another build: its own files beside another hash. */
async function otherBuild(): Promise<string> {
  const copy = path.join(folder, 'other');
  await fs.cp(path.join(ROOT, 'out'), path.join(copy, 'out'), { recursive: true });
  for (const name of ['node_modules', 'package.json', 'resources'])
    await fs.symlink(path.join(ROOT, name), path.join(copy, name));
  const build = path.join(copy, 'out', 'build.json');
  const content = JSON.parse(await fs.readFile(build, 'utf8')) as object;
  await fs.writeFile(build, JSON.stringify({ ...content, buildSha256: 'f'.repeat(64) }));
  return path.join(copy, 'out', 'main', 'cli.js');
}

/** Runs the command line with the cluster added as `here`. */
async function withClusterAdded(
  workspace: Workspace,
): Promise<{ environment: Record<string, string>; place: string[] }> {
  const token = path.join(folder, 'token');
  await fs.writeFile(token, cluster.token, { mode: 0o600 });
  const environment = { XDG_DATA_HOME: path.join(folder, 'account') };
  const place = ['--workspace', workspace.folder, '--json'];
  const named = ['--name', 'here', '--token-file', token];
  const added = await shelfwise(['cluster', 'add', cluster.address, ...named, ...place], { environment });
  expect(added.status, added.err).toBe(0);
  return { environment, place };
}

async function workspaceWithData(name: string): Promise<Workspace> {
  const workspace = await openWorkspace(path.join(folder, 'away', name, 'workspace'));
  await fs.cp(snapshot, datasetFolder(workspace, fingerprint), { recursive: true });
  return workspace;
}

/** Folders of a plan in the nodes' temporary folder. */
const leftovers = async (plan: string): Promise<string[]> =>
  (await fs.readdir(os.tmpdir())).filter((name) => name.startsWith('shelfwise-ray-') && name.includes(`-${plan}-`));

/** Command lines and trainers that work on a plan. */
async function programsOf(plan: string): Promise<Process[]> {
  const all = await processes();
  const work = all.filter(({ command }) => / work /.test(command) && command.includes(`-${plan}-`));
  const pids = new Set(work.map(({ pid }) => pid));
  return [...work, ...all.filter(({ parent, command }) => pids.has(parent) || command.includes(`-${plan}-`))];
}

/** Milliseconds after which nothing begins to work any more; the search must end, or this file never does. */
const LONGEST_WAIT = 300_000;

/** A process that works on a plan's unit and has trained some epochs: its trainer, the Ray worker, or its node. */
async function atWork(plan: string, what: 'trainer' | 'worker' | 'node'): Promise<{ unit: string; pid: number }> {
  for (const end = Date.now() + LONGEST_WAIT; Date.now() < end;) {
    const all = await processes();
    for (const one of all) {
      const unit = /([^ ]*-([a-z]+)-[0-9a-f]{12})\/unit-[^/ ]+\/unit\.json/.exec(one.command);
      if (unit?.[2] !== plan || !/ work /.test(one.command)) continue;
      const trainer = all.find(({ parent }) => parent === one.pid);
      const worker = all.find(({ pid }) => pid === one.parent);
      if (trainer === undefined || worker === undefined || !(await hasLearned(unit[1]!))) continue;
      return { unit: unit[0], pid: what === 'trainer' ? trainer.pid : what === 'worker' ? worker.pid : worker.parent };
    }
    await sleep(50);
  }
  throw new Error(`no ${what} works on the plan ${plan}`);
}

/** Whether a run of this workspace is in the middle of its epochs. */
async function hasLearned(node: string): Promise<boolean> {
  const runs = path.join(node, 'workspace', 'runs');
  for (const name of await fs.readdir(runs).catch(() => [])) {
    const record = await readRecord(path.join(runs, name)).catch(() => null);
    if (record?.status === 'running' && (await fs.stat(path.join(runs, name, 'epochs.jsonl')).catch(() => null)))
      return true;
  }
  return false;
}
