/** Verifying, with a second training that the test makes up: verify.whole.test.ts trains. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { RunRecord, Verification } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import { leaderboardRecipe } from '../../../shared/recipe/presets';
import { say } from '../../../shared/words/sentence';
import { readCertificates, writeCertificate } from '../../../engine/runs/certificates';
import { verifyRun } from './verify';
import { VERIFY_UNIT } from './verify-unit';

const HASH = (letter: string): string => letter.repeat(64);
const base = {
  formatVersion: 1,
  runId: 'one',
  name: 'One',
  status: 'finished',
  reason: null,
  dataset: { fingerprint: HASH('d'), name: 'sample' },
  model: 'popularity',
  seed: 1,
  recipe: leaderboardRecipe('popularity'),
  recipeSha256: HASH('c'),
  epochs: 0,
  stages: [],
  slices: [],
  split: null,
  quality: null,
  metrics: null,
  weightsSha256: HASH('a'),
  listsSha256: HASH('b'),
  environment: null,
  program: { version: '1.0.0', commit: 'abc', buildSha256: HASH('1'), lockSha256: HASH('2') },
  files: {},
} as unknown as RunRecord;

/** What stands in the files of the run, and what a second training gives. */
const there = vi.hoisted(() => ({
  folder: '',
  record: {} as unknown,
  again: {} as unknown,
  forgotten: null as unknown,
  damage: [] as unknown[],
  follows: null as unknown,
  snapshot: null as unknown,
  problems: [] as unknown[],
  trash: [] as unknown[],
  trained: 0,
  followed: 0,
}));
const real = vi.hoisted(
  () =>
    async (original: () => Promise<unknown>): Promise<object> =>
      (await original()) as object,
);
vi.mock('../../../engine/runs/store', async (original) => ({
  ...(await real(original)),
  findRun: async () => ({ folder: there.folder, record: there.record }),
}));
vi.mock('../../../engine/runs/forgotten-run', async (original) => ({
  ...(await real(original)),
  readForgottenRun: async () => there.forgotten,
}));
vi.mock('../../../engine/runs/damage', async (original) => ({
  ...(await real(original)),
  runDamage: async () => there.damage,
}));
vi.mock('../../../engine/runs/trained-here', async (original) => ({
  ...(await real(original)),
  broughtRun: async () => null,
}));
vi.mock('../../../engine/runs/epochs', async (original) => ({ ...(await real(original)), readEpochs: async () => [] }));
vi.mock('../../../engine/training/train/check-brought', async (original) => ({
  ...(await real(original)),
  followsHere: async () => {
    there.followed++;
    return there.follows;
  },
}));
vi.mock('../../../engine/training/train/repeat-run', () => ({
  async *repeatRun() {
    there.trained++;
    yield { phase: 'train', detail: '', done: 0, total: 1 };
    return { record: there.again, epochs: [] };
  },
}));
vi.mock('../../../engine/data/snapshot', async (original) => ({
  ...(await real(original)),
  openSnapshot: async () => {
    if (there.snapshot instanceof Error) throw there.snapshot;
    return there.snapshot;
  },
  verifySnapshot: async () => there.problems,
  readDataset: async (folder: string) => {
    if (folder.includes('damaged')) throw new Error('It is damaged.');
    return { name: 'Shown in the trash', fingerprint: HASH('d') };
  },
}));
vi.mock('../../../engine/storage/trash-list', async (original) => ({
  ...(await real(original)),
  readTrash: async () => ({ entries: there.trash }),
}));

beforeEach(async () => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'verify-'));
  onTestFinished(() => fs.rm(folder, { recursive: true, force: true }));
  Object.assign(there, {
    folder,
    record: base,
    again: base,
    forgotten: null,
    damage: [],
    follows: null,
    snapshot: { dataset: { name: 'sample', fingerprint: HASH('d') }, folder: '' },
    problems: [],
    trash: [],
    trained: 0,
    followed: 0,
  });
});

