/** Forgetting a profile: what it does, before and after. */
import * as z from 'zod';
import { saidSchema } from '../words/sentence';

export const forgetRequestSchema = z.strictObject({
  /** A data set that holds it: a fingerprint, or the beginning of one. */
  data: z.string().min(1),
  profile: z.string().min(1),
  /** Whether the models that were trained on it are removed too. */
  withModels: z.boolean().default(false),
});

const named = z.object({ id: z.string(), name: z.string() });

/** Shown before anything is forgotten. */
export const forgettingPlanSchema = z.object({
  profile: z.string(),
  withModels: z.boolean(),
  /** The data sets that hold it and come from one folder; each is replaced. */
  datasets: z.array(named),
  /** Runs that lose their lists and can no longer be verified. */
  runs: z.array(named),
  /** Of those, the ones that are being trained or verified: nothing is forgotten before they end. */
  busy: z.array(named),
  /** What lies in the trash and is removed permanently. */
  trash: z.int(),
  /** Data sets of other folders with a profile of this ID: they stay as they are. */
  others: z.array(named),
  /** Runs with a profile of this ID whose data is gone and had another name: of this folder before it was renamed, or of another. They stay. */
  otherRuns: z.array(named),
  /** Data sets that may hold it under an ID that is unknown here (another kind of pseudonym), and data sets and runs that cannot be read. They stay. */
  unknown: z.array(named),
  /** Names and texts of people that mention the ID, which only a person can judge. */
  mentions: z.array(
    z.object({
      where: z.enum(['run-name', 'run-note', 'profile-note', 'segment-name', 'tuning-name', 'rule-name', 'queued-run']),
      id: z.string(),
    }),
  ),
  /** Files that were exported of these runs and are still there: they lie outside the workspace. */
  exported: z.array(z.string()),
  /** The folder of the user, in whose files the profile stays; empty where the data came in a bundle. */
  folder: z.string(),
});
export type ForgettingPlan = z.infer<typeof forgettingPlanSchema>;

export const forgettingSchema = forgettingPlanSchema.extend({
  /** What took the place of each data set; null where nothing was left. */
  replaced: z.array(z.object({ before: z.string(), after: z.string().nullable() })),
  removed: z.object({
    events: z.int(),
    /** Titles that only this profile had watched and that have no metadata. */
    items: z.int(),
    /** Rows with issues that lost their text. */
    texts: z.int(),
    reviews: z.int(),
    notes: z.int(),
    segments: z.int(),
    /** Lists and other private files of runs, checkpoints included. */
    files: z.int(),
    models: z.int(),
  }),
});
export type Forgetting = z.infer<typeof forgettingSchema>;

/** What a run says that lost its lists because a profile was forgotten. */
export const runForgottenSchema = z.object({
  forgottenAt: z.string(),
  /** The data set that took the place of the run's own. */
  dataset: z.string().nullable(),
  withModel: z.boolean(),
  message: z.string(),
  said: saidSchema,
});
export type RunForgotten = z.infer<typeof runForgottenSchema>;
