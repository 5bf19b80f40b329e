/**
 * plans/plans.json: the units requested from a cluster whose results have not been received. A later request for one of them, after this program or
 * the cluster went away, finds the job that does it. The runs contain the results.
 */
import { createHash } from 'node:crypto';
import * as path from 'node:path';
import * as z from 'zod';
import { type Unit, unitSchema } from '../../work-schemas';
import { kindOf } from '../../units';
import { asksForNewer, withStoredRecipe } from '../../../shared/recipe/stored';
import {
  changeRecords,
  fileOf,
  readRecords,
  type RecordFamily,
  withoutRecord,
  withRecord,
} from '../../../engine/storage/record-file';
import { temporaryBeside } from '../../../engine/storage/temporary';
import type { Workspace } from '../../../engine/storage/workspace';

const openPlanSchema = z.object({
  plan: z.string().regex(/^p[0-9a-f]{16}$/),
  /** The cluster's name, and its address then. */
  cluster: z.string(),
  address: z.string(),
  /** Number of jobs of the plan so far. */
  attempt: z.int().min(1),
  startedAt: z.string(),
  units: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      unit: unitSchema,
      /** Set if the unit was stopped alone: a new request for it gets another plan. */
      isStopped: z.boolean().optional(),
    }),
  ),
});
export type OpenPlan = z.infer<typeof openPlanSchema>;

const unitsSchema = z.object({ units: z.array(z.object({ unit: z.unknown() })) });

const PLANS: RecordFamily<OpenPlan> = {
  folder: 'plans',
  only: 'plans',
  name: 'plans',
  value: openPlanSchema,
  asStored: (plan) => ({ ...plan, units: plan.units.map((one) => ({ ...one, unit: withStoredRecipe(one.unit) })) }),
  isNewer: (raw) => unitsSchema.safeParse(raw).data?.units.some(({ unit }) => asksForNewer(unit)) ?? false,
};

/** Milliseconds: no job or result of a plan exists for that long. */
const LONGEST_KEPT = 90 * 24 * 60 * 60 * 1000;

/** The job of a plan, as Ray knows it. */
export const submissionOf = ({ plan, attempt }: OpenPlan): string => `shelfwise-${plan}-${attempt}`;

/**
 * Temporary folder for its package and its results, which contain histories. The name identifies the program at work, so that `forget` and `trash empty`
 * remove what a killed program left.
 */
export const newWorkingFolder = ({ plans }: Workspace, { plan }: OpenPlan): string =>
  temporaryBeside(path.join(plans, plan));

/** Equal for units with the same result: the name of a run does not matter. */
export const keyOf = (unit: Unit): string =>
  createHash('sha256')
    .update(JSON.stringify([unit.kind, ...kindOf(unit).essence(unit)]))
    .digest('hex');

/** Latest first. */
export async function openPlans(
  workspace: Workspace,
  { name, address }: { name: string; address: string },
): Promise<OpenPlan[]> {
  const all = [...(await readRecords(fileOf(PLANS, workspace))).values()];
  return all
    .filter((plan) => plan.cluster === name && plan.address === address)
    .sort((left, right) => (left.startedAt < right.startedAt ? 1 : -1));
}

/**
 * Stopped plans that are not requested again are removed after a while, whatever became of their cluster: in a shared workspace, another user may
 * have it in their address book.
 */
export const keepPlan = (workspace: Workspace, plan: OpenPlan): Promise<void> =>
  changeRecords(fileOf(PLANS, workspace), (all) => {
    const oldest = new Date(Date.now() - LONGEST_KEPT).toISOString();
    const others = [...all].filter(([, { startedAt }]) => startedAt >= oldest);
    return withRecord(new Map(others), plan.plan, plan);
  });

/** Notes units that were stopped alone. */
export const noteStopped = (workspace: Workspace, { plan }: OpenPlan, ids: ReadonlySet<string>): Promise<void> =>
  changeRecords(fileOf(PLANS, workspace), (all) => {
    const kept = all.get(plan);
    if (kept === undefined || kept.units.every(({ id, isStopped }) => isStopped === true || !ids.has(id))) return all;
    const units = kept.units.map((unit) => (ids.has(unit.id) ? { ...unit, isStopped: true } : unit));
    return withRecord(all, plan, { ...kept, units });
  });

/** IDs of the plan's units that any program stopped alone. */
export async function stoppedIn(workspace: Workspace, { plan }: OpenPlan): Promise<ReadonlySet<string>> {
  const kept = (await readRecords(fileOf(PLANS, workspace))).get(plan);
  return new Set(kept?.units.flatMap(({ id, isStopped }) => (isStopped === true ? [id] : [])));
}

/** Keeps a plan of which another program has started a further job, so that the job can be found. */
export const dropPlan = (workspace: Workspace, { plan, attempt }: OpenPlan): Promise<void> =>
  changeRecords(fileOf(PLANS, workspace), (all) =>
    all.get(plan)?.attempt === attempt ? withoutRecord(all, plan) : all,
  );
