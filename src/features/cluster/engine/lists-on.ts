/** The lists of a run, made on a cluster in parts and joined here: the bytes that one computer writes. */
import type { Unit, UnitAnswer } from '../../../shared/contract/unit';
import { finalValue } from '../../../shared/values/final-value';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { findRun } from '../../../engine/runs/store';
import type { Workspace } from '../../../engine/storage/workspace';
import type { TrainingHost } from '../../../engine/training/train/start-run';
import { workUnit } from './units/work-unit';
import type { KeptCluster } from './address-book';
import { JobsApi } from './jobs-api';
import { openPlans } from './kept-plans';
import { type HowOn, workOn } from './work-on-cluster';
import { BY_ITSELF, type Told } from './work-unit-on';

/**
 * @param asked.parts where absent, those that the cluster is at work on already, or else as many as it has cores
 * @throws ShelfwiseError as workOn does, and as the first part that could not be made
 */
export async function listsOn(
  cluster: KeptCluster,
  host: TrainingHost,
  { run, parts }: { run: string; parts?: number | undefined },
  { onProgress, signal }: Told,
  how: HowOn = {},
): Promise<UnitAnswer> {
  const { record } = await findRun(host.workspace, run);
  const of = parts ?? (await partsAtWork(host.workspace, cluster, record.runId)) ?? (await coresOf(cluster, signal));
  const units = Array.from({ length: of }, (_, index): Unit => ({
    kind: 'lists',
    run: record.runId,
    part: index + 1,
    of,
  }));
  let done = 0;
  const answers = await workOn(cluster, how)(host, units, {
    side: BY_ITSELF,
    signal,
    onProgress: (_, { phase, detail }) =>
      onProgress({ phase: phase === 'away' ? phase : 'parts', detail, done, total: of }),
    onAnswer: () => onProgress({ phase: 'parts', detail: `${++done}/${of}`, done, total: of }),
  });
  const problem = answers.find((answer) => answer?.state === 'failed')?.problem;
  if (problem) throw new ShelfwiseError(problem.code, problem.said ?? problem.message);
  if (answers.some((answer) => answer?.state !== 'done')) throw new ShelfwiseError('stopped', say('unit.stopped'));
  return finalValue(workUnit(host, { kind: 'join', run: record.runId, of }, { signal }));
}

/**
 * What is asked for again is the same parts, however many nodes there are by then; and to stop them, nobody needs to be asked for its cores.
 * @returns null where none are under way
 */
async function partsAtWork(workspace: Workspace, cluster: KeptCluster, run: string): Promise<number | null> {
  for (const { units } of await openPlans(workspace, cluster))
    for (const { unit } of units) if (unit.kind === 'lists' && unit.run === run) return unit.of;
  return null;
}

/** Parts by which every core has one, and none is so small that beginning it takes longest. */
const MOST_PARTS = 64;

async function coresOf(cluster: KeptCluster, signal: AbortSignal): Promise<number> {
  const nodes = await new JobsApi(cluster, signal).nodes();
  const cores = nodes.reduce((sum, { resources_total }) => sum + Math.floor(resources_total.CPU), 0);
  return Math.max(1, Math.min(MOST_PARTS, cores));
}
