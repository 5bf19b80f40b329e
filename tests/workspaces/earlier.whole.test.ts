/**
 * A run of 0.2 in a workspace that 1.0 opened: it is listed with what people made of it, and every act on it says what it is and
 * what to do. A workspace that 1.0 never wrote into is refused, and stays as it is.
 */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type EngineClient } from '../../src/features/engine';
import { runFolder, workspaceAt, type Workspace } from '../../src/engine/storage/workspace';
import { NEUTRAL_TUNING } from '../../src/shared/contract/tuning';
import { finalValue } from '../../src/shared/values/final-value';
import { contentOf } from '../support/content-of';
import { commandLineHere } from '../support/command-line-here';
import { temporaryFolder } from '../support/finished-run';
import { copyApprovedIn1, EARLIER, releasedWorkspace } from '../support/released-workspace';
import { trainersHere } from '../support/trainers-here';

const { data, run } = EARLIER;
const WHAT_IT_IS = /made by an earlier version of Shelfwise \(recipe version 3\).*Shelfwise 1\.0.*train a new model/;
const REFUSED = { code: 'usage', message: expect.stringMatching(WHAT_IT_IS) as string };

/** One paragraph, however it is wrapped. */
const said = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe('a run of 0.2 in a workspace that 1.0 opened', () => {
  let line: Awaited<ReturnType<typeof commandLineHere>>;
  let workspace: Workspace;
  let client: EngineClient;
  beforeAll(async () => {
    line = await commandLineHere();
    workspace = workspaceAt(path.join(line.folder, 'workspace'));
    await copyApprovedIn1(workspace.folder);
    ({ client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere }));
  });
  afterAll(() => line.remove());

  it('is listed by itself, as neither a run nor a damaged one', async () => {
    expect(await client.runs.earlier()).toEqual([
      {
        runId: run,
        name: 'first',
        createdAt: '2026-11-26T00:00:27.169Z',
        dataset: { fingerprint: data, name: 'kids' },
        version: 3,
        approval: { by: 'Minji', at: '2026-12-01T12:00:00.000Z' },
        exports: [{ path: '/srv/library/lists.csv', exportedAt: '2026-11-26T00:00:32.029Z' }],
      },
    ]);
    expect(await client.runs.list()).toEqual([]);
    expect(await client.runs.damaged()).toEqual([]);
    const { out, status } = await line.run('runs');
    expect([said(out), status]).toEqual([
      expect.stringMatching(new RegExp(`Made by an earlier version .*${run} first kids .*Minji 1 .*Shelfwise 1.0`)),
      0,
    ]);
    expect((await line.run('runs --json')).json()).toMatchObject({ runs: [], earlier: [{ runId: run }] });
  });

  it('keeps its approvals, its exports, its certificates and the log of its data readable', async () => {
    expect(await client.review.approvals({ runId: run })).toMatchObject({
      standing: 'unknown',
      current: { by: 'Minji', reason: '봄 목록' },
    });
    expect(await client.review.audit({ runId: run })).toMatchObject([{ what: 'approved', by: 'Minji' }]);
    expect(await client.runs.exports({ runId: run })).toMatchObject([{ format: 'csv', profiles: 16, file: 'missing' }]);
    expect(await client.runs.certificates({ runId: run })).toMatchObject([{ verdict: 'identical-bits' }]);
    for (const [command, shown] of [
      [`audit --run ${run}`, 'Minji'],
      [`exports ${run}`, '/srv/library/lists.csv'],
      [`certificates ${run}`, 'identical'],
      [`approve --run ${run}`, 'Minji'],
    ] as const) {
      const { out, err, status } = await line.run(`${command} --quiet`);
      expect([command, status, err]).toEqual([command, 0, '']);
      expect(out).toContain(shown);
    }
  });

  it('says in one sentence what it is and what to do, whatever is asked of it, and stays as it is', async () => {
    const before = await contentOf(workspace.folder);
    const out = path.join(line.folder, 'out');
    for (const call of [
      () => client.runs.get({ runId: run }),
      () => client.runs.resume({ runId: run }),
      () => client.lists.show({ runId: run, profile: '3' }),
      () => client.runs.export({ runId: run, out, format: 'csv' }),
      async () => finalValue(await client.runs.verify({ runId: run })),
      () => client.runs.compare({ runIds: [run, run] }),
      async () => finalValue(await client.runs.bundle({ runId: run, out, withData: true })),
      () => client.runs.report({ runId: run, language: 'en' }),
      () => client.runs.saveModel({ runId: run, out }),
      () => client.review.approve({ runId: run, by: 'Kim', reason: 'seen' }),
      () => client.map.get({ runId: run, of: 'titles' }),
      async () => finalValue(await client.units.work({ unit: { kind: 'verify', run } })),
      async () => finalValue(await client.units.work({ unit: { kind: 'lists', run, part: 1, of: 2 } })),
      async () => finalValue(await client.tuning.effect({ runId: run, tuning: { ...NEUTRAL_TUNING, hidden: 0.5 } })),
    ])
      await expect(call(), call.toString()).rejects.toMatchObject(REFUSED);
    for (const command of [
      `show ${run}`,
      `verify ${run}`,
      `resume ${run}`,
      `compare ${run} ${run}`,
      `recommend --run ${run} --profile 3`,
      `export --run ${run} --out lists.csv`,
      `exports ${run} --again 3cefbf`,
      `bundle ${run} --out run.shelfwise`,
      `report --run ${run} --out report.html`,
      `train --data ${data} --like ${run}`,
      `mark ${run} --star yes`,
    ]) {
      const { status, err } = await line.run(`${command} --quiet`);
      expect([command, status, said(err)]).toEqual([command, 2, expect.stringMatching(WHAT_IT_IS)]);
    }
    expect(await contentOf(workspace.folder)).toEqual(before);
  });

  it('is not started where it waits in the queue, and says why', async () => {
    expect(await client.queue.next()).toMatchObject({ started: null, waiting: 0 });
    expect(await client.queue.list()).toMatchObject([
      { name: 'later', recipe: null, problem: { message: expect.stringContaining('Take it out of the queue') } },
    ]);
    expect((await line.run('queue')).out).toContain('later');
  });

  it('goes to the trash and comes back, and is passed over where files are compared with their hashes', async () => {
    const checked = (await line.run('doctor --everything --json')).json();
    expect(JSON.stringify(checked)).not.toContain(run);
    expect(await client.workspace.delete({ id: run })).toMatchObject({ id: run, name: 'first' });
    expect(await client.runs.earlier()).toEqual([]);
    await client.workspace.restore({ id: run });
    expect(await client.runs.earlier()).toMatchObject([{ runId: run }]);
  });

  it('loses its lists and its model where one of its profiles is forgotten', async () => {
    const { runs } = await client.privacy.planForgetting({ data, profile: '3' });
    expect(runs).toEqual([{ id: run, name: 'first' }]);
    await finalValue(await client.privacy.forget({ data, profile: '3' }));
    const files = await fs.readdir(runFolder(workspace, run));
    expect(files.filter((name) => name.endsWith('.safetensors'))).toEqual([]);
    const { profiles } = JSON.parse(await fs.readFile(path.join(runFolder(workspace, run), 'vocabulary.json'), 'utf8'));
    expect(profiles).toBeNull();
    expect(await client.runs.earlier()).toMatchObject([{ runId: run, approval: { by: 'Minji' } }]);
  });
});

