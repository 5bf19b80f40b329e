/** What is odd among the lists of a run, who decided about it, and who approved the run. */
import * as z from 'zod';
import { CHECK_IDS, CHECK_MODES, limitOf } from './check-table';
import { LIST_LENGTH, LONGEST_KEPT_NAME, LONGEST_NOTE, MOST_OWN_CHECKS } from '../../../shared/limits';
import { isPlainText } from '../../../shared/values/visible-text';
import { pageRequest, profileSampleSchema } from '../../../shared/contract/profiles';
import {
  appliedRulesSchema,
  daySchema,
  profileConditionSchema,
  titleConditionSchema,
} from '../../../shared/contract/rules';

const checkId = z.enum(CHECK_IDS);

/**
 * A check of a curator's own, in the terms of rules: lists of these profiles (all where absent) with more than `most` of these titles.
 * Its ID is of another form than those of the program's checks.
 */
export const ownCheckSchema = z.strictObject({
  id: z.string().regex(/^own-[a-z0-9][a-z0-9-]{0,35}$/, 'has to be "own-" and small letters, digits and hyphens'),
  name: z.string().trim().min(1).max(LONGEST_KEPT_NAME).refine(isPlainText, 'holds control characters'),
  mode: z.enum(CHECK_MODES).default('on'),
  profiles: profileConditionSchema.optional(),
  /** Some part has to be there: all titles are in every list. */
  titles: titleConditionSchema.refine((titles) => Object.keys(titles).length > 0, 'names no titles'),
  most: z
    .int()
    .min(0)
    .max(LIST_LENGTH - 1)
    .default(0),
});
export type OwnCheck = z.infer<typeof ownCheckSchema>;

export const ownChecksSchema = z
  .array(ownCheckSchema)
  .max(MOST_OWN_CHECKS)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'has an ID twice');

/** Of the program or of a curator. */
const anyCheckId = z.string().max(40);

export const checkSettingSchema = z.object({
  id: checkId,
  mode: z.enum(CHECK_MODES),
  /** Null for a check that has none. */
  limit: z.int().nullable(),
});

/** What is absent stays. */
export const givenCheckSettingSchema = z
  .strictObject({ id: checkId, mode: z.enum(CHECK_MODES).optional(), limit: z.int().optional() })
  .superRefine(({ id, limit }, context) => {
    if (limit === undefined) return;
    const bounds = limitOf(id);
    if (bounds === null) context.addIssue({ code: 'custom', path: ['limit'], message: `${id} has no limit` });
    else if (limit < bounds.least || limit > bounds.most)
      context.addIssue({ code: 'custom', path: ['limit'], message: `is not from ${bounds.least} to ${bounds.most}` });
  });
export type GivenCheckSetting = z.infer<typeof givenCheckSettingSchema>;
export const givenCheckSettingsSchema = z.array(givenCheckSettingSchema).max(CHECK_IDS.length);

export const checkSettingsSchema = z.object({
  /** Of every check, in the order in which they are shown. */
  settings: z.array(checkSettingSchema),
  own: z.array(ownCheckSchema),
  /** 0 where nothing was ever set. */
  revision: z.int(),
  changedAt: z.string().nullable(),
});
export type CheckSettings = z.infer<typeof checkSettingsSchema>;

export const WHY_NOT_CHECKED = [
  'no-age',
  'no-episodes',
  'no-genres',
  'no-last-day',
  'no-earlier-run',
  'no-test-part',
  'not-measured',
] as const;

export const checkInputSchema = z.strictObject({
  runId: z.string(),
  /** In place of what is set for the data set, for this call. */
  settings: givenCheckSettingsSchema.optional(),
  /** Own checks in place of those that are kept, for this call. */
  own: ownChecksSchema.optional(),
  /** The day for which the lists are checked; that of the rules, otherwise today, where absent. */
  date: daySchema.optional(),
  /** The lists are checked as these rules make them; as the run made them where absent. */
  rules: appliedRulesSchema.optional(),
});

