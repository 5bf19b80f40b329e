/** Which rows of a leaderboard are kept, and which are requested again; the figures are made up, as nothing depends on them. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { makeLeaderboard } from './make-leaderboard';
import { COMPARED } from '../../../engine/model/evaluate/stored-rows';
import { datasetFolder } from '../../../engine/storage/workspace';
import { COMPARE_WORK } from '../contract/leaderboard';
import { workUnit } from '../../../engine/training/units/work-unit';
import { ShelfwiseError } from '../../../shared/errors';
import { finalValue } from '../../../shared/values/final-value';
import type { LeaderboardModel } from '../../../shared/recipe/presets';
import { type Sentence, say } from '../../../shared/words/sentence';
import type { SeedResult } from '../../../shared/values/tried';
import { type Answering, launcherThat } from '../../../../tests/support/asked-trainer';
import { importDistinctive, type Trained } from '../../../../tests/support/trained-run';

const disk = vi.hoisted(() => ({ isFull: false }));
vi.mock('../../../engine/model/evaluate/stored-rows', async (original) => {
  const real = await original<typeof import('../../../engine/model/evaluate/stored-rows')>();
  const storeRow: typeof real.storeRow = async (...row) => {
    if (disk.isFull) throw new ShelfwiseError('no-space', 'The disk is full.');
    return real.storeRow(...row);
  };
  return { ...real, storeRow };
});

const SEED = 7;
const TRIAL: SeedResult = {
  metrics: { recall: 0.5, ndcg: 0.5, score: 0.5, profiles: 2, standardError: 0.1 },
  scores: { profile: [0, 1], score: [0.75, 0.25] },
  quality: { coverage: 0.5, novelty: 3, watchedShare: 0 },
  seconds: 1,
  epochs: 1,
};
const OF_MEMORY = say('limits.pairs', { pairs: 1e9, needed: 16_000, most: 8000 });
const OF_MODEL = say('model.ease-too-large', { profiles: 30_000, titles: 40_000, most: 20_000 });

let place: Pick<Trained, 'workspace' | 'dataset'>;
/** What processes were asked to try, in order. */
let asked: string[];
beforeEach(async () => {
  asked = [];
  disk.isFull = false;
  place = await importDistinctive();
});

interface Computer {
  readonly refusals?: Partial<Record<LeaderboardModel, Sentence>>;
  /** The process that tries it fails after the others have answered. */
  readonly failing?: LeaderboardModel;
}

function hostOf({ refusals = {}, failing }: Computer) {
  const { workspace, dataset } = place;
  const compare: Answering<typeof COMPARE_WORK> = async ({ request: { models, seed, seeds }, signal }) => {
    asked.push(`${models!.join(' ')}, ${seeds} from ${seed}`);
    if (failing !== undefined && models!.includes(failing)) {
      await expect.poll(async () => (await keptRows()).length).toBeGreaterThan(0);
      throw new ShelfwiseError('internal', 'broken');
    }
    expect(signal?.aborted).not.toBe(true);
    return {
      dataset: { fingerprint: dataset.fingerprint, name: dataset.name },
      split: 'random',
      seeds: Array.from({ length: seeds }, (_, index) => seed + index),
      models: models!.map((model) => {
        const said = refusals[model];
        return said === undefined
          ? { model, trials: Array.from({ length: seeds }, () => TRIAL), tooLarge: null }
          : { model, trials: [], tooLarge: { message: said.id, said: [said] } };
      }),
    };
  };
  return { workspace, launcher: launcherThat(COMPARE_WORK, compare), trainers: new Map() };
}

const keptRows = (): Promise<string[]> =>
  fs.readdir(path.join(datasetFolder(place.workspace, place.dataset.fingerprint), COMPARED)).catch(() => []);

async function boardOn(
  computer: Computer,
  {
    models,
    seeds = 1,
    seed = SEED,
    processes = 1,
  }: { models: LeaderboardModel[]; seeds?: number; seed?: number; processes?: number },
) {
  const request = { data: place.dataset.fingerprint, models, split: 'random' as const, seed, seeds };
  const options = { onProgress: () => undefined, signal: new AbortController().signal, processes };
  const { rows, notPossible } = await makeLeaderboard(hostOf(computer), request, options);
  return { rows: rows.map(({ model }) => model), notPossible: notPossible.map(({ model }) => model) };
}

test('a lack of memory on one computer is reported there, and tried again; what no computer can hold is not', async () => {
  const models: LeaderboardModel[] = ['popularity', 'als', 'ease'];
  const small = { refusals: { als: OF_MEMORY, ease: OF_MODEL } };
  expect(await boardOn(small, { models })).toEqual({ rows: ['popularity'], notPossible: ['als', 'ease'] });
  const large = { refusals: { ease: OF_MODEL } };
  expect(await boardOn(large, { models })).toEqual({ rows: ['popularity', 'als'], notPossible: ['ease'] });
  expect(asked).toEqual([`popularity als ease, 1 from ${SEED}`, `als, 1 from ${SEED}`]);
});

test('a unit for which one computer had too little memory is tried again', async () => {
  const unit = { kind: 'compare', data: place.dataset.fingerprint, model: 'als', split: 'random', seed: SEED } as const;
  const refused = await finalValue(workUnit(hostOf({ refusals: { als: OF_MEMORY } }), unit, {}));
  expect(refused).toMatchObject({ state: 'done', metrics: null });
  expect(await finalValue(workUnit(hostOf({}), unit, {}))).toMatchObject({ state: 'done', metrics: TRIAL.metrics });
});

test('the result of one process is kept although another one fails', async () => {
  const models: LeaderboardModel[] = ['popularity', 'als'];
  await expect(boardOn({ failing: 'als' }, { models, processes: 2 })).rejects.toMatchObject({ message: 'broken' });
  asked = [];
  await boardOn({}, { models, processes: 2 });
  expect(asked).toEqual([`als, 1 from ${SEED}`]);
});

test('only the missing seeds of each model are tried', async () => {
  await boardOn({}, { models: ['als', 'popularity'], seed: SEED + 1 });
  await boardOn({}, { models: ['als'], seed: SEED });
  asked = [];
  await boardOn({}, { models: ['als', 'popularity', 'ease'], seeds: 4 });
  expect(asked).toEqual([
    `als, 2 from ${SEED + 2}`,
    `popularity, 1 from ${SEED}`,
    `popularity, 2 from ${SEED + 2}`,
    `ease, 4 from ${SEED}`,
  ]);
});

test('a comparison that cannot be stored is still answered', async () => {
  disk.isFull = true;
  expect(await boardOn({}, { models: ['als', 'popularity'], seeds: 2 })).toMatchObject({ rows: ['als', 'popularity'] });
  expect(await keptRows()).toEqual([]);
});
