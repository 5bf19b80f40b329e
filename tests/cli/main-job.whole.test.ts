/** The whole main job as a person types it, on a small folder with known results. */
import { appendFile, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsIn } from '../../src/shared/words/texts';
import { makeSmallFolder, type SmallFolder } from '../support/small-folder';
import { commandLineHere } from '../support/command-line-here';
import { launcher } from '../support/trained-run';

const RUN_WITHOUT_WAIT = '--recipe quick --set stopping.epochs=4 --set structure.width=16';

let line: Awaited<ReturnType<typeof commandLineHere>>;
let small: SmallFolder;
let fingerprint: string;
let runId: string;

beforeAll(async () => {
  line = await commandLineHere(launcher);
  small = await makeSmallFolder({
    profiles: 20,
    items: 80,
    eventsPerProfile: 10,
    dirt: { lateSeconds: 3, duplicates: 2, shortRows: 1 },
  });
});
afterAll(async () => {
  await small.remove();
  await line.remove();
});

const json = async (words: string, status = 0) => {
  const ended = await line.run(`${words} --json`);
  expect([ended.err, ended.status]).toEqual([expect.any(String), status]);
  return ended.json();
};

describe('the main job on the command line', () => {
  it('imports a folder and accounts for every row', async () => {
    const answer = await json(`import ${small.folder}`);
    fingerprint = answer.fingerprint;
    expect(answer).toMatchObject({ profiles: 20, interactions: small.events.length, imported: true });
    const history = answer.files.find((file: { role: string }) => file.role === 'history');
    expect(history).toMatchObject({ rows: small.rows, repaired: 3, rejected: 3 });
    expect(history.accepted + history.repaired + history.rejected).toBe(history.rows);
    expect(answer.period).toEqual({ from: expect.any(String), to: expect.any(String) });
  });

  it('imports it again at once, in words', async () => {
    const { out, err, status } = await line.run(`import ${small.folder}`);
    expect(status).toBe(0);
    expect(out).toContain('Already imported:');
    expect(out).toContain(fingerprint);
    expect(out).toMatch(/history_data\.csv +history/);
    expect(err).not.toContain('changed');
  });

  it('lists data sets, and the rows that were repaired or rejected', async () => {
    expect((await json('datasets')).datasets).toMatchObject([{ fingerprint }]);
    const answer = await json(`rows ${fingerprint.slice(0, 8)}`);
    expect(answer.total).toBe(6);
    expect(answer.rows).toHaveLength(6);
    expect((await json(`rows ${fingerprint} --outcome repaired`)).rows).toHaveLength(3);
    const { out } = await line.run(`rows ${fingerprint} --limit 2`);
    expect(out.split('\r\n').filter(Boolean)).toHaveLength(3);
    const saved = await json(`rows ${fingerprint} --out rows.csv`);
    expect(saved).toEqual({ path: path.join(line.folder, 'rows.csv'), rows: 6 });
    expect(await readFile(saved.path, 'utf8')).toContain('history_data.csv');
  });

  it('trains a run, with one line per phase on standard error', async () => {
    const ended = await line.run(
      `train --data ${fingerprint.slice(0, 8)} ${RUN_WITHOUT_WAIT} --seed 7 --name first --json`,
    );
    expect(ended.status).toBe(0);
    expect(ended.err).toMatch(/Run .+\n/);
    const record = ended.json();
    runId = record.runId;
    expect(record).toMatchObject({
      status: 'finished',
      name: 'first',
      seed: 7,
      epochs: expect.any(Number),
      seconds: expect.any(Number),
      backend: 'tensorflow',
      device: 'cpu',
      weightsSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      listsSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      metrics: { recall: expect.any(Number), ndcg: expect.any(Number), score: expect.any(Number) },
      recipe: { 'stopping.epochs': 4 },
    });
    expect(record).not.toHaveProperty('error');
  });

  it('says nothing on standard error with --quiet', { tags: ['rare'] }, async () => {
    const ended = await line.run(`train --data ${small.folder} --recipe popularity --quiet --json`);
    expect([ended.err, ended.status]).toEqual(['', 0]);
    await json(`delete ${ended.json().runId}`);
  });

  it('lists and shows runs, also by the beginning of an id', async () => {
    expect((await json('runs')).runs).toMatchObject([{ runId, status: 'finished', name: 'first' }]);
    expect(await json(`show ${runId}`)).toMatchObject({ runId, status: 'finished' });
    const { out } = await line.run(`show ${runId.slice(0, -2)}`);
    expect(out).toContain(`Run ${runId} finished`);
    expect(out).toContain('seed 7');
  });

  it('returns the record of a finished run on resume', async () => {
    expect(await json(`resume ${runId}`)).toEqual(await json(`show ${runId}`));
  });

  it('shows a profile and its history beside its recommendations', async () => {
    const answer = await json(`recommend --run ${runId} --profile 3 --count 5`);
    expect(answer.history).toHaveLength(10);
    expect(answer.items.map((item: { rank: number }) => item.rank)).toEqual([1, 2, 3, 4, 5]);
    expect(answer.items[0]).toEqual({
      rank: 1,
      item: expect.any(String),
      title: expect.stringMatching(/^Title \d+$/),
      score: expect.any(Number),
      watched: false,
      badges: expect.any(Array),
      before: 1,
      group: expect.any(String),
      ranked: 1,
      rules: [],
      newTitle: null,
    });
    const { out } = await line.run(`recommend --run ${runId} --profile 3 --count 5`, { COLUMNS: '90' });
    expect(out).toMatch(/^Profile 3 · /);
    expect(out).toMatch(/Title \d+ .*│ +1 Title \d+/);
    const watched = await json(`recommend --run ${runId} --profile 3 --count 80 --include-watched`);
    expect(watched.items.filter((item: { watched: boolean }) => item.watched)).toHaveLength(10);
  });

  it('exports a submission whose path comes last', async () => {
    const { out, status } = await line.run(`export --run ${runId} --out submission.csv`);
    expect(status).toBe(0);
    expect(out.trimEnd().split('\n').at(-1)).toBe(path.join(line.folder, 'submission.csv'));
    const answer = await json(`export --run ${runId} --out again.csv`);
    expect(answer).toMatchObject({ profiles: 20, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(answer.checks.every((check: { passed: boolean }) => check.passed)).toBe(true);
    expect(await readFile(path.join(line.folder, 'again.csv'))).toEqual(
      await readFile(path.join(line.folder, 'submission.csv')),
    );
  });

  it('verifies the run and says so in words', async () => {
    const { out, status } = await line.run(`verify ${runId}`);
    expect([status, out]).toEqual([0, expect.stringContaining('Verdict: identical bits')]);
  });

  it('writes a report to sign, in either language, with examples or without', async () => {
    const { out, status } = await line.run(`report --run ${runId.slice(0, -2)} --out report.html`);
    expect(status).toBe(0);
    const file = path.join(line.folder, 'report.html');
    expect(out.trimEnd().split('\n').at(-1)).toBe(file);
    const [, shown] = /shows +the profiles (.*)/.exec(out)!;
    const page = await readFile(file, 'utf8');
    for (const profile of shown!.split(', ')) expect(page).toContain(`Child ${profile}</h3>`);
    expect(page).toContain(`shelfwise verify ${runId}`);
    expect(page).toContain(textsIn('en')('runs.verdicts.identical-bits'));
    const answer = await json(`report --run ${runId} --out bericht.html --language ko --examples 0`);
    expect(answer).toEqual({
      path: path.join(line.folder, 'bericht.html'),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      profiles: [],
    });
    expect(await readFile(answer.path, 'utf8')).toMatch(/<html lang="ko">[^]*모델 보고서/);
    expect((await line.run(`report --run ${runId} --out x.html --language de`)).status).toBe(2);
  });

  it('prints the models side by side', async () => {
    const words = `leaderboard --data ${fingerprint} --split random --seeds 2 --models popularity,ease`;
    const answer = await json(words);
    expect(answer.rows.map((row: { model: string }) => row.model).toSorted()).toEqual(['ease', 'popularity']);
    expect(answer.seeds).toEqual([1, 2]);
    for (const row of answer.rows)
      for (const key of ['recall', 'ndcg', 'score', 'deviation', 'seconds'])
        expect(row[key]).toEqual(expect.any(Number));
    expect((await line.run(words)).out).toMatch(/model +recall@25 +ndcg@25 +score/);
  });

  it('bundles a run and opens it in another workspace', { tags: ['rare'] }, async () => {
    const bundle = await json(`bundle ${runId} --out run.shelfwise --with-data`);
    expect(bundle).toMatchObject({ runId, withData: true, path: path.join(line.folder, 'run.shelfwise') });
    expect(await json('open run.shelfwise --yes --workspace elsewhere')).toMatchObject({
      runId,
      fingerprint,
      withData: true,
    });
    expect(await json(`--workspace elsewhere verify ${runId}`)).toMatchObject({ verdict: 'identical-bits' });
  });

  it('ends with status 6 if a run comes out different', async () => {
    await cp(path.join(line.folder, 'workspace'), path.join(line.folder, 'changed'), { recursive: true });
    const file = path.join(line.folder, 'changed', 'runs', runId, 'model.safetensors');
    const bytes = await readFile(file);
    bytes[bytes.length - 1]! ^= 1;
    await writeFile(file, bytes);
    const ended = await line.run(`verify ${runId} --workspace changed --json`);
    expect(ended.json()).toMatchObject({ verdict: 'different', cause: expect.any(String) });
    expect(ended.status).toBe(6);
  });

  it('checks the machine', async () => {
    const answer = await json('doctor');
    expect(answer).toMatchObject({ backend: expect.any(String), device: 'cpu', instructionSet: expect.any(String) });
    expect(answer.versions).toEqual(expect.any(Object));
    expect((await line.run('doctor')).out).toContain('instruction set');
  });
});

describe('a change or a missing thing', () => {
  it('is reported: a folder changed since its import', { tags: ['rare'] }, async () => {
    await appendFile(path.join(small.folder, 'history_data.csv'), '1,999,20260505101010,IFSUC0001,101,,N,N\n');
    const used = await line.run(`train --data ${fingerprint} --recipe popularity --json`);
    expect(used.err).toContain('has changed since it was imported');
    expect(used.json()).toMatchObject({ dataset: { fingerprint } });
    const imported = await line.run(`import ${small.folder} --json`);
    expect(imported.err).toContain('has changed since it was imported');
    expect(imported.json().fingerprint).not.toBe(fingerprint);
  });

  it('ends with status 4: unknown ids, with the nearest suggested', async () => {
    // One letter off, for any ID.
    const mistyped = `${runId.slice(0, -1)}${runId.endsWith('x') ? 'y' : 'x'}`;
    expect(await json(`show ${mistyped}`, 4)).toEqual({
      error: { code: 'not-found', message: expect.stringContaining(runId) },
    });
    for (const words of [
      'verify nothing',
      'resume nothing',
      'delete nothing',
      'rows abcdef01',
      'train --data abcdef01',
      'open gone.shelfwise --yes',
    ])
      expect(await json(words, 4)).toMatchObject({ error: { code: 'not-found' } });
    expect(await json(`recommend --run ${runId} --profile nobody`, 4)).toMatchObject({ error: { code: 'not-found' } });
  });

  it('ends with status 3: a folder without a history, and leaves nothing in the workspace', async () => {
    await mkdir(path.join(line.folder, 'empty'));
    expect(await json('import empty --workspace fresh', 3)).toMatchObject({ error: { code: 'bad-data' } });
    expect(await json('datasets --workspace fresh')).toEqual({ datasets: [], unreadable: [] });
  });

  it('ends with status 4: a folder that does not exist', async () => {
    expect(await json('import gone', 4)).toMatchObject({ error: { code: 'not-found' } });
  });

  it('ends with status 2: a loss that is not a number, with advice', { tags: ['rare'] }, async () => {
    const answer = await json(
      `train --data ${fingerprint} --recipe quick --set optimiser.rate=1000 --set optimiser.decay=10 --set structure.activation=linear --set optimiser.batch=2`,
      2,
    );
    expect(answer).toMatchObject({
      status: 'stopped',
      error: { code: 'diverged', message: expect.stringContaining('optimiser.rate') },
    });
  });

  it('ends with status 3, and leaves no run: a recipe that selects nothing', async () => {
    const before = (await json('runs')).runs.length;
    const answer = await json(`train --data ${fingerprint} --set data.history=0`, 3);
    expect(answer.error).toMatchObject({ code: 'bad-data', message: expect.stringContaining('select no event') });
    expect((await json('runs')).runs).toHaveLength(before);
  });

  it('is reported for a damaged data set, without advice to resume', { tags: ['rare'] }, async () => {
    const events = path.join(line.folder, 'workspace', 'datasets', fingerprint, 'events.parquet');
    const whole = await readFile(events);
    await writeFile(events, 'broken');
    const answer = await json(`train --data ${fingerprint} --recipe popularity`, 3);
    expect(answer.reason.message).toMatch(/not what was imported.*Import its folder again.*Then resume/);
    expect(answer.reason.message).not.toContain('checkpoint');
    await writeFile(events, whole);
    expect(await json(`resume ${answer.runId}`)).toMatchObject({ status: 'finished' });
    await json(`delete ${answer.runId}`);
  });

  it('is reported for a run with a damaged record or model', { tags: ['rare'] }, async () => {
    const { runId: other } = await json(`train --data ${fingerprint} --recipe popularity`);
    const folder = path.join(line.folder, 'workspace', 'runs', other);
    await appendFile(path.join(folder, 'model.safetensors'), 'x');
    const refused = await json(`recommend --run ${other} --profile 1 --include-watched`, 3);
    expect(refused.error.message).toContain('model.safetensors of the model');
    await writeFile(path.join(folder, 'run.json'), '{');
    const listed = await json('runs');
    expect(listed.runs.map((run: { runId: string }) => run.runId)).not.toContain(other);
    expect(listed.damaged).toEqual([
      {
        runId: other,
        isWhole: false,
        code: 'bad-data',
        message: expect.stringContaining('is damaged'),
        said: expect.any(Array),
      },
    ]);
    expect((await line.run('runs')).out).toContain(`! run.json of the model ${other} is damaged`);
    await json(`delete ${other}`);
  });

  it('says that a workspace must be a folder if it is a file', async () => {
    await writeFile(path.join(line.folder, 'a-file'), '');
    expect(await json('runs --workspace a-file', 2)).toMatchObject({
      error: { code: 'usage', message: expect.stringContaining('a-file is a file') },
    });
  });

  it('can be deleted for good', async () => {
    const answer = await json(`delete ${fingerprint}`);
    expect(answer).toMatchObject({ kind: 'dataset', affectedRuns: expect.arrayContaining([runId]) });
    expect(await json(`delete ${runId}`)).toMatchObject({ kind: 'run', id: runId });
    expect((await json('trash empty')).bytes).toBeGreaterThan(0);
    expect((await json('runs')).runs.map((run: { runId: string }) => run.runId)).not.toContain(runId);
  });
});

it('a folder of another service needs its column mapping only once', async () => {
  const folder = path.join(line.folder, 'other');
  const rows = Array.from({ length: 200 }, (_, row) => `u${row % 20},i${(row * 7 + Math.floor(row / 20)) % 40}`);
  await mkdir(folder);
  await writeFile(path.join(folder, 'events.csv'), ['user,thing', ...rows].join('\n'));
  await writeFile(
    path.join(line.folder, 'mapping.json'),
    JSON.stringify({ events: { file: 'events.csv', profile: 'user', item: 'thing' } }),
  );
  expect(await json('train --data other --recipe popularity', 3)).toMatchObject({ error: { code: 'bad-data' } });
  const proposed = await line.run('import other --propose');
  expect(JSON.parse(proposed.out)).toEqual({ events: { file: 'events.csv', profile: 'user', item: 'thing' } });
  expect(proposed.err).toMatch(/check it.*events\.item/);
  await mkdir(path.join(line.folder, 'hopeless'));
  expect(await json('import hopeless --propose', 3)).toMatchObject({ error: { code: 'bad-data' } });
  await writeFile(
    path.join(line.folder, 'wrong.json'),
    JSON.stringify({ events: { file: 'events.csv', profile: 'usr', item: 'thing' } }),
  );
  const { error } = await json('import other --map wrong.json', 3);
  expect(error.message).toMatch(/user may be meant for usr\. Correct the name in the column mapping\.$/);
  const { fingerprint: imported, period } = await json('import other --map mapping.json');
  expect(period).toBeNull();
  const record = await json('train --data other --recipe popularity');
  expect(record).toMatchObject({ dataset: { fingerprint: imported }, split: { protocol: 'random' } });
});