const options = { workspace: {} as never, launcher: {} as never, runId: 'one' };
async function ended<Answer>(work: AsyncGenerator<unknown, Answer>, told: unknown[] = []): Promise<Answer> {
  let step = await work.next();
  for (; step.done !== true; step = await work.next()) told.push(step.value);
  return step.value;
}
const verified = (signal?: AbortSignal, told: unknown[] = []): Promise<Verification> =>
  ended(verifyRun({ ...options, signal }), told);

describe('verifying', () => {
  it('says what it does, and writes what it found as a certificate', async () => {
    const told: unknown[] = [];
    const answer = await verified(undefined, told);
    expect(told).toEqual([
      { phase: 'check', detail: 'stored files and data set', done: 0, total: 1 },
      { phase: 'train', detail: '', done: 0, total: 1 },
    ]);
    const outcome = { weightsSha256: HASH('a'), listsSha256: HASH('b'), metrics: null };
    expect(answer).toMatchObject({ runId: 'one', verdict: 'identical-bits', recorded: outcome, repeated: outcome });
    expect(answer.seconds).toBeGreaterThan(0);
    expect(answer.seconds).toBeLessThan(60);
    expect(Math.abs(Date.parse(answer.verifiedAt) - Date.now())).toBeLessThan(60_000);
    expect(await readCertificates(there.folder)).toEqual([answer]);
  });

  it('compares with what the second training gave', async () => {
    there.again = { ...base, weightsSha256: HASH('e'), listsSha256: HASH('f') };
    expect(await verified()).toMatchObject({
      verdict: 'different',
      repeated: { weightsSha256: HASH('e'), listsSha256: HASH('f') },
      recorded: { weightsSha256: HASH('a') },
    });
  });

  it.each([
    ['running', { status: 'running' }, 'busy', 'verify.training'],
    ['crashed', { status: 'crashed' }, 'usage', 'verify.not-finished'],
    ['stopped by a person', { status: 'stopped', reason: { code: 'user' } }, 'usage', 'verify.not-finished'],
    ['without a model', { weightsSha256: null }, 'usage', 'verify.no-model'],
    ['without lists', { listsSha256: null }, 'usage', 'verify.no-model'],
  ])('refuses a run that is %s', async (_, change, code, id) => {
    there.record = { ...base, ...change };
    await expect(verified()).rejects.toMatchObject({ code, said: [{ id, values: { run: 'one' } }] });
    expect([there.trained, await readCertificates(there.folder)]).toEqual([0, []]);
  });

  it('repeats a run that diverged, as it does so again', async () => {
    there.record = { ...base, status: 'stopped', reason: { code: 'diverged', message: 'No number.' } };
    expect((await verified()).repeated).not.toBeNull();
  });

  it('refuses a run of which a profile was forgotten', async () => {
    there.forgotten = { forgottenAt: '2026-11-26T10:00:00.000Z', withModel: false, withTitles: false };
    await expect(verified()).rejects.toMatchObject({ code: 'not-found' });
  });

  it('stops before it trains', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(verified(stop.signal)).rejects.toMatchObject({ code: 'stopped', said: [{ id: 'verify.stopped' }] });
    expect(there.trained).toBe(0);
  });

  it('says why the second training ended without a model', async () => {
    there.again = { ...base, weightsSha256: null, reason: { code: 'crash', message: 'Out of memory.' } };
    await expect(verified()).rejects.toMatchObject({
      code: 'internal',
      said: [{ id: 'verify.second-ended', values: { cause: 'Out of memory.' } }],
    });
    there.again = { ...base, listsSha256: null, status: 'stopped', reason: null };
    await expect(verified()).rejects.toMatchObject({ said: [{ values: { cause: 'stopped' } }] });
  });
});

