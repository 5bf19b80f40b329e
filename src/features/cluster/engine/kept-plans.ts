/**
 * plans/plans.json: which units a cluster was asked for and has not brought home yet. So whoever asks for one of them again, after this program or
 * the cluster went away, finds the job that does it. What units came to is in the runs.
 */
import { createHash } from 'node:crypto';
import * as path from 'node:path';
import * as z from 'zod';
import { type Unit, unitSchema } from '../../../shared/contract/unit';
import { kindOf } from '../../units';
import {
  changeRecords,
  readRecords,
  type RecordFile,
  withoutRecord,
  withRecord,
} from '../../../engine/storage/record-file';
import { temporaryBeside } from '../../../engine/storage/temporary';
import type { Workspace } from '../../../engine/storage/workspace';

const keptPlanSchema = z.object({
  plan: z.string().regex(/^p[0-9a-f]{16}$/),
  /** Its name, and where it was then. */
  cluster: z.string(),
  address: z.string(),
  /** How many jobs it has been. */
  attempt: z.int().min(1),
  startedAt: z.string(),
  units: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      unit: unitSchema,
      /** Somebody stopped it alone: whoever asks for it anew gets it by another plan. */
      isStopped: z.boolean().optional(),
    }),
  ),
});
export type KeptPlan = z.infer<typeof keptPlanSchema>;

const fileOf = ({ plans }: Workspace): RecordFile<KeptPlan> => ({
  path: path.join(plans, 'plans.json'),
  name: 'plans',
  value: keptPlanSchema,
});

/** Milliseconds: nothing of what it asked for is at work or lies there for so long. */
const LONGEST_KEPT = 90 * 24 * 60 * 60 * 1000;

/** The job of a plan, as Ray knows it. */
export const submissionOf = ({ plan, attempt }: KeptPlan): string => `shelfwise-${plan}-${attempt}`;

/**
 * Where its package and what comes back lie for a while: they hold histories. The name tells who is at work there, so that `forget` and `gc`
 * remove what a killed program left.
 */
export const newWorkingFolder = ({ plans }: Workspace, { plan }: KeptPlan): string =>
  temporaryBeside(path.join(plans, plan));

/** The same for units that come to the same: the name of a run is no part of it. */
export const keyOf = (unit: Unit): string =>
  createHash('sha256')
    .update(JSON.stringify([unit.kind, ...kindOf(unit).essence(unit)]))
    .digest('hex');

/** The latest first. */
export async function openPlans(
  workspace: Workspace,
  { name, address }: { name: string; address: string },
): Promise<KeptPlan[]> {
  const all = [...(await readRecords(fileOf(workspace))).values()];
  return all
    .filter((plan) => plan.cluster === name && plan.address === address)
    .sort((left, right) => (left.startedAt < right.startedAt ? 1 : -1));
}

/**
 * Plans that were stopped and never asked for again go after a while, whatever became of their cluster: in a workspace that is shared, it may be in
 * the address book of somebody else.
 */
export const keepPlan = (workspace: Workspace, plan: KeptPlan): Promise<void> =>
  changeRecords(fileOf(workspace), (all) => {
    const oldest = new Date(Date.now() - LONGEST_KEPT).toISOString();
    const others = [...all].filter(([, { startedAt }]) => startedAt >= oldest);
    return withRecord(new Map(others), plan.plan, plan);
  });

/** Notes units that were stopped alone. */
export const noteStopped = (workspace: Workspace, { plan }: KeptPlan, ids: ReadonlySet<string>): Promise<void> =>
  changeRecords(fileOf(workspace), (all) => {
    const kept = all.get(plan);
    if (kept === undefined || kept.units.every(({ id, isStopped }) => isStopped === true || !ids.has(id))) return all;
    const units = kept.units.map((unit) => (ids.has(unit.id) ? { ...unit, isStopped: true } : unit));
    return withRecord(all, plan, { ...kept, units });
  });

/** IDs of those units of a plan that were stopped alone, by whichever program. */
export async function stoppedIn(workspace: Workspace, { plan }: KeptPlan): Promise<ReadonlySet<string>> {
  const kept = (await readRecords(fileOf(workspace))).get(plan);
  return new Set(kept?.units.flatMap(({ id, isStopped }) => (isStopped === true ? [id] : [])));
}

/** One of which another program began a further job meanwhile stays: that job has to be found. */
export const dropPlan = (workspace: Workspace, { plan, attempt }: KeptPlan): Promise<void> =>
  changeRecords(fileOf(workspace), (all) => (all.get(plan)?.attempt === attempt ? withoutRecord(all, plan) : all));
