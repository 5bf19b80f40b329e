/** The state of a sweep, read from the runs of its trials: whichever program trained them, and whether one still does. */
import type { Sweep, SweepTrial } from '../contract/sweep';
import type { Until } from '../../../shared/contract/unit';
import { reachedBy, recordOf } from '../../../engine/runs/reached';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';
import { judgedBeside } from './judged-beside';
import { keptSweep } from './kept-sweeps';
import { rungsOf } from './rungs';
import { keptSpaceOf } from './space';
import { bestFirst, trialsOf, type Trial } from './trial';

type Shown = Pick<Trial, 'shown'>;

/** @throws ShelfwiseError `not-found` if no such sweep was started in the workspace */
export async function sweepSoFar(workspace: Workspace, sweepId: string): Promise<Sweep> {
  const request = await keptSweep(workspace, sweepId);
  const trials = trialsOf(keptSpaceOf(request), request);
  if (request.method === 'halving') await haveHalved(workspace, trials, request.recipe['stopping.epochs']);
  else for (const trial of trials) await have(workspace, trial, 'validation');
  const best = await bestOf(workspace, trials);
  const isOver = trials.every(({ shown: { state } }) => state !== 'waiting' && state !== 'running');
  const { data, datasetName, method, seed } = request;
  return {
    sweepId,
    dataset: { fingerprint: data, name: datasetName },
    method,
    seed,
    trials: trials.map(({ shown }) => shown),
    best: best?.shown ?? null,
    ended: isOver && (best === null || best.isWhole) ? 'done' : 'stopped',
  };
}

/** Goes through the rungs as the sweep does, up to the first with an unfinished trial. */
async function haveHalved(workspace: Workspace, trials: readonly Shown[], most: number): Promise<void> {
  const rungs = rungsOf(trials.length, most);
  let staying = [...trials];
  for (const [index, { epochs }] of rungs.entries()) {
    for (const trial of staying) await have(workspace, trial, epochs === null ? 'validation' : { epoch: epochs });
    const next = rungs[index + 1];
    if (next === undefined) return;
    if (staying.some(({ shown: { state } }) => state === 'waiting' || state === 'running')) {
      // Trials that finished the rung wait for the others.
      for (const trial of staying) if (trial.shown.state === 'done') trial.shown = { ...trial.shown, state: 'waiting' };
      return;
    }
    const ranked = bestFirst(staying.filter(({ shown }) => shown.validation !== null));
    staying = ranked.slice(0, next.trials);
    for (const trial of ranked.slice(next.trials)) trial.shown = { ...trial.shown, state: 'let-go', epochs };
  }
}

/** Adopts the state of a trial's run. */
async function have(workspace: Workspace, trial: Shown, until: Until): Promise<void> {
  trial.shown = { ...trial.shown, ...(await standingOf(workspace, trial.shown.runId, until)) };
}

type Standing = Pick<SweepTrial, 'state' | 'validation' | 'problem' | 'said'>;

async function standingOf(workspace: Workspace, runId: string, until: Until): Promise<Standing> {
  const folder = runFolder(workspace, runId);
  const none = { validation: null, problem: null };
  const record = await recordOf(folder);
  if (record === null) return { ...none, state: 'waiting' };
  // A sweep may have been done on a cluster, whose trials are shown as it was asked for them.
  const reached = await reachedBy(record, folder, { until, askedOf: 'cluster' });
  if (reached === 'elsewhere') return { ...none, state: 'waiting' };
  if (reached !== null && reached !== 'beyond')
    return { ...none, state: 'done', validation: reached.validation ?? record.validation ?? null };
  if (record.status === 'running') return { ...none, state: 'running' };
  if (reached === 'beyond') {
    const validation = (await judgedBeside(workspace)).get(runId);
    return validation === undefined ? { ...none, state: 'waiting' } : { ...none, state: 'done', validation };
  }
  const { reason } = record;
  if (reason?.code !== 'diverged') return { ...none, state: 'waiting' };
  return { ...none, state: 'failed', problem: reason.message, ...(reason.said && { said: reason.said }) };
}

async function bestOf(
  workspace: Workspace,
  trials: readonly Shown[],
): Promise<{ shown: NonNullable<Sweep['best']>; isWhole: boolean } | null> {
  const winner = bestFirst(trials.filter(({ shown }) => shown.state === 'done'))[0];
  if (winner === undefined) return null;
  const record = await recordOf(runFolder(workspace, winner.shown.runId));
  const isWhole = record?.status === 'finished';
  const { metrics, weightsSha256, listsSha256 } = isWhole
    ? record
    : { metrics: null, weightsSha256: null, listsSha256: null };
  return { shown: { ...winner.shown, metrics, weightsSha256, listsSha256 }, isWhole };
}