describe('a run whose files are not what they were', () => {
  const different = { verdict: 'different', firstDifferentEpoch: null, metricDifference: null, repeated: null };

  it('is trained again nevertheless, and the damage named', async () => {
    there.damage = [say('run.part-damaged', { part: 'model.safetensors' })];
    const answer = await verified();
    expect(answer).toMatchObject({ verdict: 'different', repeated: answer.recorded });
    expect(answer.cause).toContain('model.safetensors');
    // Damaged files say nothing of whether lists follow from them.
    expect([there.trained, there.followed]).toEqual([1, 0]);
  });

  it('is not trained again where its lists do not follow from its model', async () => {
    const of = { model: true, lists: 3, changed: 2, scores: true };
    there.follows = of;
    expect(await verified()).toMatchObject({ ...different, differs: ['lists'] });
    there.follows = { ...of, changed: 0, scores: false };
    expect(await verified()).toMatchObject({ ...different, differs: ['scores'] });
    expect(there.trained).toBe(0);
  });

  it('is not trained again on other data, and names it', async () => {
    there.problems = [say('run.part-damaged', { part: 'events.parquet' })];
    const answer = await verified();
    expect(answer).toMatchObject(different);
    expect(answer.cause).toContain('events.parquet');
    expect(answer.cause).toContain('sample');
    expect(there.trained).toBe(0);
  });

  it('says where its data is: gone, in the trash, or damaged', async () => {
    there.snapshot = new ShelfwiseError('not-found', 'It is gone.');
    const idsOf = ({ said }: Verification): unknown[] =>
      (said ?? []).map((one) => (typeof one === 'string' ? one : one.id));
    expect(idsOf(await verified())).toEqual(['verify.data-missing', 'verify.needs-data']);
    const note = { id: HASH('d') };
    there.trash = [
      { place: '/other', note: { id: 'other' } },
      { place: '/none', note: null },
      { place: '/damaged', note },
    ];
    expect(idsOf(await verified())[0]).toBe('verify.data-missing');
    there.trash.push({ place: '/whole', note });
    const deleted = await verified();
    expect(idsOf(deleted)).toEqual(['verify.data-in-trash', 'verify.needs-data']);
    expect(deleted.cause).toContain('Shown in the trash');
    expect(deleted.cause).toContain(HASH('d').slice(0, 12));
    there.snapshot = new ShelfwiseError('bad-data', say('run.part-damaged', { part: 'dataset.json' }));
    expect(idsOf(await verified())).toEqual(['run.part-damaged', 'verify.needs-data']);
    there.snapshot = new ShelfwiseError('no-permission', 'Not allowed.');
    await expect(verified()).rejects.toMatchObject({ code: 'no-permission' });
  });
});