export const checkReportSchema = z.object({
  runId: z.string(),
  date: daySchema,
  /** The run that lists are compared with: the latest one before it on data of the same name; null where there is none. */
  since: z.string().nullable(),
  /** Lists that were checked. */
  lists: z.int(),
  checks: z.array(
    z.object({
      id: anyCheckId,
      /** What a curator called it; null for a check of the program. */
      name: z.string().nullable(),
      mode: z.enum(CHECK_MODES),
      limit: z.int().nullable(),
      /** Why the check says nothing about this data; null where it does. */
      notApplicable: z.enum(WHY_NOT_CHECKED).nullable(),
      /** Profiles with something odd; null where the check is off or says nothing. */
      count: z.int().nullable(),
      /** In the order of the data set. */
      profiles: z.array(z.string()),
    }),
  ),
  /** Checks that are set to stop and found something. */
  stopped: z.array(anyCheckId),
});
export type CheckReport = z.infer<typeof checkReportSchema>;

/** Why a list is in the queue. */
const reasonSchema = z.object({
  check: anyCheckId,
  /** As in a report. */
  name: z.string().nullable(),
  /** The odd titles, best first; none where it is the whole list. */
  titles: z.array(z.object({ item: z.string(), title: z.string().nullable() })),
  /** A series, a genre, a group. */
  value: z.string().nullable(),
  count: z.int().nullable(),
});
export type CheckReason = z.infer<typeof reasonSchema>;

/** The list is fine; a rule shall change it; somebody has to look again. */
export const DECISIONS = ['fine', 'rule', 'again'] as const;

export const decisionSchema = z.object({
  /** Null where nobody decided yet. */
  decision: z.enum(DECISIONS).nullable(),
  /** Who takes care of it; empty where nobody does. */
  owner: z.string().max(LONGEST_KEPT_NAME),
  /** The run whose list was looked at; null for a profile that was marked as looked at, whatever the run. */
  runId: z.string().nullable(),
  /** The lists of the run at that time; absent where that is not known. A run that was stopped has others once it is trained further. */
  listsSha256: z.string().length(64).nullable().optional(),
  revision: z.int(),
  changedAt: z.string().nullable(),
});
export type Decision = z.infer<typeof decisionSchema>;

export const decideSchema = z.strictObject({
  runId: z.string(),
  profile: z.string(),
  /** What is absent stays. */
  decision: z.enum(DECISIONS).nullable().optional(),
  owner: z.string().trim().max(LONGEST_KEPT_NAME).optional(),
  /** The run whose list a decision is about that is gone back to, null for a mark that counts in every run; `runId` where absent. */
  about: z.string().max(40).nullable().optional(),
  /** Of the decision that was read; 0 where there was none. */
  revision: z.int(),
});

export const queueInputSchema = checkInputSchema.extend({
  start: pageRequest.start,
  end: pageRequest.end,
  /** `odd`: lists that a check found; `rest`: the others, which should be looked at as a sample. */
  of: z.enum(['odd', 'rest']).default('odd'),
  /** Only what this check found. */
  check: anyCheckId.optional(),
  /** Only what still has to be decided on this run, or only what has been. */
  state: z.enum(['open', 'decided']).optional(),
  owner: z.string().optional(),
  profile: z.string().optional(),
  sample: profileSampleSchema.optional(),
});

export const reviewRowSchema = z.object({
  profile: z.string(),
  /** Reasons; one of a check that is set to stop counts three. The rows come by it, the greatest first. */
  need: z.int(),
  reasons: z.array(reasonSchema),
  decision: decisionSchema,
  /** Whether the decision is about this run's list. */
  isDecided: z.boolean(),
  noted: z.boolean(),
});
export type ReviewRow = z.infer<typeof reviewRowSchema>;

export const reviewPageSchema = z.object({
  /** Lists that a check found, and those of them that are decided. */
  odd: z.int(),
  decided: z.int(),
  /** Rows that the request leaves. */
  total: z.int(),
  rows: z.array(reviewRowSchema),
});
export type ReviewPage = z.infer<typeof reviewPageSchema>;

const by = z.string().trim().min(1).max(LONGEST_KEPT_NAME);
const reason = z.string().trim().min(1).max(LONGEST_NOTE);

export const approveSchema = z.strictObject({
  runId: z.string(),
  by,
  reason,
  /** The rules under which the lists are approved. */
  rules: appliedRulesSchema.optional(),
});
