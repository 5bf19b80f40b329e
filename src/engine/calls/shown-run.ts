/** Runs as calls answer them: the record with its marks, and with what is known of its end. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Run } from '../../shared/contract/run-life';
import type { RunRecord } from '../../shared/contract/run';
import { whyUnfollowing } from '../../shared/values/why-unfollowing';
import { namedApart } from '../../shared/words/run-name';
import { textOf } from '../../shared/words/sentence';
import type { EngineContext } from '../../features/calls';
import { readMarks, withMarks } from '../kept/marks';
import { readForgottenRun, whyForgotten } from '../runs/forgotten-run';
import { crashReason, errorOf, findRun, listRuns } from '../runs/store';
import { broughtRun, isVerifiedHere } from '../runs/trained-here';
import { usesOf } from '../runs/uses';
import { runFolder } from '../storage/workspace';
import { ENDING } from '../training/train/start-run';
import { showingData } from './named-data';

export async function foundRun(context: EngineContext, runId: string): Promise<Run> {
  const { record } = await findRun(context.workspace, runId);
  return asShown(context, record);
}

/** The record for display, with what is known of its end and with its marks, such as another name. */
export async function asShown(context: EngineContext, record: RunRecord): Promise<Run> {
  const { workspace } = context;
  const [marks, show] = await Promise.all([readMarks(workspace), showingData(workspace)]);
  return show(await shownWith(context, record, marks));
}

/** All runs of the workspace that can be read, as `asShown`. */
export async function runsAsShown(context: EngineContext): Promise<Run[]> {
  const { workspace } = context;
  const [records, marks, show] = await Promise.all([listRuns(workspace), readMarks(workspace), showingData(workspace)]);
  return namedApart(await Promise.all(records.map(async (record) => show(await shownWith(context, record, marks)))));
}

async function shownWith(
  context: EngineContext,
  record: RunRecord,
  marks: Awaited<ReturnType<typeof readMarks>>,
): Promise<Run> {
  const folder = runFolder(context.workspace, record.runId);
  const brought = await broughtAsShown(folder, record).catch(() => undefined);
  const usedAt = record.listsSha256 === null ? undefined : await lastUseOf(context, record);
  const run = {
    ...withMarks(await withTrainerEnd(context, record), marks),
    ...(brought && { brought }),
    ...(usedAt !== undefined && { usedAt }),
  };
  const forgotten = await readForgottenRun(folder).catch(() => null);
  if (forgotten === null) return run;
  const { forgottenAt, dataset, withModel } = forgotten;
  const said = [whyForgotten(record.runId, forgotten)];
  return { ...run, forgotten: { forgottenAt, dataset, withModel, message: textOf(said), said } };
}

const lastUseOf = async ({ workspace }: EngineContext, record: RunRecord): Promise<string | undefined> =>
  (await usesOf(workspace, record))
    .map(({ at }) => at)
    .toSorted()
    .at(-1);

async function broughtAsShown(folder: string, record: RunRecord): Promise<Run['brought']> {
  const opened = await broughtRun(folder);
  if (opened === null) return undefined;
  const { file = null, cluster = null, openedAt, follows, accepted } = opened;
  const { runId, listsSha256 } = record;
  const said = follows?.listsSha256 === listsSha256 ? whyUnfollowing(runId, follows) : [];
  return {
    file,
    cluster,
    openedAt,
    verified: await isVerifiedHere(folder, record),
    problem: said.length === 0 ? null : { message: textOf(said), said: [...said] },
    accepted: accepted !== undefined && accepted.listsSha256 === listsSha256,
  };
}

/**
 * A trainer that could not write its reason into the record (the disk is full, it was killed) reported it to this process, if it was started here.
 */
async function withTrainerEnd({ trainers }: EngineContext, record: RunRecord): Promise<RunRecord> {
  const ended = trainers.get(record.runId);
  if (record.status !== 'crashed' || record.reason?.error !== undefined || ended === undefined) return record;
  const end = await Promise.race([ended, sleep(ENDING, null, { ref: false })]);
  return end === null ? record : { ...record, reason: crashReason(record.runId, errorOf(end)) };
}