describe('a unit of verification', () => {
  const unit = { kind: 'verify', run: 'one' } as never;
  const host = { workspace: {} as never, launcher: {} as never } as never;
  const recorded = { weightsSha256: HASH('a'), listsSha256: HASH('b'), metrics: null };
  const certificate = (more: Partial<Verification> = {}): Verification => ({
    runId: 'one',
    verifiedAt: '2026-11-03T09:00:00.000Z',
    verdict: 'identical-bits',
    cause: 'Same.',
    firstDifferentEpoch: null,
    metricDifference: 0,
    recorded,
    repeated: recorded,
    seconds: 1,
    ...more,
  });
  const work = (signal?: AbortSignal) => ended(VERIFY_UNIT.work(host, unit, { signal } as never));

  it('verifies a run that no certificate tells of', async () => {
    const answer = await work();
    expect(answer).toMatchObject({ kind: 'verify', runId: 'one', state: 'done', problem: null });
    expect(answer.verification).toEqual((await readCertificates(there.folder))[0]);
    expect(await work()).toMatchObject({ verification: answer.verification });
    expect(there.trained).toBe(1);
  });

  it.each([
    ['other weights', { recorded: { ...recorded, weightsSha256: HASH('e') } }],
    ['other lists', { recorded: { ...recorded, listsSha256: HASH('e') } }],
    ['no second training', { repeated: null }],
    ['a cluster', { origin: { cluster: 'lab', statedAt: '2026-11-03T09:00:00.000Z' } }],
  ])('verifies again where the certificate is of %s', async (_, more) => {
    await writeCertificate(there.folder, certificate(more));
    await work();
    expect(there.trained).toBe(1);
  });

  it('takes the last of several certificates', async () => {
    await writeCertificate(there.folder, certificate({ verifiedAt: '2026-11-04T09:00:00.000Z', cause: 'Later.' }));
    await writeCertificate(there.folder, certificate());
    expect((await work()).verification?.cause).toBe('Later.');
  });

  it('answers that it was stopped, or why it failed', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await work(stop.signal)).toMatchObject({ state: 'stopped', problem: { code: 'stopped' } });
    there.record = { ...base, status: 'running' };
    expect(await work()).toMatchObject({ state: 'failed', problem: { code: 'busy' } });
  });

  it('is done already by a certificate of a cluster too, and by none that is yet to come', async () => {
    const done = () => VERIFY_UNIT.doneAlready({} as never, unit);
    expect(await done()).toBeNull();
    await writeCertificate(there.folder, certificate({ verifiedAt: '9999-01-01T00:00:00.000Z' }));
    expect(await done()).toBeNull();
    await writeCertificate(
      there.folder,
      certificate({ origin: { cluster: 'lab', statedAt: '2026-11-03T09:00:00.000Z' } }),
    );
    expect(await done()).toMatchObject({ state: 'done', verification: { origin: { cluster: 'lab' } } });
  });

  describe('that a cluster did', () => {
    const refused = (why: unknown) => Object.assign(new Error('refused'), { why });
    const bring = (verification: Verification | null) =>
      VERIFY_UNIT.bringHome({ workspace: {}, cluster: 'lab', answer: { verification }, refused } as never, unit);

    it('is kept as that of the cluster, with the date of its arrival', async () => {
      const answer = await bring(certificate());
      const origin = { cluster: 'lab', statedAt: '2026-11-03T09:00:00.000Z' };
      expect(answer).toMatchObject({ state: 'done', verification: { origin, cause: 'Same.' } });
      const [kept] = await readCertificates(there.folder);
      expect(kept).toEqual(answer.verification);
      expect(Math.abs(Date.parse(kept!.verifiedAt) - Date.now())).toBeLessThan(60_000);
    });

    it.each<[string, Partial<Verification> | null]>([
      ['is missing', null],
      ['is of another run', { runId: 'two' }],
      ['is of other weights', { recorded: { ...recorded, weightsSha256: HASH('e') } }],
      ['is of other lists', { recorded: { ...recorded, listsSha256: HASH('e') } }],
      ['has no moment', { verifiedAt: 'yesterday' }],
      ['has a day that is none', { verifiedAt: '2026-02-31T09:00:00.000Z' }],
      ['has an hour that is none', { verifiedAt: '2026-11-03T25:00:00.000Z' }],
      ['has a path', { verifiedAt: '../2026-11-03T09:00:00.000Z' }],
      ['has more behind it', { verifiedAt: '2026-11-03T09:00:00.000Z/..' }],
    ])('is refused if its certificate %s', async (_, more) => {
      await expect(bring(more && certificate(more))).rejects.toMatchObject({
        why: { id: 'cluster.other-certificate', values: { run: 'one' } },
      });
      expect(await readCertificates(there.folder)).toEqual([]);
    });
  });

  it('is told apart by its run alone, and needs no recipe', () => {
    expect(VERIFY_UNIT.essence(unit)).toEqual(['one', null, null]);
    expect(VERIFY_UNIT.recipe(unit)).toBeNull();
    expect(VERIFY_UNIT.shown(unit)).toEqual({ run: 'one' });
    expect(VERIFY_UNIT.undone(unit, { state: 'stopped' } as never)).toMatchObject({
      kind: 'verify',
      runId: 'one',
      state: 'stopped',
    });
  });
});
