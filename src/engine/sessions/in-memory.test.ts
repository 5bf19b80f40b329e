/** What sessions tell of a data set and of a run, over tables held in memory. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { dataOf } from '../../../tests/support/any-rules';
import { FINGERPRINT, sessionInMemory } from '../../../tests/support/session-in-memory';
import { leaderboardRecipe } from '../../shared/recipe/presets';
import { setNote } from '../kept/notes';
import { setReviewed } from '../kept/reviews';
import { keepNamed, SEGMENTS } from '../kept/segments-and-tunings';
import { openWorkspace, type Workspace } from '../storage/workspace';
import { DatasetSession, isoTime } from './dataset-session';
import { attributeOf, figuresOf, filteredRows, type ProfileState, stabilityOf } from './profile-filter';
import { profileStateOf, rowsOfFilter, rowsOfSegments } from './profile-rows';
import { refuseUnknown } from './refuse-unknown';
import { RunSession } from './run-session';
import { Sessions } from './sessions';
import { similarities, similarTo } from './similar-titles';

/** What the files of a run would say: none is read. */
const files = vi.hoisted(() => ({
  vocabulary: null as unknown,
  selected: null as unknown,
  read: [] as unknown[][],
  runs: 0,
  datasets: 0,
  forgotten: null as unknown,
}));
vi.mock('../data/selection', async (original) => ({
  ...(await original<object>()),
  selectTrainingData: async () => files.selected,
}));
vi.mock('../runs/vocabulary', async (original) => ({
  ...(await original<object>()),
  readVocabularyIfThere: async () => files.vocabulary,
}));
vi.mock('../runs/lists-file', async (original) => ({
  ...(await original<object>()),
  readLists: async (...asked: unknown[]) => {
    files.read.push(asked);
    return { count: 3, items: Int32Array.of(1, 2, 0, 2, 1, -1, 0, -1, -1, 1, 0, 2), scores: new Float32Array(12) };
  },
}));
vi.mock('../runs/store', async (original) => ({
  ...(await original<object>()),
  findRun: async () => {
    files.runs++;
    return { record: { runId: 'run-one-whole', dataset: { fingerprint: 'data-one' } } };
  },
}));
vi.mock('../runs/forgotten-run', async (original) => ({
  ...(await original<object>()),
  readForgottenRun: async () => files.forgotten,
}));
vi.mock('../data/snapshot', async (original) => ({
  ...(await original<object>()),
  openSnapshot: async () => ({ dataset: { fingerprint: 'data-one' }, folder: '' }),
  loadProfiles: async () => {
    files.datasets++;
    return { ids: ['p0'], attributes: [] };
  },
  loadItems: async () => ({ ids: ['t0'], titles: [null], attributes: [] }),
}));
vi.mock('../data/viewings', async (original) => ({
  ...(await original<object>()),
  loadViewings: async () => ({
    offsets: Int32Array.of(0, 0),
    item: new Int32Array(0),
    last: new Float64Array(0),
    times: new Int32Array(0),
    firstWatched: Float64Array.of(NaN),
  }),
}));

let workspace: Workspace;
beforeEach(async () => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'sessions-'));
  onTestFinished(() => fs.rm(folder, { recursive: true, force: true }));
  workspace = await openWorkspace(path.join(folder, 'workspace'));
  Object.assign(files, { vocabulary: null, selected: null, read: [], runs: 0, datasets: 0, forgotten: null });
});

