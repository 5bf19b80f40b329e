/** plans/jobs.json: work given to a cluster that is not over, so that it continues after a restart of the program. */
import { createHash } from 'node:crypto';
import * as path from 'node:path';
import * as z from 'zod';
import { type JobRequest, jobIdSchema, jobProblemSchema, jobRequestSchema, type JobWork } from '../../../work-schemas';
import { canonicalRecipe } from '../../../../shared/recipe/schema';
import {
  changeRecords,
  readRecords,
  type RecordFile,
  withoutRecord,
  withRecord,
} from '../../../../engine/storage/record-file';
import type { Workspace } from '../../../../engine/storage/workspace';

const keptJobSchema = jobRequestSchema.extend({
  job: jobIdSchema,
  startedAt: z.string(),
  /** A failure that has not been reported yet. */
  problem: jobProblemSchema.nullable(),
});
export type KeptJob = z.infer<typeof keptJobSchema>;

const fileOf = ({ plans }: Workspace): RecordFile<KeptJob> => ({
  path: path.join(plans, 'jobs.json'),
  name: 'jobs',
  value: keptJobSchema,
});

/** The same work on the same cluster is the same job. */
export function jobIdOf({ on, work }: JobRequest): string {
  const text = JSON.stringify([on, work.kind, essenceOf(work)]);
  return `j${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}

function essenceOf({ request }: JobWork): unknown[] {
  const fields = Object.entries(request).filter(([name]) => name !== 'name' && name !== 'parent' && name !== 'recipe');
  const sorted = fields.sort(([left], [right]) => (left < right ? -1 : 1));
  return [sorted, 'recipe' in request ? canonicalRecipe(request.recipe) : null];
}

/** Earliest first. */
export const readJobs = async (workspace: Workspace): Promise<KeptJob[]> =>
  [...(await readRecords(fileOf(workspace))).values()].sort((left, right) =>
    left.startedAt < right.startedAt ? -1 : 1,
  );

export const readJob = async (workspace: Workspace, job: string): Promise<KeptJob | undefined> =>
  (await readRecords(fileOf(workspace))).get(job);

export const keepJob = (workspace: Workspace, job: KeptJob): Promise<void> =>
  changeRecords(fileOf(workspace), (all) => withRecord(all, job.job, job));

/** Keeps a record that was started again meanwhile. */
export const dropJob = (workspace: Workspace, { job, startedAt }: KeptJob): Promise<void> =>
  changeRecords(fileOf(workspace), (all) => (all.get(job)?.startedAt === startedAt ? withoutRecord(all, job) : all));
