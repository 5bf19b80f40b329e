/** plans/jobs.json: work given to a cluster that is not over, so that it continues after a restart of the program. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type JobRequest, jobIdSchema, jobProblemSchema, jobRequestSchema, type JobWork } from '../../../work-schemas';
import { asksForNewer, canonicalRecipe, withStoredRecipe } from '../../../../shared/recipe/stored';
import {
  changeRecords,
  fileOf,
  readRecords,
  type RecordFamily,
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

const requestSchema = z.object({ work: z.object({ request: z.unknown() }) });

const JOBS: RecordFamily<KeptJob> = {
  folder: 'plans',
  only: 'jobs',
  name: 'jobs',
  value: keptJobSchema,
  asStored: (job) => ({
    ...job,
    work: { ...job.work, request: withStoredRecipe(job.work.request) } as KeptJob['work'],
  }),
  isNewer: (raw) => asksForNewer(requestSchema.safeParse(raw).data?.work.request),
};

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
  [...(await readRecords(fileOf(JOBS, workspace))).values()].sort((left, right) =>
    left.startedAt < right.startedAt ? -1 : 1,
  );

export const readJob = async (workspace: Workspace, job: string): Promise<KeptJob | undefined> =>
  (await readRecords(fileOf(JOBS, workspace))).get(job);

export const keepJob = (workspace: Workspace, job: KeptJob): Promise<void> =>
  changeRecords(fileOf(JOBS, workspace), (all) => withRecord(all, job.job, job));

/** Keeps a record that was started again meanwhile. */
export const dropJob = (workspace: Workspace, { job, startedAt }: KeptJob): Promise<void> =>
  changeRecords(fileOf(JOBS, workspace), (all) =>
    all.get(job)?.startedAt === startedAt ? withoutRecord(all, job) : all,
  );
