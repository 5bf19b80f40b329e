/** Work on a cluster whose connection breaks or whose results are missing or damaged: running work is not lost. */
import { expect, test, vi } from 'vitest';
import { createEngine } from '../../engine';
import type { JobRequest } from '../../work-schemas';
import { finalValue } from '../../../shared/values/final-value';
import { ClusterWork, planIn, RECIPE } from '../../../../tests/support/cluster-work';
import { printed } from '../../../../tests/support/ray-stand-in';
import { trainersHere } from '../../../../tests/support/trainers-here';
import { triedOf } from '../../../../tests/support/tried';

const at = new ClusterWork();
const { made, work, openPlans, answersAtOnce, does } = at;

const stops = (): string[] => at.ray.requests.filter((asked) => asked.endsWith('/stop'));

const HTML = 'text/html; charset=utf-8';

/** By its status, its type and its content; the others are known by the same. */
const PROXIES = triedOf<[string, { status: number; body: string; type?: string }]>(
  [['a page to sign in', { status: 200, body: '<html>Who are you?</html>', type: HTML }]],
  [
    ['502', { status: 502, body: '<html>Bad Gateway</html>', type: HTML }],
    ['what Ray does not', { status: 200, body: '{"hello":"you"}' }],
    ['429', { status: 429, body: 'Too Many Requests' }],
    ['503', { status: 503, body: 'Service Unavailable' }],
    ['504', { status: 504, body: 'Gateway Time-out' }],
    ['a 404 of its own', { status: 404, body: '404 page not found' }],
    ['the way to such a page', { status: 302, body: '' }],
  ],
);

test.each(PROXIES)(
  'a proxy in front of a cluster that answers %s is waited for, and the job stays the same',
  async (_, answer) => {
    let asked = 0;
    at.ray.onSubmit = (job, packed) => {
      at.ray.instead = (path) => {
        if (!path.startsWith('/api/jobs/')) return null;
        asked += 1;
        if (asked === 2) void does(job, packed).then(() => (at.ray.instead = () => null));
        return answer;
      };
    };
    const phases = new Set<string>();
    expect(await work(at.unitOf(5), ({ phase }) => phases.add(phase))).toEqual(made.get(5)!.answer);
    expect([phases.has('away'), asked >= 2, at.ray.jobs.size, await openPlans()]).toEqual([true, true, 1, 0]);
  },
);

test('does not wait for a proxy without a cluster behind it before anything was sent', { tags: ['rare'] }, async () => {
  answersAtOnce();
  at.ray.instead = () => ({ status: 502, body: 'Bad Gateway' });
  await expect(work(at.unitOf(5))).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringContaining('does not answer: something in front of it answers 502'),
  });
  expect([at.ray.packages.size, await openPlans()]).toEqual([0, 0]);
});

test('events of units are passed on once, however often the cluster is polled', { tags: ['rare'] }, async () => {
  let looks = 0;
  at.ray.onSubmit = (job, packed) => {
    job.log = printed({ event: 'begun', unit: 'u1', node: 'a' });
    at.ray.instead = (path) => {
      if (!path.endsWith('/logs')) return null;
      looks += 1;
      if (looks === 2) job.log += printed({ event: 'progress', unit: 'u1', text: 'epoch 1', fraction: 0.5 });
      if (looks === 4) void does(job, packed, { before: job.log });
      return null;
    };
  };
  const told: string[] = [];
  await work(at.unitOf(5), ({ phase, detail }) => phase === 'unit' && told.push(detail));
  expect(looks).toBeGreaterThan(4);
  expect(told).toEqual(['a', 'epoch 1']);
});

test('a line of a log is parsed once, however often the cluster is polled', { tags: ['rare'] }, async () => {
  let looks = 0;
  const line = printed({ event: 'progress', unit: 'u1', text: 'epoch 7', fraction: 0.5 });
  at.ray.onSubmit = (job, packed) => {
    job.log = line;
    at.ray.instead = (path) => {
      if (path.endsWith('/logs') && ++looks === 4) void does(job, packed, { before: job.log });
      return null;
    };
  };
  const parse = vi.spyOn(JSON, 'parse');
  try {
    await work(at.unitOf(5));
    expect(looks).toBeGreaterThan(4);
    expect(parse.mock.calls.filter(([text]) => line === `shelfwise ${text}\n`)).toHaveLength(1);
  } finally {
    parse.mockRestore();
  }
});

test('a login page instead of a result is not taken for the result', { tags: ['rare'] }, async () => {
  let pages = 0;
  at.ray.instead = (path) =>
    path === '/api/v0/logs/file' && pages++ === 0 ? { status: 200, body: '<html></html>', type: HTML } : null;
  answersAtOnce();
  expect(await work(at.unitOf(5))).toEqual(made.get(5)!.answer);
  expect([pages, at.ray.jobs.size]).toEqual([2, 1]);
});

