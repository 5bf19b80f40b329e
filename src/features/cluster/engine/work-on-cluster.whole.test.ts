/** Units on a cluster: what is sent, what is accepted, and which programs may end meanwhile. A second workspace plays the nodes. */
import { readdirSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { programInfo } from '../../../engine/machine/environment/program';
import { hostTag } from '../../../engine/storage/processes';
import { sha256 } from '../../../engine/storage/read-files';
import { runFolder } from '../../../engine/storage/workspace';
import { readCertificates } from '../../../engine/runs/certificates';
import type { RepeatedSeeds } from '../../sweep/contract/seeds';
import type { TrainUnit } from '../../train/contract/unit';
import type { Unit } from '../../work-schemas';
import type { UnitAnswer } from '../../../shared/contract/unit';
import { finalValue } from '../../../shared/values/final-value';
import { ClusterWork, planIn, RECIPE } from '../../../../tests/support/cluster-work';
import { NO_PROCESS } from '../../../../tests/support/no-process';
import { printed, recordedNodes } from '../../../../tests/support/ray-stand-in';
import { leadEveryList } from '../../../../tests/support/forged-lists';
import { changeJson, forged, remade } from '../../../../tests/support/remade-bundle';

const at = new ClusterWork();
const { made, work, openPlans, answersAtOnce } = at;

test('a run is trained there and comes home with its bits; the same again sends nothing', async () => {
  answersAtOnce();
  const { answer } = made.get(5)!;
  expect(await work(at.unitOf(5))).toEqual(answer);
  expect(await at.client.runs.get({ runId: answer.runId })).toMatchObject({ status: 'finished', ...answer.hashes });
  expect(await openPlans()).toBe(0);
  expect((await fs.readdir(at.workspace.plans)).filter((name) => name !== 'plans.json')).toEqual([]);
  const before = at.ray.requests.length;
  expect(await work(at.unitOf(5))).toEqual(answer);
  expect(at.ray.requests.length).toBe(before);
});

test(
  'a run of a cluster answers what a cluster is asked; asked of this computer it is trained here, as a verification',
  { tags: ['rare'] },
  async () => {
    answersAtOnce();
    const { answer } = made.get(5)!;
    await work(at.unitOf(5));
    const folder = runFolder(at.workspace, answer.runId);
    expect(await readCertificates(folder)).toEqual([]);
    expect(await finalValue(await at.client.units.work({ unit: at.unitOf(5) }))).toEqual(answer);
    expect(await readCertificates(folder)).toMatchObject([{ verdict: 'identical-bits' }]);
  },
);

test('a forged run of a cluster answers nothing that this computer is asked', async () => {
  const { file, answer } = made.get(5)!;
  const bytes = await fs.readFile(await forged(file, leadEveryList));
  answersAtOnce((event, plan) => {
    const { result } = event as { result: { name: string } };
    at.ray.files.set(`shelfwise/${plan}/${result.name}`, bytes);
    return { ...event, result: { ...result, bytes: bytes.length, sha256: sha256(bytes) } };
  });
  expect(await work(at.unitOf(5))).toMatchObject({ state: 'done' });
  const here = await finalValue(await at.client.units.work({ unit: at.unitOf(5) }));
  expect(here).toMatchObject({ state: 'failed', problem: { code: 'different' }, metrics: null });
  expect(here.problem!.message).toContain(answer.runId);
  await expect(
    finalValue(await at.client.units.seeds({ data: at.data, recipe: RECIPE, seed: 5, seeds: 2 })),
  ).rejects.toMatchObject({ code: 'different' });
});

test(
  'a run of a bundle that was not verified here answers no cluster unit, and nothing is sent for it',
  { tags: ['rare'] },
  async () => {
    const { file } = made.get(5)!;
    await finalValue(await at.client.runs.open({ file: await forged(file, leadEveryList) }));
    await expect(work(at.unitOf(5))).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('was not verified on this computer'),
    });
    expect(at.ray.requests).toEqual([]);
  },
);