describe('a data set', () => {
  const DAY = 86_400;
  const NOW = 1_790_000_000;
  /** p0 watched t1 and then t0, p1 nothing, p2 t1 long ago, and p3 t1 at no known time. */
  const session = new DatasetSession(
    { dataset: { fingerprint: FINGERPRINT }, folder: '' } as never,
    { ids: ['p0', 'p1', 'p2', 'p3'], attributes: [] },
    {
      ids: ['t0', 't1', 't2'],
      titles: ['Otter Bay, part 1', null, 'Single'],
      attributes: [{ kind: 'categorical', name: 'genre', categories: ['sea', 'sky'], codes: Int32Array.of(1, 0, -1) }],
    },
    {
      offsets: Int32Array.of(0, 2, 2, 3, 4),
      item: Int32Array.of(0, 1, 1, 1),
      last: Float64Array.of(NOW, NOW - DAY, NOW - 30 * DAY, NaN),
      times: Int32Array.of(3, 1, 2, 1),
      firstWatched: Float64Array.of(NOW - 13 * DAY, NOW - 14 * DAY, NaN),
    },
  );

  it('knows its rows by ID, how much each profile watched and when last, and how many watched a title', () => {
    expect([session.profileRow.get('p2'), session.itemRow.get('t2'), session.profileRow.get('x')]).toEqual([
      2,
      2,
      undefined,
    ]);
    const again = new DatasetSession(session.snapshot, session.profiles, session.items, session.viewings);
    expect([...again.profileRow]).toEqual([
      ['p0', 0],
      ['p1', 1],
      ['p2', 2],
      ['p3', 3],
    ]);
    expect([...again.itemRow].map(([id]) => id)).toEqual(['t0', 't1', 't2']);
    expect([...again.watched]).toEqual([2, 0, 1, 1]);
    expect([...again.lastActive]).toEqual([NOW, NaN, NOW - 30 * DAY, NaN]);
    expect([...again.popularity]).toEqual([1, 3, 0]);
  });

  it('has titles that are new for two weeks, and rare ones behind four fifths of all viewings', () => {
    const again = new DatasetSession(session.snapshot, session.profiles, session.items, session.viewings);
    expect([0, 1, 2].map((item) => again.isNew(item))).toEqual([true, false, false]);
    expect([0, 1, 2].map((item) => again.isRare(item))).toEqual([false, false, true]);
    const even = (item: Int32Array) =>
      new DatasetSession(session.snapshot, session.profiles, session.items, { ...session.viewings, item });
    // Ties go to the earlier title; exactly four fifths are enough.
    expect([0, 1, 2].map((item) => even(Int32Array.of(0, 2, 1, 1, 1)).isRare(item))).toEqual([false, false, true]);
    expect([0, 1, 2].map((item) => even(Int32Array.of(1, 1, 1, 1, 2)).isRare(item))).toEqual([true, false, true]);
  });

  it('tells a history latest first, with the group of each title, and no more than is asked for', () => {
    const [first, second] = session.history(0);
    expect(first).toEqual({
      item: 't0',
      title: 'Otter Bay, part 1',
      group: 'sky',
      lastWatched: isoTime(NOW),
      times: 3,
    });
    expect(second).toEqual({ item: 't1', title: null, group: 'sea', lastWatched: isoTime(NOW - DAY), times: 1 });
    expect(session.history(0, 1)).toEqual([first]);
    expect(session.history(0, 9)).toHaveLength(2);
    expect([session.history(1), session.history(3)[0]?.lastWatched]).toEqual([[], null]);
    expect([session.groupOf(2), [...session.watchedBy(2)], [...session.watchedBy(1)]]).toEqual([null, [1], []]);
    expect([...session.lastWatched(0)]).toEqual([
      [0, isoTime(NOW)],
      [1, isoTime(NOW - DAY)],
    ]);
    expect([...session.lastWatched(3)]).toEqual([[1, null]]);
    expect(isoTime(0)).toBe('1970-01-01T00:00:00.000Z');
  });

  it('has no groups where no attribute is a genre', () => {
    const plain = new DatasetSession(
      session.snapshot,
      session.profiles,
      { ...session.items, attributes: [] },
      session.viewings,
    );
    expect(plain.groupOf(0)).toBeNull();
  });

  it('makes once what it keeps by a name', () => {
    let made = 0;
    const keep = (name: string) => session.keep(name, () => ++made);
    expect([keep('one'), keep('one'), keep('two')]).toEqual([1, 1, 2]);
  });

  it('refuses a profile that it does not have', () => {
    const of = {
      profileRow: session.profileRow,
      profiles: session.profiles,
      snapshot: { dataset: { fingerprint: FINGERPRINT, name: 'made' } },
    };
    expect(() => refuseUnknown(of as never, 'p9')).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(() => refuseUnknown(of as never, 'p1')).not.toThrow();
  });
});