test('an invalid result fails only its unit: the others continue there and come home', { tags: ['rare'] }, async () => {
  const packages: Buffer[] = [];
  at.ray.onSubmit = (job, packed) => {
    packages.push(packed);
    void planIn(packed).then(({ plan: { plan, units } }) => {
      const [first] = units;
      const told = at.doneBy(plan, first!.id, first!.unit) as { result: object };
      job.log = printed({ ...told, result: { ...told.result, sha256: '0'.repeat(64) } });
    });
  };
  let failed = false;
  const seeds = at.client.units.seeds({ data: at.data, recipe: RECIPE, seed: 5, seeds: 2, on: 'lab' });
  const ended = finalValue(await seeds, () => {
    const [job] = at.ray.jobs.values();
    // The bad result was taken: one of two is done.
    if (failed || job === undefined || !at.ray.requests.some((asked) => asked.includes('/logs/file'))) return;
    failed = true;
    void does(job, packages[0]!, { before: job.log });
  });
  await expect(ended).rejects.toMatchObject({ code: 'bad-data', message: expect.stringContaining('bytes that were') });
  expect((await at.client.runs.list()).map(({ runId }) => runId)).toEqual([made.get(6)!.answer.runId]);
  expect([stops(), at.ray.jobs.size, await openPlans()]).toEqual([[], 1, 0]);
});

test('a job that prints too much is stopped there, and the rest is another job', { tags: ['rare'] }, async () => {
  at.ray.onSubmit = (job) => {
    job.log = 'x'.repeat(65 << 20);
    answersAtOnce();
  };
  expect(await work(at.unitOf(5))).toEqual(made.get(5)!.answer);
  expect([...at.ray.jobs.values()].map(({ status }) => status)).toEqual(['STOPPED', 'SUCCEEDED']);
  expect([stops().length, await openPlans()]).toEqual([1, 0]);
});

test(
  'a result that the cluster lost while this computer was away is computed by another job',
  { tags: ['rare'] },
  async () => {
    const left = new AbortController();
    let packed: Buffer;
    at.ray.onSubmit = (_, sent) => {
      packed = sent;
      left.abort();
    };
    await expect(work(at.unitOf(5), undefined, left.signal)).rejects.toMatchObject({ code: 'stopped' });
    const [job] = at.ray.jobs.values();
    await does(job!, packed!);
    at.ray.files.clear();
    answersAtOnce();
    expect(await work(at.unitOf(5))).toEqual(made.get(5)!.answer);
    expect([at.ray.jobs.size, await openPlans()]).toEqual([2, 0]);
  },
);

test('a result that is briefly missing is requested again, but not forever', { tags: ['rare'] }, async () => {
  let asked = 0;
  const busy = { status: 500, body: 'Agent for node id: the-node-of-the-driver does not exist.' };
  at.ray.instead = (path) => (path === '/api/v0/logs/file' && asked++ === 0 ? busy : null);
  answersAtOnce();
  expect(await work(at.unitOf(5))).toEqual(made.get(5)!.answer);
  expect([asked, at.ray.jobs.size]).toEqual([2, 1]);
  at.ray.instead = (path) => (path === '/api/v0/logs/file' ? busy : null);
  await expect(work(at.unitOf(6))).rejects.toThrow(/several times.*no longer has what it made \(u1\.shelfwise\)/);
  expect(at.ray.jobs.size).toBe(4);
});

/** A job from the window on a cluster that has it and then stops answering. */
async function begunBeforeItWent(): Promise<{ request: JobRequest; job: string }> {
  const request: JobRequest = { on: 'lab', name: 'a', work: { kind: 'unit', request: at.unitOf(5) } };
  const there = new Promise<void>((resolve) => (at.ray.onSubmit = () => resolve()));
  const { job } = await at.client.jobs.start(request);
  await there;
  at.ray.isAway = true;
  return { request, job };
}

test(
  'following work in a window reports that the cluster did not receive the stop; stopping again stops it',
  { tags: ['rare'] },
  async () => {
    const { request, job } = await begunBeforeItWent();
    const told = finalValue(await at.client.jobs.follow({ job })).catch((thrown: unknown) => thrown);
    const unheard = { code: 'busy', message: expect.stringContaining('did not arrive') };
    await expect(at.client.jobs.stop({ job })).rejects.toMatchObject(unheard);
    expect(await told).toMatchObject(unheard);
    at.ray.isAway = false;
    await at.client.jobs.start(request);
    await at.client.jobs.stop({ job });
    expect([...at.ray.jobs.values()].map(({ status }) => status)).toEqual(['STOPPED']);
  },
);