test(
  'a certificate of a cluster answers no verification that this computer is asked for',
  { tags: ['rare'] },
  async () => {
    const { answer, file } = made.get(5)!;
    await finalValue(await at.client.runs.open({ file: await forged(file, leadEveryList) }));
    const folder = runFolder(at.workspace, answer.runId);
    const { listsSha256 } = await at.client.runs.get({ runId: answer.runId });
    const stated = at.certificate.verification!;
    const verification = {
      ...stated,
      verifiedAt: '9999-01-01T00:00:00.000Z',
      recorded: { ...stated.recorded, listsSha256: listsSha256! },
    };
    at.ray.onSubmit = (job) => {
      job.log = printed({ event: 'done', unit: 'u1', answer: { ...at.certificate, verification }, result: null });
      job.status = 'SUCCEEDED';
    };
    const unit: Unit = { kind: 'verify', run: answer.runId };
    expect((await work(unit)).verification).toMatchObject({
      verdict: 'identical-bits',
      origin: { cluster: 'lab', statedAt: '9999-01-01T00:00:00.000Z' },
    });
    const here = await finalValue(await at.client.units.work({ unit }));
    expect(here.verification).toMatchObject({ verdict: 'different', differs: ['lists'] });
    // The latest is that of this computer, and the cluster's is told as the cluster's.
    const certificates = await at.client.runs.certificates({ runId: answer.runId });
    expect(certificates.map(({ origin, verdict }) => [origin?.cluster, verdict])).toEqual([
      [undefined, 'different'],
      ['lab', 'identical-bits'],
    ]);
    expect(await readCertificates(folder)).toHaveLength(2);
  },
);

test('only the data set without local paths and the units for this build are sent', async () => {
  answersAtOnce();
  const repeated: RepeatedSeeds = await finalValue(
    await at.client.units.seeds({ data: at.data, recipe: RECIPE, seed: 5, seeds: 2, on: 'lab' }),
  );
  expect(repeated.runs.map(({ runId }) => runId)).toEqual([5, 6].map((seed) => made.get(seed)!.answer.runId));
  const [[name, packed]] = [...at.ray.packages] as [[string, Buffer]];
  expect(name).toBe(`_ray_pkg_${sha256(packed).slice(0, 32)}.zip`);
  const { plan, files } = await planIn(packed);
  expect(files).toHaveProperty(['shelfwise_ray/__main__.py']);
  const others = Object.keys(files).filter((file) => !file.startsWith('shelfwise_ray/'));
  expect(others).toEqual(['plan.json', `data/${at.data}.zip`]);
  const { buildSha256 } = await programInfo();
  expect(plan).toMatchObject({
    build: { buildSha256 },
    data: [{ fingerprint: at.data, file: `data/${at.data}.zip` }],
    runs: [],
  });
  expect(plan.units.map(({ unit, cores }) => [(unit as TrainUnit).seed, unit.build, cores])).toEqual([
    [5, buildSha256, 1],
    [6, buildSha256, 1],
  ]);
  for (const place of [at.workspace.folder, path.dirname(at.elsewhere), os.tmpdir()])
    expect(packed.includes(place), place).toBe(false);
});

test('nothing is sent before consent, nor to a cluster that is not in the address book', async () => {
  await at.client.clusters.add({ name: 'lab', address: at.ray.address, token: at.ray.token, plain: false });
  await expect(work(at.unitOf(5))).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining('agreed') });
  await expect(finalValue(await at.client.units.work({ unit: at.unitOf(5), on: 'other' }))).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(at.ray.requests).toEqual([]);
  expect(await at.client.clusters.sending({ name: 'lab', data: at.data })).toMatchObject({
    address: at.ray.address,
    profiles: 24,
    pseudonymised: false,
    agreed: false,
  });
});

test('consent is for the address that was shown, not for another that got its name meanwhile', async () => {
  await at.client.clusters.add({ name: 'lab', address: 'http://127.0.0.1:1', token: at.ray.token, plain: false });
  await expect(at.client.clusters.agree({ name: 'lab', data: at.data, address: at.ray.address })).rejects.toMatchObject(
    { code: 'usage', message: expect.stringContaining('http://127.0.0.1:1') },
  );
  expect(await at.client.clusters.sending({ name: 'lab', data: at.data })).toMatchObject({ agreed: false });
});

