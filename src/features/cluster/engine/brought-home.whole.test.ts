/**
 * What comes home from a cluster beside trained runs: certificates, lists in parts, and rows of a leaderboard.
 * @module-tag rare
 */
import { readdirSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { createEngine } from '../../engine';
import { addApproval, APPROVALS_FILE } from '../../../engine/runs/approvals';
import { decodeSafetensors, encodeSafetensors, hashTensors } from '../../../engine/model/safetensors';
import { sha256 } from '../../../engine/storage/read-files';
import { runFolder } from '../../../engine/storage/workspace';
import { readCertificates } from '../../../engine/runs/certificates';
import type { Leaderboard } from '../../leaderboard/contract/leaderboard';
import type { Unit } from '../../work-schemas';
import type { UnitAnswer } from '../../../shared/contract/unit';
import { finalValue } from '../../../shared/values/final-value';
import { ClusterWork, planIn } from '../../../../tests/support/cluster-work';
import { printed } from '../../../../tests/support/ray-stand-in';
import { trainersHere } from '../../../../tests/support/trainers-here';
import { SAID_NOTHING_OF } from '../../../../tests/support/early-approval';

const at = new ClusterWork();
const { made, work } = at;

test('a verification there leaves its certificate here, unless it is of another run or has no date', async () => {
  const { answer, file } = made.get(5)!;
  await finalValue(await at.client.runs.open({ file }));
  const folder = runFolder(at.workspace, answer.runId);
  let runs: string[] = [];
  const said = { kind: 'approved', by: 'Kim', reason: 'looked at all', at: '2026-01-02T03:04:05.000Z' } as const;
  await addApproval(folder, { ...said, listsSha256: null, rulesSha256: null, ...SAID_NOTHING_OF, found: [] });
  const certified = (run: string, verifiedAt = at.certificate.verification!.verifiedAt) => {
    at.ray.onSubmit = (job, packed) =>
      void planIn(packed).then(({ plan, files }) => {
        // Approvals and marks of the run stay here.
        runs = plan.runs.map(
          ({ file: name }) => `${name} ${['run.json', APPROVALS_FILE].map((one) => files[name]!.includes(one)).join()}`,
        );
        const verification = { ...at.certificate.verification!, runId: run, verifiedAt };
        job.log = printed({ event: 'done', unit: 'u1', answer: { ...at.certificate, verification }, result: null });
        job.status = 'SUCCEEDED';
      });
  };
  const moments = ['2026-99-99T99:99:99.999Z', '2026-02-30T00:00:00.000Z', '../x'];
  for (const [run, moment] of [['rzzzzzzzzz'], ...moments.map((one) => [answer.runId, one])] as [string, string?][]) {
    certified(run, moment);
    expect(await work({ kind: 'verify', run: answer.runId }), moment).toMatchObject({
      state: 'failed',
      problem: { code: 'bad-data' },
    });
  }
  expect(await readCertificates(folder)).toEqual([]);
  certified(answer.runId);
  const before = new Date().toISOString();
  const arrived = (await work({ kind: 'verify', run: answer.runId })).verification!;
  // The date is that of its arrival; what the cluster says of its own is kept as such.
  const { verifiedAt: statedAt, ...certificate } = at.certificate.verification!;
  expect(arrived).toEqual({ ...certificate, verifiedAt: arrived.verifiedAt, origin: { cluster: 'lab', statedAt } });
  expect(arrived.verifiedAt >= before && arrived.verifiedAt <= new Date().toISOString()).toBe(true);
  expect(await readCertificates(folder)).toEqual([arrived]);
  expect(runs).toEqual([`runs/${answer.runId}.shelfwise true,false`]);
});

test('lists return in parts and are joined; a part of other lists is refused', async () => {
  const { answer, file } = made.get(5)!;
  const { elsewhere } = at;
  await finalValue(await at.client.runs.open({ file }));
  const nodes = await createEngine({ workspaceFolder: elsewhere, launcher: trainersHere });
  const unit: Unit = { kind: 'lists', run: answer.runId, part: 1, of: 1 };
  const part = await finalValue(await nodes.client.units.work({ unit }));
  const bytes = await fs.readFile(path.join(elsewhere, 'runs', answer.runId, part.file!.path));
  const brings = (content: Buffer) => {
    at.ray.onSubmit = (job, packed) =>
      void planIn(packed).then(({ plan }) => {
        at.ray.files.set(`shelfwise/${plan.plan}/u1.safetensors`, content);
        const result = { name: 'u1.safetensors', bytes: content.length, sha256: sha256(content) };
        job.log = printed({ event: 'done', unit: 'u1', answer: part, result });
        job.status = 'SUCCEEDED';
      });
  };
  const listed = async () => finalValue(await at.client.units.lists({ run: answer.runId, parts: 1, on: 'lab' }));
  const changed = Buffer.from(bytes);
  changed[changed.length - 1]! ^= 1;
  brings(changed);
  await expect(listed()).rejects.toMatchObject({ code: 'bad-data', message: expect.stringContaining('part 1 of 1') });
  brings(bytes);
  expect(await listed()).toMatchObject({ state: 'done', hashes: { listsSha256: answer.hashes.listsSha256 } });
});

test('lists that a cluster made for a run without any are the cluster’s: forged ones are not exported', async () => {
  const { answer } = made.get(5)!;
  await finalValue(await at.client.units.work({ unit: { ...at.unitOf(5), until: 'model' } }));
  const nodes = await createEngine({ workspaceFolder: at.elsewhere, launcher: trainersHere });
  const part = await finalValue(
    await nodes.client.units.work({ unit: { kind: 'lists', run: answer.runId, part: 1, of: 1 } }),
  );
  const { tensors } = decodeSafetensors(
    await fs.readFile(path.join(at.elsewhere, 'runs', answer.runId, part.file!.path)),
  );
  const { values } = tensors['items']!;
  [values[0], values[20]] = [values[20]!, values[0]!];
  expect(tensors['scores']!.values[0]).not.toBe(tensors['scores']!.values[20]);
  const weightsSha256 = answer.hashes.weightsSha256!;
  const bytes = encodeSafetensors(tensors, { weightsSha256, tensorsSha256: hashTensors(tensors) });
  at.ray.onSubmit = (job, packed) =>
    void planIn(packed).then(({ plan }) => {
      at.ray.files.set(`shelfwise/${plan.plan}/u1.safetensors`, Buffer.from(bytes));
      const result = { name: 'u1.safetensors', bytes: bytes.length, sha256: sha256(bytes) };
      job.log = printed({ event: 'done', unit: 'u1', answer: part, result });
      job.status = 'SUCCEEDED';
    });
  const listed = await finalValue(await at.client.units.lists({ run: answer.runId, parts: 1, on: 'lab' }));
  expect(listed).toMatchObject({ state: 'done' });
  expect(listed.hashes.listsSha256).not.toBe(answer.hashes.listsSha256);
  const out = path.join(at.workspace.folder, '..', 'lists.csv');
  await expect(at.client.runs.export({ runId: answer.runId, format: 'csv', out })).rejects.toMatchObject({
    code: 'different',
    message: expect.stringContaining('Of 25 lists'),
  });
  const here = await finalValue(await at.client.units.work({ unit: at.unitOf(5) }));
  expect(here).toMatchObject({ state: 'failed', problem: { code: 'different' } });
});

test('rows of a leaderboard come home one by one, and make the board of one computer; another row is refused', async () => {
  const { elsewhere } = at;
  const nodes = await createEngine({ workspaceFolder: elsewhere, launcher: trainersHere });
  const request = {
    data: at.data,
    models: ['popularity' as const, 'recent' as const],
    split: 'random' as const,
    seed: 5,
  };
  const board = await finalValue(await nodes.client.leaderboard({ ...request, seeds: 1 }));
  const rows = new Map<string, { answer: UnitAnswer; content: Buffer }>();
  for (const model of request.models) {
    const unit: Unit = { kind: 'compare', data: at.data, model, split: 'random', seed: 5 };
    const answer = await finalValue(await nodes.client.units.work({ unit }));
    rows.set(model, {
      answer,
      content: await fs.readFile(path.join(elsewhere, 'datasets', at.data, answer.file!.path)),
    });
  }
  const brings = (rowFor: (model: string) => string) => {
    at.ray.onSubmit = (job, packed) =>
      void planIn(packed).then(({ plan }) => {
        job.log = '';
        for (const { id, unit } of plan.units) {
          const { answer, content } = rows.get(rowFor((unit as { model: string }).model))!;
          at.ray.files.set(`shelfwise/${plan.plan}/${id}.json`, content);
          const result = { name: `${id}.json`, bytes: content.length, sha256: sha256(content) };
          job.log += printed({ event: 'done', unit: id, answer, result });
        }
        job.status = 'SUCCEEDED';
      });
  };
  const onLab = async () => finalValue(await at.client.leaderboard({ ...request, seeds: 1, on: 'lab' }));
  brings((model) => (model === 'recent' ? 'popularity' : model));
  await expect(onLab()).rejects.toMatchObject({
    code: 'bad-data',
    message: expect.stringContaining('row of recent'),
  });
  brings((model) => model);
  expect(await onLab()).toEqual(board);
  const before = at.ray.requests.length;
  expect(await onLab()).toEqual(board);
  const compared = path.join(at.workspace.datasets, at.data, 'compared');
  const clustersOfRows = async () =>
    Promise.all(
      readdirSync(compared).map(
        async (name) =>
          (JSON.parse(await fs.readFile(path.join(compared, name), 'utf8')) as { cluster?: string }).cluster,
      ),
    );
  expect(await clustersOfRows()).toEqual(['lab', 'lab']);
  // Rows of a cluster answer no comparison that this computer is asked for: it tries them, and they come out the same.
  const own = await finalValue(await at.client.leaderboard({ ...request, seeds: 1 }));
  const untimed = ({ rows: all, ...others }: Leaderboard) => ({
    ...others,
    rows: all.map((row) => ({ ...row, seconds: 0 })),
  });
  expect(untimed(own)).toEqual(untimed(board));
  expect(await clustersOfRows()).toEqual([undefined, undefined]);
  expect(at.ray.requests.length).toBe(before);
});
