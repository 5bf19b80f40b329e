/**
 * What a cluster may report: only the units that it was asked for, and nothing in the name of a person.
 *
 * @module-tag rare
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../engine';
import { sha256 } from '../../../engine/storage/read-files';
import { writeRecord } from '../../../engine/runs/record';
import { findRun } from '../../../engine/runs/store';
import type { Sweep } from '../../sweep/contract/sweep';
import type { Unit } from '../../work-schemas';
import type { UnitAnswer } from '../../../shared/contract/unit';
import { finalValue } from '../../../shared/values/final-value';
import { completeRecipe } from '../../../shared/recipe/schema';
import { ClusterWork, planIn } from '../../../../tests/support/cluster-work';
import { printed } from '../../../../tests/support/ray-stand-in';
import { changeJson, type Files, remade } from '../../../../tests/support/remade-bundle';
import { trainersHere } from '../../../../tests/support/trainers-here';

const at = new ClusterWork();
const { made, work, openPlans, answersAtOnce } = at;

interface Told {
  result: { name: string; bytes: number; sha256: string };
  answer: UnitAnswer;
}

/** The cluster returns these bytes as the run that it was asked for. */
const brings = (bytes: Buffer): void =>
  answersAtOnce((event, plan) => {
    const { result } = event as Told;
    at.ray.files.set(`shelfwise/${plan}/${result.name}`, bytes);
    return { ...event, result: { ...result, bytes: bytes.length, sha256: sha256(bytes) } };
  });