it('a workspace of 0.2 that 1.0 never wrote into is refused with what to do first, and stays as it is', async () => {
  const workspace = await releasedWorkspace('0.2.0');
  const before = await contentOf(workspace.folder);
  const first = {
    code: 'usage',
    message: expect.stringMatching(/before 1\.0.*Open it in Shelfwise 1\.0 first/) as string,
  };
  await expect(createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere })).rejects.toMatchObject(
    first,
  );
  const line = await commandLineHere();
  const { status, err } = await line.run(['runs', '--workspace', workspace.folder]);
  expect([status, said(err)]).toEqual([2, first.message]);
  await line.remove();
  expect(await contentOf(workspace.folder)).toEqual(before);
});

it('a bundle of a run of 0.2 is not opened, and says what it is', async () => {
  const file = path.join(await temporaryFolder(), 'run.json');
  await fs.copyFile(path.join(import.meta.dirname, '0.2.0/runs', run, 'run.json'), file);
  const { parseRecord } = await import('../../src/engine/runs/record');
  const { say } = await import('../../src/shared/words/sentence');
  const text = await fs.readFile(file, 'utf8');
  expect(() => parseRecord(text, say('bundle.file', { file: 'run.json', bundle: 'a.shelfwise' }))).toThrow(WHAT_IT_IS);
});