test('a cluster that goes away in the middle is waited for and reported; the job stays the same', async () => {
  let goOn = (): void => undefined;
  at.ray.onSubmit = (job, packed) => {
    at.ray.isAway = true;
    goOn = () => {
      answersAtOnce();
      at.ray.onSubmit(job, packed);
      at.ray.isAway = false;
    };
  };
  const phases = new Set<string>();
  const answer = await work(at.unitOf(5), ({ phase }) => {
    if (phase === 'away' && at.ray.isAway) goOn();
    phases.add(phase);
  });
  expect(answer).toEqual(made.get(5)!.answer);
  expect(phases).toContain('away');
  expect(at.ray.jobs.size).toBe(1);
});

test('asking again after this program ended finds the job', { tags: ['rare'] }, async () => {
  const left = new AbortController();
  let packed: Buffer;
  at.ray.onSubmit = (_, sent) => {
    packed = sent;
    // The cluster does not receive the stop.
    at.ray.isAway = true;
    left.abort();
  };
  await expect(work(at.unitOf(5), undefined, left.signal)).rejects.toMatchObject({
    code: 'busy',
    message: expect.stringMatching(/continues on lab.*does not answer/),
  });
  expect(await openPlans()).toBe(1);
  at.ray.isAway = false;
  const [job] = at.ray.jobs.values();
  answersAtOnce();
  at.ray.onSubmit(job!, packed!);
  expect(await work(at.unitOf(5))).toEqual(made.get(5)!.answer);
  expect([at.ray.jobs.size, await openPlans()]).toEqual([1, 0]);
});

test('a stopped job is started again with the rest, as another job', { tags: ['rare'] }, async () => {
  const stop = new AbortController();
  at.ray.onSubmit = () => stop.abort();
  await expect(work(at.unitOf(5), undefined, stop.signal)).rejects.toMatchObject({ code: 'stopped' });
  expect([...at.ray.jobs.values()].map(({ status }) => status)).toEqual(['STOPPED']);
  answersAtOnce();
  expect(await work(at.unitOf(5))).toEqual(made.get(5)!.answer);
  expect([...at.ray.jobs.keys()].map((id) => id.replace(/p[0-9a-f]{16}/, 'PLAN'))).toEqual([
    'shelfwise-PLAN-1',
    'shelfwise-PLAN-2',
  ]);
});

test(
  'a restarted cluster that knows no job is asked again; a driver that ends early too, but not forever',
  { tags: ['rare'] },
  async () => {
    at.ray.onSubmit = (job) => {
      at.ray.jobs.delete(job.asked.submission_id);
      answersAtOnce();
    };
    expect(await work(at.unitOf(5))).toEqual(made.get(5)!.answer);
    at.ray.onSubmit = (job) => {
      job.status = 'FAILED';
      job.message = 'the node died';
    };
    await expect(work(at.unitOf(6))).rejects.toThrow(/several times.*the node died/);
  },
);

test('a restarted head is waited for until it has nodes, however often it breaks off', { tags: ['rare'] }, async () => {
  let looks = 0;
  at.ray.onSubmit = (job) => {
    at.ray.jobs.delete(job.asked.submission_id);
    answersAtOnce();
    at.ray.instead = (asked) => {
      if (asked !== '/api/v0/nodes') return null;
      looks += 1;
      if (looks > 2) at.ray.instead = () => null;
      const head = { node_id: 'a', node_ip: '10.0.0.1', is_head_node: true, state: 'ALIVE', resources_total: {} };
      return { status: 200, body: JSON.stringify(recordedNodes([head])) };
    };
  };
  const phases = new Set<string>();
  const answer = await work(at.unitOf(5), ({ phase }) => phases.add(phase));
  expect(answer).toEqual(made.get(5)!.answer);
  expect([looks, phases.has('away')]).toEqual([3, true]);
});