describe('nothing is accepted from a cluster but the run as its training makes it:', () => {
  const bundled = async (change: (files: Files) => void): Promise<Buffer> =>
    fs.readFile(await remade(made.get(5)!.file, change));
  const expectRefused = async (bytes: Buffer, why: RegExp): Promise<void> => {
    brings(bytes);
    expect(await work(at.unitOf(5))).toMatchObject({
      state: 'failed',
      problem: { code: 'bad-data', message: expect.stringMatching(why) },
    });
    expect(await fs.readdir(at.workspace.runs)).toEqual([]);
    expect(await openPlans()).toBe(0);
  };

  test('no file that is larger than any such run, which is not even fetched', async () => {
    answersAtOnce((event) => ({ ...event, result: { ...(event as Told).result, bytes: 400e6 } }));
    expect(await work(at.unitOf(5))).toMatchObject({
      state: 'failed',
      problem: { code: 'bad-data', message: expect.stringMatching(/announced with 400,?000,?000 bytes/) },
    });
    expect(at.ray.requests.filter((request) => request.includes('/logs/file'))).toEqual([]);
    expect(await fs.readdir(at.workspace.runs)).toEqual([]);
  });

  test('no approval, rules or map', async () => {
    for (const name of ['approvals.json', 'rules.json', 'map-titles.safetensors', 'map-profiles.safetensors'])
      await expectRefused(
        await bundled((files) => void (files[name] = Buffer.from('[]'))),
        new RegExp(`no training makes: ${name}`),
      );
  });

  test('no notes, labels or data', async () => {
    const nodes = await createEngine({ workspaceFolder: at.elsewhere, launcher: trainersHere });
    const { runId } = made.get(5)!.answer;
    const written = async (withData: boolean): Promise<string> => {
      const out = path.join(at.workspace.folder, '..', `${withData}.shelfwise`);
      await finalValue(await nodes.client.runs.bundle({ runId, out, withData }));
      return out;
    };
    const notes = await remade(await written(true), (files) => {
      const note = { profile: 'p1', text: 'of the cluster', changedAt: null };
      files['dataset/notes.json'] = Buffer.from(JSON.stringify({ formatVersion: 1, notes: [note] }));
    });
    await expectRefused(await fs.readFile(notes), /no training makes: dataset\//);
    await expectRefused(await fs.readFile(await written(false)), /not a whole model/);
    expect(await fs.readdir(at.workspace.folder)).not.toContain('notes');
    await nodes.close();
  });

  test('no name, parent or data name but those that were sent with the request', async () => {
    interface Record {
      name: string;
      parent: string | null;
      dataset: { name: string };
    }
    const changed = (change: (record: Record) => void): Promise<Buffer> =>
      bundled((files) => changeJson<Record>(files, 'run.json', change));
    const refused = async (change: (record: Record) => void): Promise<void> =>
      expectRefused(await changed(change), /another name, another data set name/);
    await refused((record) => (record.name = 'Approved by the director'));
    await refused((record) => (record.parent = 'raaaaaaaaa'));
    await refused((record) => {
      record.name = record.name.replace(record.dataset.name, 'other');
      record.dataset.name = 'other';
    });
    brings(await changed((record) => (record.name = 'As asked')));
    const answer = await work({ ...at.unitOf(5), name: 'As asked' });
    expect(answer).toEqual(made.get(5)!.answer);
    expect((await at.client.runs.get({ runId: answer.runId })).name).toBe('As asked');
  });
});

test('a failure is reported for the unit that was asked for, whichever run the cluster names', async () => {
  const { runId } = made.get(5)!.answer;
  const says = (answer: Partial<UnitAnswer>): void =>
    answersAtOnce((event) => ({ ...event, answer: { ...(event as Told).answer, runId: '../../etc', ...answer } }));
  const problem = { code: 'diverged' as const, message: 'It diverged.' };
  says({ state: 'failed', problem });
  expect(await work(at.unitOf(5))).toEqual({
    state: 'failed',
    kind: 'train',
    runId,
    hashes: { recipeSha256: '', weightsSha256: null, listsSha256: null },
    validation: null,
    metrics: null,
    verification: null,
    file: null,
    problem,
  });
  // Nobody asked for a stop.
  says({ state: 'stopped', problem: null });
  expect(await work(at.unitOf(5))).toMatchObject({
    state: 'failed',
    runId,
    problem: { code: 'bad-data', message: expect.stringContaining('nothing says why') },
  });
});

test('an answer of another form fails its unit alone, with a reason', async () => {
  const deep = (levels: number): object => ({ id: 'x', values: levels === 0 ? {} : { cause: deep(levels - 1) } });
  const problem = { code: 'diverged', message: 'It diverged.' };
  const answers: [object, RegExp][] = [
    [{ state: 'failed', problem: { ...problem, said: [deep(100)] } }, /too deep in each other/],
    [{ state: 'done', runId: 5 }, /runId/],
  ];
  for (const [answer, why] of answers) {
    answersAtOnce((event) => ({ ...event, answer: { ...(event as Told).answer, ...answer } }));
    expect(await work(at.unitOf(5))).toMatchObject({
      state: 'failed',
      runId: made.get(5)!.answer.runId,
      problem: { code: 'bad-data', message: expect.stringMatching(why) },
    });
    expect(await openPlans()).toBe(0);
  }
  answersAtOnce();
  expect(await work(at.unitOf(5))).toEqual(made.get(5)!.answer);
});

test('a sweep archives its own trials, and not a run of a person that a cluster names', async () => {
  await finalValue(await at.client.runs.open({ file: made.get(6)!.file }));
  const { runId } = made.get(6)!.answer;
  const { folder, record } = await findRun(at.workspace, runId);
  await writeRecord(folder, { ...record, status: 'stopped', reason: { code: 'user', message: '' } });
  for (const named of [runId, '../../x']) {
    at.ray.onSubmit = (job, packed) =>
      void planIn(packed).then(({ plan }) => {
        const answer = {
          ...made.get(5)!.answer,
          state: 'failed',
          runId: named,
          problem: { code: 'internal', message: 'x' },
        };
        job.log = plan.units.map(({ id }) => printed({ event: 'done', unit: id, answer, result: null })).join('');
        job.status = 'SUCCEEDED';
      });
    const knobs = { 'structure.width': [8, 16] };
    const request = {
      data: at.data,
      recipe: completeRecipe({ model: 'dae' }),
      method: 'grid' as const,
      seed: 1,
      budget: 2,
      knobs,
    };
    const { trials }: Sweep = await finalValue(await at.client.units.sweep({ ...request, on: 'lab' }));
    expect(trials.map(({ state }) => state)).toEqual(['failed', 'failed']);
  }
  expect((await at.client.runs.list()).map((run) => [run.runId, run.marks.archived])).toEqual([[runId, false]]);
});

test('a row of a data set that was deleted meanwhile does not prevent restoring it, and comes home afterwards', async () => {
  const nodes = await createEngine({ workspaceFolder: at.elsewhere, launcher: trainersHere });
  const unit: Unit = { kind: 'compare', data: at.data, model: 'popularity', split: 'random', seed: 5 };
  const answer = await finalValue(await nodes.client.units.work({ unit }));
  const content = await fs.readFile(path.join(at.elsewhere, 'datasets', at.data, answer.file!.path));
  await nodes.close();
  at.ray.onSubmit = (job, packed) =>
    void planIn(packed).then(async ({ plan }) => {
      await at.client.workspace.delete({ id: at.data });
      const name = 'u1.json';
      at.ray.files.set(`shelfwise/${plan.plan}/${name}`, content);
      const result = { name, bytes: content.length, sha256: sha256(content) };
      job.log = printed({ event: 'done', unit: 'u1', answer, result });
      job.status = 'SUCCEEDED';
    });
  await expect(work(unit)).rejects.toMatchObject({ code: 'not-found', message: expect.stringContaining(at.data) });
  expect(await fs.readdir(at.workspace.datasets)).toEqual([]);
  const [deleted] = await at.client.workspace.trash();
  await at.client.workspace.restore({ id: deleted!.id });
  const brought = await work(unit);
  // The row is kept with the name of the cluster, so the file is another.
  const stored = await fs.readFile(path.join(at.workspace.datasets, at.data, answer.file!.path));
  expect(JSON.parse(stored.toString())).toMatchObject(JSON.parse(content.toString()));
  expect(brought).toEqual({ ...answer, file: { ...answer.file!, sha256: sha256(stored) } });
  expect(at.ray.jobs.size).toBe(1);
});
