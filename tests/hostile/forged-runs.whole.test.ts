/** Runs that were changed after their training: every hash in their bundle is right, and they are not what training gives. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createEngine } from '../../src/features/engine';
import { writeCertificate } from '../../src/engine/runs/certificates';
import type { Verification } from '../../src/shared/contract/run';
import { BASELINES } from '../../src/shared/recipe/models';
import { commandLineHere } from '../support/command-line-here';
import { bundledAndForged, leadEveryList } from '../support/forged-lists';
import { changeJson, changeTensors, type Files } from '../support/remade-bundle';
import { itemId, profileId, trainedRun, verified, writeDistinctiveFolder } from '../support/trained-run';
import { trainersHere } from '../support/trainers-here';
import { everyNth } from '../support/tried';

type Line = Awaited<ReturnType<typeof commandLineHere>>;
const lines: Line[] = [];
afterEach(async () => {
  for (const line of lines.splice(0)) await line.remove();
});

async function newLine(): Promise<Line> {
  const line = await commandLineHere();
  lines.push(line);
  return line;
}

const states = (environment: object) => (files: Files) => {
  leadEveryList(files);
  changeJson<{ environment: object }>(files, 'run.json', (record) => {
    record.environment = { ...record.environment, ...environment };
  });
};

test('verify calls a run with forged lists different, status 6, whatever its bundle states of its computer', async () => {
  const { runId, forgery } = await bundledAndForged(
    undefined,
    states({ device: 'gpu', gpu: { name: 'any', driver: '1', libraries: {} } }),
  );
  const line = await newLine();
  await line.run(`open ${forgery} --yes`);
  const ended = await line.run(`verify ${runId} --json`);
  expect(ended.status, ended.err).toBe(6);
  expect(ended.json()).toMatchObject({ verdict: 'different', differs: ['lists'] });
});

test('verify calls a run with forged weights different, and names them', { tags: ['rare'] }, async () => {
  const { runId, forgery } = await bundledAndForged(undefined, (files) =>
    changeTensors(files, 'model.safetensors', (tensors) => {
      const [first] = Object.values(tensors);
      first!.values[0] = first!.values[0]! + 0.0001;
      return tensors;
    }),
  );
  const line = await newLine();
  await line.run(`open ${forgery} --yes`);
  const ended = await line.run(`verify ${runId} --json`);
  expect(ended.status, ended.err).toBe(6);
  expect((ended.json() as Verification).differs).toContain('weights');
});

test(
  'an honest bundle is opened and exported without a word, and verify finds identical bits',
  { tags: ['rare'] },
  async () => {
    const { runId, honest } = await bundledAndForged();
    const line = await newLine();
    const opened = await line.run(`open ${honest} --yes --json`);
    expect(opened.json(), opened.err).toMatchObject({ follows: { lists: 25, changed: 0, scores: true } });
    expect((await line.run(`export --run ${runId} --out lists.csv --format csv`)).status).toBe(0);
    const ended = await line.run(`verify ${runId} --json`);
    expect(ended.status, ended.err).toBe(0);
    expect(ended.json()).toMatchObject({ verdict: 'identical-bits' });
  },
);

test('open says how many lists do not follow from the model, and nothing is exported until the user decides', async () => {
  const { runId, forgery } = await bundledAndForged();
  const line = await newLine();
  const opened = await line.run(`open ${forgery} --yes`);
  expect(opened.status).toBe(6);
  expect(opened.err).toMatch(new RegExp(`Of 25 lists of the model ${runId}, \\d+ do not follow from its model`));
  expect(opened.out).toContain(`Opened run ${runId}`);
  const exported = await line.run(`export --run ${runId} --out lists.csv --format csv`);
  expect(exported.status).toBe(6);
  expect(exported.err).toContain('--accept-lists');
  await expect(fs.stat(path.join(line.folder, 'lists.csv'))).rejects.toMatchObject({ code: 'ENOENT' });
  // A verification does not train what cannot be right.
  const ended = await line.run(`verify ${runId} --json`);
  expect(ended.status).toBe(6);
  expect(ended.json()).toMatchObject({ verdict: 'different', differs: ['lists'], repeated: null });
  expect((await line.run(`export --run ${runId} --out lists.csv --format csv --accept-lists`)).status).toBe(0);
  const decided = (await line.run(`audit --run ${runId} --json`)).json() as { entries: { what: string }[] };
  expect(decided.entries.map(({ what }) => what)).toContain('accepted-lists');
});

test(
  'nothing of a run whose lists do not follow leaves as a file before the user decides, and what shows its lists says so',
  { tags: ['rare'] },
  async () => {
    const { runId, forgery } = await bundledAndForged();
    const line = await newLine();
    const bundle = path.join(line.folder, 'from-kim.shelfwise');
    await fs.copyFile(forgery, bundle);
    await line.run(`open ${bundle} --yes`);
    for (const [words, file] of [
      [`model ${runId} --out model`, 'model'],
      [`report --run ${runId} --out report.html`, 'report.html'],
    ] as const) {
      const ended = await line.run(words);
      expect(ended.status, words).toBe(6);
      expect(ended.err).toContain('--accept-lists');
      await expect(fs.stat(path.join(line.folder, file))).rejects.toMatchObject({ code: 'ENOENT' });
    }
    const { client } = await createEngine({
      workspaceFolder: path.join(line.folder, 'workspace'),
      launcher: trainersHere,
    });
    await expect(client.runs.previewExport({ runId, format: 'csv' })).rejects.toMatchObject({ code: 'different' });
    expect((await client.runs.report({ runId, language: 'ko', examples: 0 })).body).toContain('from-kim.shelfwise');

    for (const words of [
      `recommend --run ${runId} --profile ${profileId(3)}`,
      `explain --run ${runId} --profile ${profileId(3)} --title ${itemId(20)}`,
    ])
      expect((await line.run(words)).err, words).toMatch(/do not follow from its model.*--accept-lists/s);
    const recommended = (await line.run(`recommend --run ${runId} --profile ${profileId(3)} --json`)).json();
    expect(recommended).toMatchObject({ brought: { accepted: false, problem: { message: expect.any(String) } } });
    const shown = await line.run(`show ${runId}`);
    expect(shown.out).toMatch(/came from +the bundle from-kim\.shelfwise, .* UTC; changed, undecided/);
    expect(shown.out).toContain('do not follow from its model and its data');
    expect((await line.run('runs')).out).toMatch(
      /trained\n.* changed\n\nFrom the bundle from-kim\.shelfwise, changed, undecided: /,
    );

    await line.run(`export --run ${runId} --out lists.csv --format csv --accept-lists`);
    expect((await line.run(`model ${runId} --out model`)).status).toBe(0);
    expect((await line.run(`report --run ${runId} --out report.html`)).status).toBe(0);
    expect(await fs.readFile(path.join(line.folder, 'report.html'), 'utf8')).toContain('do not follow from its model');
    expect((await line.run('runs')).out).toContain('changed, lists accepted');
  },
);

test(
  'show, runs and recommend say of an honest run where it came from, and whether it was verified here',
  { tags: ['rare'] },
  async () => {
    const { runId, honest } = await bundledAndForged(await trainedRun({ model: 'popularity' }));
    const line = await newLine();
    await line.run(`open ${honest} --yes`);
    expect((await line.run(`show ${runId}`)).out).toMatch(
      /came from +the bundle run\.shelfwise, .*; not verified here/,
    );
    expect((await line.run('runs')).out).toMatch(
      /trained\n.* elsewhere\n\nFrom the bundle run\.shelfwise, not verified here: /,
    );
    expect((await line.run('runs --json')).json()).toMatchObject({ runs: [{ brought: { verified: false } }] });
    expect((await line.run(`recommend --run ${runId} --profile ${profileId(3)}`)).err).toContain('not verified here');
    await line.run(`verify ${runId}`);
    expect((await line.run(`show ${runId}`)).out).toMatch(/came from .*; verified here/);
    expect((await line.run('runs')).out).toMatch(
      /trained\n.* verified\n\nFrom the bundle run\.shelfwise, verified here: /,
    );
    expect((await line.run(`recommend --run ${runId} --profile ${profileId(3)}`)).err).not.toContain('run.shelfwise');
  },
);

test(
  'a run of an earlier version, whose lists were not looked at, is looked at before its first export',
  { tags: ['rare'] },
  async () => {
    const { runId, forgery } = await bundledAndForged();
    const line = await newLine();
    await line.run(`open ${forgery} --yes`);
    const mark = path.join(line.folder, 'workspace', 'runs', runId, 'opened.json');
    const opened = JSON.parse(await fs.readFile(mark, 'utf8')) as Record<string, unknown>;
    await fs.writeFile(mark, JSON.stringify({ ...opened, follows: undefined, file: undefined, seal: undefined }));
    expect((await line.run(`export --run ${runId} --out lists.csv --format csv`)).status).toBe(6);
  },
);

test.each(
  everyNth(
    [
      [
        'recorded scores',
        (files: Files) =>
          changeJson<{ metrics: { score: number } }>(files, 'run.json', ({ metrics }) => void (metrics.score = 0.99)),
      ],
      [
        'figures of test profiles',
        (files: Files) =>
          changeTensors(files, 'test-profiles.safetensors', (tensors) => {
            tensors['score']!.values.fill(1);
            return tensors;
          }),
      ],
    ],
    2,
  ),
)('open says that %s are not those of the lists', async (_, change) => {
  const { runId, forgery } = await bundledAndForged(undefined, change);
  const line = await newLine();
  const opened = await line.run(`open ${forgery} --yes`);
  expect(opened.status).toBe(6);
  expect(opened.err).toContain(`The scores of the model ${runId} are not those of its lists`);
});

test('refresh does not begin with a run whose lists do not follow from its model', { tags: ['rare'] }, async () => {
  const { runId, forgery } = await bundledAndForged(await trainedRun({ model: 'popularity' }));
  const line = await newLine();
  await line.run(`open ${forgery} --yes`);
  const more = path.join(line.folder, 'more');
  await writeDistinctiveFolder(more, 24);
  const ended = await line.run(`refresh --add more --out lists.csv --run ${runId} --json`);
  expect(ended.status, ended.out).toBe(6);
  expect(ended.err).toContain('do not follow from its model');
  await expect(fs.stat(path.join(line.folder, 'lists.csv'))).rejects.toMatchObject({ code: 'ENOENT' });
});

test.each(BASELINES)(
  'an honest bundle of the model %s is opened and exported without a word',
  { tags: ['rare'] },
  async (model) => {
    const { runId, honest } = await bundledAndForged(await trainedRun({ model }));
    const line = await newLine();
    const opened = await line.run(`open ${honest} --yes --json`);
    expect(opened.status, opened.err).toBe(0);
    expect(opened.json()).toMatchObject({ follows: { lists: 25, changed: 0, scores: true } });
    expect((await line.run(`export --run ${runId} --out lists.csv --format csv`)).status).toBe(0);
  },
);

test(
  'an approval of a bundle is told as brought, by whom and from which file, wherever it is shown',
  { tags: ['rare'] },
  async () => {
    const { record, ...trained } = await trainedRun({ model: 'popularity' });
    const { client } = await createEngine({ workspaceFolder: trained.workspace.folder, launcher: trainersHere });
    await client.review.approve({ runId: record.runId, by: 'Kim', reason: 'Looked at all.' });
    const { runId, forgery } = await bundledAndForged({ workspace: trained.workspace, record }, (files) =>
      changeJson<object[]>(files, 'approvals.json', (approvals) => {
        Object.assign(approvals[0]!, { at: '9999-12-31T00:00:00.000Z', brought: undefined, seal: undefined });
      }),
    );
    const line = await newLine();
    const bundle = path.join(line.folder, 'from-kim.shelfwise');
    await fs.copyFile(forgery, bundle);
    await line.run(`open ${bundle} --yes`);
    const brought = { file: 'from-kim.shelfwise' };
    expect((await line.run(`approve --run ${runId} --json`)).json()).toMatchObject({ current: { by: 'Kim', brought } });
    expect((await line.run(`approve --run ${runId}`)).out).toContain('says the bundle from-kim.shelfwise');
    const exported = await line.run(`export --run ${runId} --out lists.csv --format csv --json`);
    expect(exported.json()).toMatchObject({ approval: { by: 'Kim', brought } });
    expect(exported.err).toMatch(/from-kim\.shelfwise that says that Kim approved.*not approved on this computer/s);
    const [entry] = ((await line.run(`audit --run ${runId} --json`)).json() as { entries: object[] }).entries;
    expect(entry).toMatchObject({ what: 'export', brought });
    await line.run(`report --run ${runId} --out report.html`);
    const report = await fs.readFile(path.join(line.folder, 'report.html'), 'utf8');
    expect(report).toContain('from-kim.shelfwise');
    expect(report).not.toContain('Approved in Shelfwise');
    await line.run(`approve --run ${runId} --by Lee --reason here`);
    const again = await line.run(`export --run ${runId} --out lists.csv --format csv --json`);
    const { approval } = again.json() as { approval: object };
    expect(approval).toMatchObject({ by: 'Lee' });
    expect(approval).not.toHaveProperty('brought');
  },
);

test('a certificate that is dated in the future is no verification of this computer', { tags: ['rare'] }, async () => {
  const { workspace, record, folder } = await trainedRun({ model: 'popularity' });
  const { client } = await createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere });
  const honest = await verified(workspace, record.runId);
  await writeCertificate(folder, { ...honest, verifiedAt: '9999-01-01T00:00:00.000Z', cause: 'of a cluster' });
  const certificates = await client.runs.certificates({ runId: record.runId });
  expect(certificates.map(({ verifiedAt }) => verifiedAt)).toEqual([honest.verifiedAt, '9999-01-01T00:00:00.000Z']);
  const line = await newLine();
  await fs.cp(workspace.folder, path.join(line.folder, 'workspace'), { recursive: true });
  expect((await line.run(`certificates ${record.runId}`)).out).toContain('unknown, dated in the future');
  await line.run(`report --run ${record.runId} --out report.html`);
  const report = await fs.readFile(path.join(line.folder, 'report.html'), 'utf8');
  expect(report).not.toMatch(/\b9999,/);
});