test('without a follower, the list reports that a cluster did not receive the stop', { tags: ['rare'] }, async () => {
  const { job } = await begunBeforeItWent();
  await expect(at.client.jobs.stop({ job })).rejects.toMatchObject({ code: 'busy' });
  expect(await at.client.jobs.list()).toMatchObject([{ job, state: 'failed' }]);
});

test.each(['somebody follows', 'nobody follows'])(
  'a repeated stop where %s reports the same until it succeeds',
  async (who) => {
    const { job } = await begunBeforeItWent();
    const follows = who === 'somebody follows';
    const told = follows && finalValue(await at.client.jobs.follow({ job })).catch((thrown: unknown) => thrown);
    const unheard = { code: 'busy', message: expect.stringContaining('did not arrive') };
    for (let time = 1; time <= 3; time++) await expect(at.client.jobs.stop({ job })).rejects.toMatchObject(unheard);
    if (told !== false) expect(await told).toMatchObject(unheard);
    expect(await at.client.jobs.list()).toMatchObject([{ job, state: 'failed' }]);
    at.ray.isAway = false;
    expect(await at.client.jobs.stop({ job })).toEqual({ stopped: job });
    expect([...at.ray.jobs.values()].map(({ status }) => status)).toEqual(['STOPPED']);
    expect(await at.client.jobs.list()).toEqual([]);
    await expect(at.client.jobs.stop({ job })).rejects.toMatchObject({ code: 'not-found' });
  },
);

test('a stop that was not received is sent once more by the next program too', { tags: ['rare'] }, async () => {
  const { job } = await begunBeforeItWent();
  await expect(at.client.jobs.stop({ job })).rejects.toMatchObject({ code: 'busy' });
  await at.engine.close();
  at.engine = await createEngine({ workspaceFolder: at.workspace.folder, launcher: trainersHere });
  at.client = at.engine.client;
  await expect(at.client.jobs.stop({ job })).rejects.toMatchObject({ code: 'busy' });
  at.ray.isAway = false;
  expect(await at.client.jobs.stop({ job })).toEqual({ stopped: job });
  expect([...at.ray.jobs.values()].map(({ status }) => status)).toEqual(['STOPPED']);
});

test('asking for one unit of a stopped plan starts only that unit', { tags: ['rare'] }, async () => {
  const stop = new AbortController();
  at.ray.onSubmit = () => stop.abort();
  const request = { data: at.data, recipe: RECIPE, seed: 5, seeds: 2, on: 'lab' };
  const seeds = finalValue(await at.client.units.seeds(request, { signal: stop.signal }));
  await expect(seeds).rejects.toMatchObject({ code: 'stopped' });
  answersAtOnce();
  expect(await work(at.unitOf(6))).toEqual(made.get(6)!.answer);
  const packages = await Promise.all([...at.ray.packages.values()].map((packed) => planIn(packed)));
  expect(packages.map(({ plan }) => plan.units.map(({ id }) => id))).toEqual([['u1', 'u2'], ['u2']]);
  expect((await at.client.runs.list()).map(({ runId }) => runId)).toEqual([made.get(6)!.answer.runId]);
  expect(await openPlans()).toBe(0);
});

test(
  'asking for one unit of a running plan waits only for it, and the others continue',
  { tags: ['rare'] },
  async () => {
    const left = new AbortController();
    let packed: Buffer;
    at.ray.onSubmit = (_, sent) => {
      packed = sent;
      at.ray.isAway = true;
      left.abort();
    };
    const request = { data: at.data, recipe: RECIPE, seed: 5, seeds: 2, on: 'lab' };
    const seeds = finalValue(await at.client.units.seeds(request, { signal: left.signal }));
    await expect(seeds).rejects.toMatchObject({ code: 'busy' });
    at.ray.isAway = false;
    at.ray.requests.length = 0;
    const [job] = at.ray.jobs.values();
    const { plan } = await planIn(packed!);
    job!.log = printed(at.doneBy(plan.plan, 'u1', plan.units[0]!.unit));
    expect(await work(at.unitOf(5))).toEqual(made.get(5)!.answer);
    expect([stops(), job!.status, await openPlans()]).toEqual([[], 'RUNNING', 1]);
    await does(job!, packed!, { before: job!.log });
    expect(await work(at.unitOf(6))).toEqual(made.get(6)!.answer);
    expect([stops(), at.ray.jobs.size, await openPlans()]).toEqual([[], 1, 0]);
  },
);