describe('a filter of profiles', () => {
  const run = sessionInMemory({ data: dataOf(12, [[0, 1, 2], [8], [], [], [4]]) });
  const nothing: ProfileState = {
    reviewed: new Set(['p0', 'p3']),
    noted: new Set(['p1']),
    recall: null,
    score: Float64Array.of(0.5, NaN, 0.25, 1, NaN),
    stability: Float64Array.of(0.5, 0.49, NaN, 0, 1),
    targets: null,
    hits: null,
  };
  const rows = (filter: object, state = nothing): number[] => [...filteredRows(run.dataset, state, filter)];

  it('without parts matches everyone, and a blank text is none', () => {
    expect([rows({}), rows({ text: ' ' })]).toEqual([
      [0, 1, 2, 3, 4],
      [0, 1, 2, 3, 4],
    ]);
  });

  it('matches by ID, attributes, viewings, score, marks and notes, all that are given', () => {
    expect(rows({ text: ' P1 ' })).toEqual([1]);
    expect(rows({ profiles: ['p4', 'p0', 'x'] })).toEqual([0, 4]);
    expect(rows({ attributes: { age: ['3'] } })).toEqual([1]);
    expect(rows({ attributes: { 'attributes.age': ['3', null] } })).toEqual([1, 4]);
    expect(rows({ watched: { from: 1 } })).toEqual([0, 1, 4]);
    expect(rows({ watched: { from: 1, to: 1 } })).toEqual([1, 4]);
    expect(rows({ score: { from: 0.5 } })).toEqual([0, 3]);
    expect(rows({ reviewed: true })).toEqual([0, 3]);
    expect(rows({ reviewed: false })).toEqual([1, 2, 4]);
    expect(rows({ noted: true })).toEqual([1]);
    expect(rows({ noted: false, watched: { from: 1 } })).toEqual([0, 4]);
  });

  it('calls a list shaky of which less than half stays, and says nothing of one that was not measured', () => {
    expect(rows({ shaky: true })).toEqual([1, 3]);
    expect(rows({ shaky: false })).toEqual([0, 4]);
    const unmeasured = { ...nothing, score: null, stability: null };
    expect([{ shaky: true }, { shaky: false }, { score: {} }].map((filter) => rows(filter, unmeasured))).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('is refused for an attribute that profiles do not have, with all columns that there are', () => {
    expect(() => rows({ attributes: { town: ['Ulm'] } })).toThrow(
      expect.objectContaining({ code: 'usage', message: expect.stringMatching(/town.*watched.*age/s) as string }),
    );
    expect(attributeOf(run.dataset.profiles.attributes, 'age').name).toBe('age');
  });

  it('takes the figures of a run as columns over all profiles', () => {
    const test = {
      profile: Int32Array.of(1, 3),
      recall: Float32Array.of(0.5, 0.2),
      ndcg: new Float32Array(2),
      score: Float32Array.of(0.75, 0.25),
      judged: { targets: Int32Array.of(4, 40), lists: new Int32Array(50) },
    };
    expect(figuresOf(null, 5)).toEqual({ recall: null, score: null, targets: null, hits: null });
    const { recall, score, targets, hits } = figuresOf(test, 5);
    expect([...recall!]).toEqual([NaN, 0.5, NaN, Math.fround(0.2), NaN]);
    expect([...score!]).toEqual([NaN, 0.75, NaN, 0.25, NaN]);
    // Of more held-out titles than places a list can find 25.
    expect([[...targets!], [...hits!]]).toEqual([
      [0, 4, 0, 40, 0],
      [0, 2, 0, 5, 0],
    ]);
    expect(stabilityOf(null, 5)).toBeNull();
    expect([...stabilityOf({ rows: [0, 4], shares: [0.5, 1] } as never, 5)!]).toEqual([0.5, NaN, NaN, NaN, 1]);
  });

  it('takes what people keep, and the profiles of segments by an attribute that is there', async () => {
    await setReviewed(workspace, FINGERPRINT, 'p2', true);
    await setNote(workspace, FINGERPRINT, 'p4', { text: 'Look.', revision: 0 });
    const state = await profileStateOf(workspace, run.dataset, null);
    expect(state).toEqual({
      reviewed: new Set(['p2']),
      noted: new Set(['p4']),
      recall: null,
      score: null,
      targets: null,
      hits: null,
      stability: null,
    });
    const measured = Object.assign(sessionInMemory({ data: dataOf(12, [[0], [], []]) }), {
      testProfiles: async () => ({
        profile: Int32Array.of(1),
        recall: Float32Array.of(1),
        score: Float32Array.of(0.5),
        judged: { targets: Int32Array.of(1), lists: new Int32Array(25) },
      }),
      stability: async () => ({ rows: [2], shares: [0.25] }),
    });
    expect([...(await rowsOfFilter(workspace, measured, { shaky: true }))]).toEqual([2]);
    expect([...(await rowsOfFilter(workspace, measured, { score: { from: 0.5 } }))]).toEqual([1]);
    expect(await rowsOfSegments(workspace, measured)).toEqual([]);
    const keep = (name: string, filter: object) =>
      keepNamed(SEGMENTS, workspace, FINGERPRINT, { name, filter } as never);
    await keep('Marked', { reviewed: true });
    await keep('Of a town', { attributes: { town: ['Ulm'] } });
    expect((await rowsOfSegments(workspace, measured)).map(({ name, rows: found }) => [name, [...found]])).toEqual([
      ['Marked', [2]],
    ]);
  });
});

describe('titles like another', () => {
  it('are those with the same viewers, the most alike first, and none that shares nobody', async () => {
    const run = sessionInMemory({ data: dataOf(6, [[0, 1], [0, 1, 2], [0, 2], [3]]) });
    const cosine = (both: number, other: number): number => Math.fround(both / Math.sqrt(3 * other));
    expect([...(await similarities(run, 0))]).toEqual([1, cosine(2, 2), cosine(2, 2), 0, 0, 0]);
    expect(await similarTo(run, 0, 5)).toEqual([
      { item: 1, similarity: cosine(2, 2) },
      { item: 2, similarity: cosine(2, 2) },
    ]);
    expect(await similarTo(run, 0, 1)).toHaveLength(1);
    expect(await similarTo(run, 5, 5)).toEqual([]);
  });

  it('of an autoencoder are those with a like row of the decoder', async () => {
    const values = Float32Array.of(3, 4, 6, 8, -3, -4, 0, 0, 4, 3, 4, -3);
    const run = Object.assign(sessionInMemory({ data: dataOf(6, [[0]]) }), {
      autoencoder: async () => ({}),
      recommender: async () => ({ tensors: () => ({ decoder: { values, shape: [6, 2] } }) }),
    });
    expect([...(await similarities(run, 0))]).toEqual([1, 1, -1, 0, Math.fround(24 / 25), 0]);
    expect((await similarTo(run, 0, 5)).map(({ item }) => item)).toEqual([1, 4]);
    expect([...(await similarities(run, 3))]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('the session of a run', () => {
  const { profiles, items, histories } = dataOf(3, [[0], [], [1, 2]]);
  const runOf = (more: object = {}): RunSession => {
    const { dataset } = sessionInMemory({ data: { profiles, items, histories } });
    files.selected = { profiles, items, histories };
    return new RunSession(
      'folder',
      {
        runId: 'one',
        model: 'popularity',
        recipe: leaderboardRecipe('popularity'),
        listsSha256: 'ab',
        ...more,
      } as never,
      dataset,
    );
  };

  it('has the data behind its lists, with the rows of titles in the run and in the data set', async () => {
    const data = await runOf().data();
    expect([...data.itemRow]).toEqual([
      ['t0', 0],
      ['t1', 1],
      ['t2', 2],
    ]);
    expect([...data.datasetItem]).toEqual([0, 1, 2]);
    expect(data.conditions.names).not.toHaveLength(0);
    const run = runOf();
    expect(await run.data()).toBe(await run.data());
  });

  it('refuses data of other profiles or titles than those of its vocabulary', async () => {
    const vocabulary = { profiles: profiles.ids, items: items.ids };
    files.vocabulary = vocabulary;
    await expect(runOf().data()).resolves.toBeDefined();
    files.vocabulary = { ...vocabulary, items: ['t0', 't2', 't1'] };
    await expect(runOf().data()).rejects.toMatchObject({
      code: 'bad-data',
      said: [{ id: 'run.other-vocabulary', values: { run: 'one' } }],
    });
    files.vocabulary = { ...vocabulary, profiles: ['p0'] };
    await expect(runOf().data()).rejects.toMatchObject({ code: 'bad-data' });
  });

  it('reads its lists as many as it has profiles and titles, and counts whom each title is recommended to', async () => {
    const run = runOf();
    const { profiles: many, rankSum } = await run.recommended();
    expect(files.read).toEqual([['folder', { profiles: 3, items: 3 }, run.record]]);
    // The row of the profile of which nothing is known counts for nobody.
    expect([...many]).toEqual([2, 2, 2]);
    expect([...rankSum]).toEqual([4, 3, 3]);
  });

  it('finds profiles by ID, and names the nearest where there is none', async () => {
    const run = runOf();
    expect(await run.profileRow('p2')).toBe(2);
    await expect(run.profileRow('p22')).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('p2') as string,
    });
  });

  it('of a model without codes has none, no directions, and an empty condition of the unknown', async () => {
    const run = Object.assign(runOf(), { autoencoder: async () => null });
    expect([await run.latent(), await run.directions(), await run.unknown()]).toEqual([
      null,
      null,
      new Float32Array(0),
    ]);
  });

  it('of an autoencoder has the code of each profile, its condition encoded with its history', async () => {
    const seen: number[][] = [];
    const run = Object.assign(runOf(), {
      autoencoder: async () => ({
        codeWidth: 2,
        encode: ({ histories: rows, conditions }: { histories: typeof histories; conditions: Float32Array }) => {
          seen.push([rows.rows, conditions.length]);
          const codes = Float32Array.from({ length: rows.rows * 2 }, (_, at) =>
            at % 2 === 0 ? rows.offsets[at / 2 + 1]! : conditions[((at - 1) / 2) * (conditions.length / rows.rows)]!,
          );
          return { codes, joined: Float32Array.of(7) };
        },
      }),
    });
    const codes = (await run.latent())!;
    const { conditions } = await run.data();
    expect(seen[0]).toEqual([3, 3 * conditions.width]);
    expect([...codes.values]).toEqual(
      [0, 1, 2].flatMap((row) => [histories.offsets[row + 1]!, conditions.encode(row)[0]!]),
    );
    expect([...(await run.unknown())]).toEqual([7]);
    expect(seen[1]).toEqual([1, conditions.width]);
  });
});

describe('sessions between calls', () => {
  const put = async (...names: string[]): Promise<void> => {
    const file = path.join(workspace.folder, ...names);
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(`${file}.new`, `{"at":${Math.random()}}`);
    await fs.rename(`${file}.new`, file);
  };
  const dataset = () => put('datasets', 'data-one', 'dataset.json');
  const run = () => put('runs', 'run-one-whole', 'run.json');

  it('load a data set once, and again when its description changed or it was to be forgotten', async () => {
    const sessions = new Sessions(workspace);
    const use = (fingerprint = 'data-one') => sessions.withDataset(fingerprint, ({ profiles }) => profiles.ids);
    await dataset();
    expect(await use()).toEqual(['p0']);
    // By its beginning, too.
    await use('data');
    await use();
    expect(files.datasets).toBe(1);
    await dataset();
    await use();
    expect(files.datasets).toBe(2);
    sessions.forget(['data-one'], []);
    await use();
    expect(files.datasets).toBe(3);
  });

  it('load a run once, and again when its record changed, a profile of it was forgotten, or it was to be forgotten', async () => {
    const sessions = new Sessions(workspace);
    const use = (runId = 'run-one-whole') => sessions.withRun(runId, ({ record, folder }) => [record.runId, folder]);
    await dataset();
    await run();
    expect(await use('run-one')).toEqual(['run-one-whole', path.join(workspace.runs, 'run-one-whole')]);
    expect(files.runs).toBe(1);
    await use();
    expect(files.runs).toBe(1);
    await run();
    await use();
    expect(files.runs).toBe(2);
    sessions.forget([], ['run-one-whole']);
    await use();
    expect(files.runs).toBe(3);
    files.forgotten = { forgottenAt: '2026-11-26T10:00:00.000Z', withModel: false, withTitles: false };
    sessions.forget([], ['run-one-whole']);
    await expect(use()).rejects.toMatchObject({ code: 'not-found' });
  });
});
