/** Makes the lists of a run in parts and joins them here, to the bytes of lists made in one go. */
import type { ListsUnit } from '../contract/lists';
import type { UnitAnswer } from '../../../shared/contract/unit';
import { finalValue } from '../../../shared/values/final-value';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { findRun } from '../../../engine/runs/store';
import type { TrainingHost } from '../../../engine/training/train/start-run';
import { HERE, ONE_AT_A_TIME, type WorkOptions } from '../../../engine/training/units/work-many';
import { workUnit } from '../../../engine/training/units/work-unit';

/** Enough parts for every core, and few enough that starting a part is not most of its time. */
const MOST_PARTS = 64;

/**
 * @param asked.parts if absent, the number of those under way, however many cores there are now; else the number of cores
 * @throws ShelfwiseError as the workers do, and as the first part that could not be made
 */
export async function listsInParts(
  host: TrainingHost,
  { run, parts }: { run: string; parts?: number | undefined },
  { onProgress, signal, workers = HERE }: WorkOptions,
): Promise<UnitAnswer> {
  const { runId } = (await findRun(host.workspace, run)).record;
  const isOfRun = (unit: { kind: string }): unit is ListsUnit =>
    unit.kind === 'lists' && (unit as ListsUnit).run === runId;
  const underWay = parts === undefined ? (await workers.underWay(host.workspace)).find(isOfRun)?.of : undefined;
  const of = parts ?? underWay ?? Math.max(1, Math.min(MOST_PARTS, await workers.cores(signal)));
  const units = Array.from({ length: of }, (_, index): ListsUnit => ({
    kind: 'lists',
    run: runId,
    part: index + 1,
    of,
  }));
  let done = 0;
  const answers = await workers.work(host, units, {
    side: ONE_AT_A_TIME,
    signal,
    onProgress: (_, { phase, detail }) =>
      onProgress({ phase: phase === 'away' ? phase : 'parts', detail, done, total: of }),
    onAnswer: () => onProgress({ phase: 'parts', detail: `${++done}/${of}`, done, total: of }),
  });
  const problem = answers.find((answer) => answer?.state === 'failed')?.problem;
  if (problem) throw new ShelfwiseError(problem.code, problem.said ?? problem.message);
  if (answers.some((answer) => answer?.state !== 'done')) throw new ShelfwiseError('stopped', say('unit.stopped'));
  return finalValue(workUnit(host, { kind: 'join', run: runId, of }, { signal }));
}
