/** plans/jobs.json: work given to a cluster that is not over, so that it continues after a restart of the program. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type JobRequest, jobIdSchema, jobProblemSchema, jobRequestSchema, type JobWork } from '../../../work-schemas';
import { ShelfwiseError, wireErrorOf } from '../../../../shared/errors';
import { LAST_COMMIT } from '../../../../shared/recipe/earlier';
import { earlierRecipeSchema, recipeAgain } from '../../../../shared/recipe/schema';
import { asksForNewer, canonicalRecipe, withStoredRecipe } from '../../../../shared/recipe/stored';
import { RECIPE_VERSION } from '../../../../shared/recipe/table';
import { say } from '../../../../shared/words/sentence';
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

/** Work with a recipe of an earlier version, as that version of the program kept it. */
const earlierWorkSchema = z.looseObject({ request: z.looseObject({ recipe: earlierRecipeSchema }) });
const storedJobSchema = keptJobSchema.extend({ work: z.union([keptJobSchema.shape.work, earlierWorkSchema]) });
type StoredJob = z.infer<typeof storedJobSchema>;

const requestSchema = z.object({ work: z.object({ request: z.unknown() }) });

const JOBS: RecordFamily<StoredJob> = {
  folder: 'plans',
  only: 'jobs',
  name: 'jobs',
  value: storedJobSchema,
  asStored: (job) => ({
    ...job,
    work: { ...job.work, request: withStoredRecipe(job.work.request) } as StoredJob['work'],
  }),
  isNewer: (raw) => asksForNewer(requestSchema.safeParse(raw).data?.work.request),
};

/**
 * A job as this version shows it. One with a recipe of an earlier version has that as its problem, since this version computes nothing with it: lists
 * show it, and nothing resumes it. Its plan stays, so that the earlier program finds what the cluster has. Empty for such a job that cannot be shown.
 */
function presentJob(stored: StoredJob): KeptJob[] {
  const { work } = stored;
  const request = earlierWorkSchema.safeParse(work).data?.request;
  if (request === undefined) return [keptJobSchema.parse(stored)];
  const shown = keptJobSchema.safeParse({
    ...stored,
    work: { ...work, request: { ...request, recipe: recipeAgain(request.recipe) } },
  });
  const { version } = request.recipe;
  const said = say('cluster.earlier-job', { version, present: RECIPE_VERSION, commit: LAST_COMMIT });
  const error = new ShelfwiseError('usage', said);
  return shown.success ? [{ ...shown.data, problem: { message: error.message, ...wireErrorOf(error) } }] : [];
}

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
  [...(await readRecords(fileOf(JOBS, workspace))).values()]
    .flatMap(presentJob)
    .sort((left, right) => (left.startedAt < right.startedAt ? -1 : 1));

export async function readJob(workspace: Workspace, job: string): Promise<KeptJob | undefined> {
  const stored = (await readRecords(fileOf(JOBS, workspace))).get(job);
  return stored && presentJob(stored)[0];
}

export const keepJob = (workspace: Workspace, job: KeptJob): Promise<void> =>
  changeRecords(fileOf(JOBS, workspace), (all) => withRecord(all, job.job, job));

/** Keeps a record that was started again meanwhile. */
export const dropJob = (workspace: Workspace, { job, startedAt }: KeptJob): Promise<void> =>
  changeRecords(fileOf(JOBS, workspace), (all) =>
    all.get(job)?.startedAt === startedAt ? withoutRecord(all, job) : all,
  );
