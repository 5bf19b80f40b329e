/** There is one way to fit: a row of the leaderboard equals a run of that preset. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { createRun } from '../../../engine/runs/store';
import { runFolder } from '../../../engine/storage/workspace';
import { leaderboardOf } from './leaderboard';
import { compareModels } from './compare-models';
import { makeLeaderboard } from './make-leaderboard';
import { compareSideBySide, partsOf } from './side-by-side';
import { trainRun } from '../../../engine/training/train/train-run';
import { workUnit } from '../../../engine/training/units/work-unit';
import { finalValue } from '../../../shared/values/final-value';
import { ShelfwiseError } from '../../../shared/errors';
import { type LeaderboardModel, presetRecipe } from '../../../shared/recipe/presets';
import { COMPARE_WORK, type Leaderboard } from '../contract/leaderboard';
import type { Progress } from '../../../shared/contract/progress';
import { type Answering, launcherThat } from '../../../../tests/support/asked-trainer';
import { importDistinctive, launcher } from '../../../../tests/support/trained-run';
import { everyNth } from '../../../../tests/support/tried';

const SEED = 7;

test.each<{ split: 'time' | 'random'; models: LeaderboardModel[] }>(
  everyNth(
    [
      { split: 'time', models: ['popularity', 'als', 'filter', 'dae-quick'] },
      { split: 'random', models: ['trend', 'item-knn', 'ease', 'dae-original'] },
    ],
    2,
  ),
)('the rows of $models, split by $split, are the runs of these presets, metric for metric', async (request) => {
  const { workspace, dataset } = await importDistinctive();
  const board = { data: dataset.fingerprint, seeds: 1, seed: SEED, ...request };
  const { rows } = await leaderboardOf([await compareModels(workspace.folder, board, () => undefined)], request.models);
  for (const row of rows) {
    const recipe = { ...presetRecipe(row.model), 'stopping.split': request.split };
    const { runId } = await createRun(workspace, { dataset, recipe, seed: SEED });
    const { status, metrics, stages } = await trainRun(workspace.folder, runFolder(workspace, runId));
    expect(status).toBe('finished');
    expect(metrics!.score).toBeGreaterThan(0);
    const { recall, ndcg, score } = metrics!;
    const { epochs } = stages.find(({ stage }) => stage === 'measure')!;
    expect(row).toMatchObject({ recall, ndcg, score, epochs: epochs === 0 ? [] : [epochs] });
  }
});

test.each([1, 3])(
  '%i seeds: rows that processes try side by side equal those of one at a time',
  { tags: ['rare'] },
  async (seeds) => {
    const { workspace, dataset } = await importDistinctive();
    const models: LeaderboardModel[] = ['popularity', 'als', 'dae-quick', 'item-knn'];
    const request = { data: dataset.fingerprint, seeds, seed: SEED, models, split: 'time' as const };
    expect(partsOf(request, dataset, 3)).toHaveLength(3);
    const told: Progress[] = [];
    const comparison = { workspace, launcher, request, signal: new AbortController().signal };
    const onProgress = (progress: Progress): void => void told.push(progress);
    const [one, three] = [
      await leaderboardOf(await compareSideBySide({ ...comparison, onProgress: () => undefined }, 1), models),
      await leaderboardOf(await compareSideBySide({ ...comparison, onProgress }, 3), models),
    ];
    const withoutSeconds = ({ rows, ...board }: Leaderboard) => ({
      ...board,
      rows: rows.map((row) => ({ ...row, seconds: 0 })),
    });
    expect(withoutSeconds(three)).toEqual(withoutSeconds(one));
    expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).sort((left, right) => left - right));
    expect(told.at(-1)).toMatchObject({ done: seeds * models.length, total: seeds * models.length });
  },
);

test(
  'a row is a unit that is tried once: a leaderboard reuses results of other programs, and tries the rest',
  { tags: ['rare'] },
  async () => {
    const { workspace, dataset } = await importDistinctive();
    const asked: string[] = [];
    const compare: Answering<typeof COMPARE_WORK> = (job) => {
      asked.push(`${job.request.models!.join(' ')}, ${job.request.seeds} from ${job.request.seed}`);
      return launcher.ask(COMPARE_WORK, job);
    };
    const host = { workspace, launcher: launcherThat(COMPARE_WORK, compare), trainers: new Map() };
    const options = { onProgress: () => undefined, signal: new AbortController().signal, processes: 1 };
    const data = dataset.fingerprint;
    const unit = { kind: 'compare', data: data.slice(0, 8), model: 'als', split: 'time', seed: SEED } as const;
    const answer = await finalValue(workUnit(host, unit, {}));
    expect(answer).toMatchObject({ state: 'done', kind: 'compare', runId: '', problem: null });
    expect(await finalValue(workUnit(host, unit, {}))).toEqual(answer);
    const models: LeaderboardModel[] = ['popularity', 'als', 'item-knn'];
    const board = await makeLeaderboard(host, { data, models, seeds: 1, seed: SEED }, options);
    expect(board.rows.find(({ model }) => model === 'als')!.score).toBe(answer.metrics!.score);
    expect(await makeLeaderboard(host, { data, models, seeds: 1, seed: SEED }, options)).toEqual(board);
    // For models without randomness, the second seed gives the same if the split has none either.
    const two = await makeLeaderboard(host, { data, models, seeds: 2, seed: SEED }, options);
    expect(two.seeds).toEqual([SEED, SEED + 1]);
    expect(two.rows.find(({ model }) => model === 'popularity')).toMatchObject({ deviation: 0 });
    expect(asked).toEqual([`als, 1 from ${SEED}`, `popularity item-knn, 1 from ${SEED}`, `als, 1 from ${SEED + 1}`]);
    const file = path.join(workspace.datasets, data, answer.file!.path);
    await fs.writeFile(file, 'damaged');
    expect((await finalValue(workUnit(host, unit, {}))).metrics).toEqual(answer.metrics);
    expect(asked).toHaveLength(4);
  },
);

test('a comparison that is stopped, or in which one process fails, leaves no process running', async () => {
  const { workspace, dataset } = await importDistinctive();
  const models: LeaderboardModel[] = ['als', 'dae-balanced'];
  const stop = new AbortController();
  const ended: Promise<unknown>[] = [];
  const compare: Answering<typeof COMPARE_WORK> = (job) => {
    const answer = launcher.ask(COMPARE_WORK, job);
    ended.push(answer.catch(() => undefined));
    return answer;
  };
  const comparison = {
    workspace,
    launcher: launcherThat(COMPARE_WORK, compare),
    request: { data: dataset.fingerprint, seeds: 1, seed: SEED, models },
  };
  const stopped = compareSideBySide({ ...comparison, onProgress: () => stop.abort(), signal: stop.signal }, 2);
  await expect(stopped).rejects.toMatchObject({ code: 'stopped' });
  const failing: Answering<typeof COMPARE_WORK> = (job) =>
    job.request.models!.includes('als') ? Promise.reject(new ShelfwiseError('internal', 'broken')) : compare(job);
  const failed = compareSideBySide(
    {
      ...comparison,
      launcher: launcherThat(COMPARE_WORK, failing),
      onProgress: () => undefined,
      signal: new AbortController().signal,
    },
    2,
  );
  await expect(failed).rejects.toMatchObject({ message: 'broken' });
  expect(ended).toHaveLength(3);
  await Promise.all(ended);
});
