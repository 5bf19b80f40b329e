/** One recipe with several seeds: how much its scores and its lists depend on chance. */
import type { RepeatedSeeds, SeedsRequest } from '../contract/seeds';
import type { RunRecord } from '../../../shared/contract/run';
import type { UnitOf } from '../../work-schemas';
import { ShelfwiseError } from '../../../shared/errors';
import { shownDataName } from '../../../shared/values/data-name';
import { LIST_LENGTH, SEEDS } from '../../../shared/limits';
import { say } from '../../../shared/words/sentence';
import { openSnapshot } from '../../../engine/data/snapshot';
import { deviationOf, meanOf } from '../../../engine/model/evaluate/judge';
import type { Lists } from '../../../engine/model/ranking/lists';
import { listOf, readListsAndVocabulary } from '../../../engine/runs/lists-file';
import { findRun } from '../../../engine/runs/store';
import type { TrainingHost } from '../../../engine/training/train/start-run';
import { HERE, trainersSideBySide, type WorkOptions } from '../../../engine/training/units/work-many';

/**
 * Trains the missing runs.
 * @throws ShelfwiseError of the first run that failed; `stopped` on abort: the same request continues
 */
export async function repeatSeeds(
  host: TrainingHost,
  { data, recipe, seed: first, seeds: count, name }: SeedsRequest,
  { onProgress, signal, workers = HERE }: WorkOptions,
): Promise<RepeatedSeeds> {
  const { dataset } = await openSnapshot(host.workspace, data);
  const seeds = Array.from({ length: count }, (_, index) => (first + index) % SEEDS);
  const units = seeds.map((seed): UnitOf<'train'> => {
    const named = name === undefined ? {} : { name: `${name}, seed ${seed}` };
    return { kind: 'train', data: dataset.fingerprint, recipe, seed, ...named };
  });
  const fractions = units.map(() => 0);
  const tell = (index: number, fraction: number, phase = 'unit'): void => {
    fractions[index] = fraction;
    const done = fractions.reduce((sum, one) => sum + one, 0);
    onProgress({
      phase,
      detail: `${fractions.filter((one) => one === 1).length}/${count}`,
      done,
      total: count,
    });
  };
  const answers = await workers.work(host, units, {
    side: trainersSideBySide(dataset, [recipe], count),
    signal,
    onProgress: (index, { done, phase }) => tell(index, Math.max(fractions[index]!, Math.min(0.99, done)), phase),
    onAnswer: (index) => tell(index, 1),
  });
  const problem = answers.find((answer) => answer !== null && answer.state === 'failed')?.problem;
  if (problem) throw new ShelfwiseError(problem.code, problem.said ?? problem.message);
  if (answers.some((answer) => answer?.state !== 'done')) throw new ShelfwiseError('stopped', say('unit.stopped'));
  const runs = await Promise.all(answers.map((answer) => findRun(host.workspace, answer!.runId)));
  return {
    dataset: { fingerprint: dataset.fingerprint, name: shownDataName(dataset) },
    runs: runs.map(({ record }) => shown(record)),
    metrics: metricsOf(runs.map(({ record }) => record)),
    lists: sharedOf(
      await Promise.all(runs.map(async ({ folder, record }) => (await readListsAndVocabulary(folder, record)).lists)),
    ),
  };
}

const shown = ({ runId, seed, metrics, weightsSha256, listsSha256 }: RunRecord): RepeatedSeeds['runs'][number] => ({
  runId,
  seed,
  metrics,
  weightsSha256: weightsSha256!,
  listsSha256: listsSha256!,
});

function metricsOf(records: readonly RunRecord[]): RepeatedSeeds['metrics'] {
  const all = records.flatMap(({ metrics }) => metrics ?? []);
  if (all.length < records.length) return null;
  const spread = (of: 'recall' | 'ndcg' | 'score') => {
    const values = all.map((metrics) => metrics[of]);
    return { mean: meanOf(values), deviation: deviationOf(values) };
  };
  return { recall: spread('recall'), ndcg: spread('ndcg'), score: spread('score') };
}

/** @param lists over the same vocabulary, the last row of each belonging to no profile */
export function sharedOf(lists: readonly Lists[]): RepeatedSeeds['lists'] {
  const [first, ...others] = lists;
  const places = Math.min(LIST_LENGTH, first!.count);
  const rows = first!.items.length / first!.count - 1;
  const profiles = Array.from({ length: places + 1 }, () => 0);
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    let shared = [...listOf(first!, row, places)];
    for (const other of others) {
      const theirs = new Set(listOf(other, row, places));
      shared = shared.filter((item) => theirs.has(item));
    }
    profiles[shared.length]!++;
    sum += shared.length;
  }
  const fewest = profiles.findIndex((count) => count > 0);
  const most = profiles.findLastIndex((count) => count > 0);
  return {
    places,
    shared: { mean: rows === 0 ? 0 : sum / rows, fewest: Math.max(0, fewest), most: Math.max(0, most) },
    profiles,
  };
}