test('nodes with another build are refused by the driver, which is reported', async () => {
  at.ray.onSubmit = (job) => {
    const problem = { code: 'usage', message: 'No node has the build that is asked for.' };
    job.log =
      printed({ event: 'refused', node: 'a', problem }) + printed({ event: 'end', done: 0, failed: 1, problem });
    job.status = 'FAILED';
  };
  await expect(work(at.unitOf(5))).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining('No node'),
  });
});

test('files in transit are in the workspace only while a program works on them; gc removes what a kill leaves', async () => {
  const leftover = path.join(at.workspace.plans, `p0.0123456789ab-${hostTag()}-${NO_PROCESS}.part`);
  await fs.mkdir(leftover, { recursive: true });
  await fs.writeFile(path.join(leftover, 'data.zip'), 'histories');
  const lying: string[] = [];
  answersAtOnce();
  const answersThen = at.ray.onSubmit;
  at.ray.onSubmit = (job, packed) => {
    lying.push(...readdirSync(at.workspace.plans));
    answersThen(job, packed);
  };
  await work(at.unitOf(5));
  expect(lying.sort()).toEqual([path.basename(leftover), 'plans.json']);
  expect((await at.client.workspace.collect()).removed).toEqual([`plans/${path.basename(leftover)}`]);
  expect(await fs.readdir(at.workspace.plans)).toEqual(['plans.json']);
});

test('a wrong token is refused before anything is sent', async () => {
  await at.client.clusters.add({ name: 'lab', address: at.ray.address, token: 'wrong', plain: false });
  await at.client.clusters.agree({ name: 'lab', data: at.data, address: at.ray.address });
  await expect(work(at.unitOf(5))).rejects.toMatchObject({ code: 'no-permission' });
  expect([at.ray.packages.size, at.ray.jobs.size, await openPlans()]).toEqual([0, 0, 0]);
});

describe('a result is refused, and none of it is kept,', () => {
  const expectRefused = async (change: (event: Answered, plan: string) => object, why: RegExp) => {
    answersAtOnce((event, plan) => change(event as Answered, plan));
    expect(await work(at.unitOf(5))).toMatchObject({
      state: 'failed',
      problem: { code: 'bad-data', message: expect.stringMatching(why) },
    });
    expect(await fs.readdir(at.workspace.runs)).toEqual([]);
    expect(await openPlans()).toBe(0);
  };
  interface Answered {
    result: { name: string; bytes: number; sha256: string };
    answer: UnitAnswer;
  }
  const sends = (plan: string, bundle: Buffer, event: Answered): Answered => {
    at.ray.files.set(`shelfwise/${plan}/u1.shelfwise`, bundle);
    return { ...event, result: { ...event.result, bytes: bundle.length, sha256: sha256(bundle) } };
  };

  test('if its bytes differ from those announced', () =>
    expectRefused(
      (event) => ({ ...event, result: { ...event.result, sha256: '0'.repeat(64) } }),
      /bytes that were announced/,
    ));

  test('if there are more than announced', { tags: ['rare'] }, () =>
    expectRefused((event) => ({ ...event, result: { ...event.result, bytes: 10 } }), /more than the 10 bytes/),
  );

  test('if it is not a bundle', { tags: ['rare'] }, () =>
    expectRefused((event, plan) => sends(plan, Buffer.from('no zip'), event), /bundle/),
  );

  test('if it is another run', { tags: ['rare'] }, () =>
    expectRefused((event, plan) => sends(plan, made.get(6)!.bundle, event), /not .* as it was asked for/),
  );

  test('if another build made it, or its weights do not match', async () => {
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
    const others = await fs.readFile(otherWeights);
    await expectRefused((event, plan) => sends(plan, others, event), /./);
  });

  test('if it answers something else, or brings nothing', { tags: ['rare'] }, async () => {
    await expectRefused((event) => ({ ...event, answer: { ...event.answer, kind: 'join' } }), /not asked/);
    await expectRefused((event) => ({ ...event, result: null }), /no file/);
  });
});
