/** Forgetting a profile: the plan and the result. */
import * as z from 'zod';
import { saidSchema } from '../words/sentence';

export const forgetRequestSchema = z.strictObject({
  /** A data set that contains it: a fingerprint or the beginning of one. */
  data: z.string().min(1),
  profile: z.string().min(1),
  /** Whether to remove models trained on it too. */
  withModels: z.boolean().default(false),
});

const named = z.object({ id: z.string(), name: z.string() });

const MENTIONS = [
  'run-name',
  'run-note',
  'profile-note',
  'segment-name',
  'tuning-name',
  'aim-name',
  'rule-name',
  'check-name',
  'label',
  'owner',
  'queued-run',
  'file-name',
] as const;
const GOING = [
  'approval',
  'exports',
  'refreshes',
  'audit',
  'notes',
  'segments',
  'tunings',
  'aims',
  'rules',
  'checks',
  'labels',
] as const;

type Going = (typeof GOING)[number];
/** Whether something goes at such a place by itself. */
export const isGoing = (where: string): where is Going => GOING.some((one) => one === where);

/** Shown before anything is forgotten. */
export const forgettingPlanSchema = z.object({
  profile: z.string(),
  withModels: z.boolean(),
  /** Data sets from one folder that contain it; each is replaced. */
  datasets: z.array(named),
  /** Runs that lose their lists and can no longer be verified. */
  runs: z.array(named),
  /** Those in training or verification: forgetting waits for them to end. */
  busy: z.array(named),
  /** Number of entries in the trash that are removed for good. */
  trash: z.int(),
  /** Data sets of other folders with a profile of this ID; they stay. */
  others: z.array(named),
  /**
   * Runs with a profile of this ID whose data is gone and had another name: this folder before a rename, or another
   * one. They stay.
   */
  otherRuns: z.array(named),
  /**
   * Data sets that may contain it under an unknown ID (another kind of pseudonym), and unreadable data sets and runs.
   * They stay.
   */
  unknown: z.array(named),
  /** Names and texts that mention the ID and stay, as only a person can judge them. */
  mentions: z.array(z.object({ where: z.enum(MENTIONS), id: z.string() })),
  /**
   * What goes with the profile: sentences and entries that mention the ID, and conditions on values and titles that only
   * it had. `id` says which: a run, a profile, a name, or when an entry of the audit log was written.
   */
  goes: z.array(z.object({ where: z.enum(GOING), id: z.string() })),
  /**
   * Texts with what may be the ID: in another spelling, or too short to tell. They stay, as only a person can judge them.
   */
  doubtful: z.array(
    z.object({
      where: z.enum([...MENTIONS, 'search', ...GOING]),
      id: z.string(),
      /** The first place, with the text around it. */
      around: z.string(),
      /** Further places in the same text. */
      more: z.int(),
    }),
  ),
  /** Existing files exported from these runs, outside the workspace. */
  exported: z.array(z.string()),
  /** The user's folders, whose files may still contain the profile: what was read, and what was added. None for data from a bundle. */
  folders: z.array(z.string()),
});
export type ForgettingPlan = z.infer<typeof forgettingPlanSchema>;

export const forgettingSchema = forgettingPlanSchema.extend({
  /** The replacement of each data set; null if nothing was left. */
  replaced: z.array(z.object({ before: z.string(), after: z.string().nullable() })),
  removed: z.object({
    events: z.int(),
    /** Titles without metadata that only this profile had watched. */
    items: z.int(),
    /** Rows with issues that lost their text. */
    texts: z.int(),
    reviews: z.int(),
    notes: z.int(),
    segments: z.int(),
    /** Lists and other private files of runs, including checkpoints. */
    files: z.int(),
    models: z.int(),
  }),
});
export type Forgetting = z.infer<typeof forgettingSchema>;

/** Recorded in a run that lost its lists because a profile was forgotten. */
export const runForgottenSchema = z.object({
  forgottenAt: z.string(),
  /** The data set that replaced the run's own. */
  dataset: z.string().nullable(),
  withModel: z.boolean(),
  message: z.string(),
  said: saidSchema,
});
export type RunForgotten = z.infer<typeof runForgottenSchema>;
