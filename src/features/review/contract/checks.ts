/** Odd lists of a run, decisions about them, and approvals of the run. */
import * as z from 'zod';
import { CHECK_IDS, CHECK_MODES, limitOf } from './check-table';
import {
  LIST_LENGTH,
  LONGEST_ATTRIBUTE_VALUE,
  LONGEST_KEPT_NAME,
  LONGEST_NOTE,
  LONGEST_RULE_TITLE,
} from '../../../shared/limits';
import { MOST_CONFIRMED_RULES, MOST_DECIDED_AT_ONCE, MOST_DECIDED_FINDINGS, MOST_OWN_CHECKS } from './limits';
import { isPlainText } from '../../../shared/values/visible-text';
import { appliedTuningSchema } from '../../../shared/contract/applied-tuning';
import {
  daySchema,
  profileConditionSchema,
  rulesChoiceSchema,
  titleConditionSchema,
} from '../../../shared/contract/rules';

const checkId = z.enum(CHECK_IDS);

/**
 * A curator's own check, in the terms of rules: lists of these profiles (all where absent) with more than `most` of these titles. Its ID has another
 * form than those of the program's checks.
 */
export const ownCheckSchema = z.strictObject({
  id: z.string().regex(/^own-[a-z0-9][a-z0-9-]{0,35}$/, 'has to be "own-" and small letters, digits and hyphens'),
  name: z.string().trim().min(1).max(LONGEST_KEPT_NAME).refine(isPlainText, 'holds control characters'),
  mode: z.enum(CHECK_MODES).default('on'),
  profiles: profileConditionSchema.optional(),
  /** At least one part is required: every list consists of some titles. */
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

export const confirmedRulesSchema = z.array(z.string().length(64)).max(MOST_CONFIRMED_RULES);

/** Of the program or of a curator. */
export const anyCheckId = z.string().max(40);

const checkSettingSchema = z.object({
  id: checkId,
  mode: z.enum(CHECK_MODES),
  /** Null for a check without a limit. */
  limit: z.int().nullable(),
});

/** Absent fields stay. */
const givenCheckSettingSchema = z
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
  /** For every check, in display order. */
  settings: z.array(checkSettingSchema),
  own: z.array(ownCheckSchema),
  /** Hashes of the rules that a person has confirmed. */
  confirmed: confirmedRulesSchema,
  /** 0 if nothing was ever set. */
  revision: z.int(),
  changedAt: z.string().nullable(),
});
export type CheckSettings = z.infer<typeof checkSettingsSchema>;

const WHY_NOT_CHECKED = [
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
  /** Replaces the data set's settings, for this call. */
  settings: givenCheckSettingsSchema.optional(),
  /** Replaces the stored own checks, for this call. */
  own: ownChecksSchema.optional(),
  /** The day for which to check the lists; where absent that of the rules, otherwise today. */
  date: daySchema.optional(),
  /** Checks the lists under the rules that count; where absent, the saved ones, for `date`. */
  rules: rulesChoiceSchema.optional(),
});

/**
 * What a rule that pins, moves up or gives places put into lists: as ordered, so it is not odd. Of the checks that guard children it goes on blocking
 * until a person has confirmed the rule.
 */
const orderedSchema = z.object({
  /** The ID and the name of the rule. */
  rule: z.string(),
  name: z.string(),
  /** Of what it does, whatever it is called and on whichever days: what a confirmation holds for. */
  ruleSha256: z.string().length(64),
  isConfirmed: z.boolean(),
  /** Number of lists in which it placed what a check would find. */
  lists: z.int(),
  /** Checks that it blocks until it is confirmed. */
  blocks: z.array(anyCheckId),
  /** The first of the titles. */
  titles: z.array(z.object({ item: z.string(), title: z.string().nullable() })),
});
export type Ordered = z.infer<typeof orderedSchema>;

export const checkReportSchema = z.object({
  runId: z.string(),
  date: daySchema,
  /** The run that lists are compared with: the latest earlier one on data of the same name; null if there is none. */
  since: z.string().nullable(),
  /** Number of checked lists. */
  lists: z.int(),
  checks: z.array(
    z.object({
      id: anyCheckId,
      /** The curator's name for it; null for a check of the program. */
      name: z.string().nullable(),
      mode: z.enum(CHECK_MODES),
      limit: z.int().nullable(),
      /** Why the check does not apply to this data; null if it does. */
      notApplicable: z.enum(WHY_NOT_CHECKED).nullable(),
      /** Number of profiles with a finding, apart from what rules ordered; null if the check is off or does not apply. */
      count: z.int().nullable(),
      /** Those of them that nobody has decided about. */
      undecided: z.int().nullable(),
      /** If it flags too many lists to read: the nearest limit that flags few enough, how many it would flag, and which, in the order of the data set. */
      stricter: z.object({ limit: z.int(), count: z.int(), profiles: z.array(z.string()) }).nullable(),
      /** If it flags too many lists to read: the title that it found in most of them, if it finds titles. */
      commonest: z.object({ item: z.string(), title: z.string().nullable(), lists: z.int() }).nullable(),
      /** In the order of the data set. */
      profiles: z.array(z.string()),
    }),
  ),
  /** What a check would find, had no rule placed it there: set aside, by rule. */
  ordered: z.array(orderedSchema),
  /** Blocking checks that found something that nobody has decided about, or that an unconfirmed rule placed. */
  stopped: z.array(anyCheckId),
});
export type CheckReport = z.infer<typeof checkReportSchema>;

/** The flagged profiles that a stricter limit no longer flags. */
export function leavingUnder(profiles: readonly string[], staying: readonly string[]): string[] {
  const stay = new Set(staying);
  return profiles.filter((profile) => !stay.has(profile));
}

/** The list is fine; a rule should change it; it needs another look. */
export const DECISIONS = ['fine', 'rule', 'again'] as const;

/** What one check found in the list of a child, as far as a decision hangs on it. */
const findingSchema = z.object({
  check: anyCheckId,
  value: z.string().max(LONGEST_ATTRIBUTE_VALUE).nullable(),
  /** IDs of the odd titles, ascending. */
  titles: z.array(z.string().max(LONGEST_RULE_TITLE)).max(LIST_LENGTH),
  /** The titles that a decision is about; absent for all of them. */
  only: z.array(z.string().max(LONGEST_RULE_TITLE)).max(LIST_LENGTH).optional(),
});
export type DecidedFinding = z.infer<typeof findingSchema>;

const findingsSchema = z.array(findingSchema.extend({ decision: z.enum(DECISIONS) })).max(MOST_DECIDED_FINDINGS);

export const decisionSchema = z.object({
  /** The last that was said of the list of the profile; null without. */
  decision: z.enum(DECISIONS).nullable(),
  /** Who takes care of it; empty if no owner is set. */
  owner: z.string().max(LONGEST_KEPT_NAME),
  /** The run whose list was reviewed; null for a profile marked as reviewed for any run. */
  runId: z.string().nullable(),
  /** The lists of the run at that time; absent if unknown. A stopped run has others once it is trained further. */
  listsSha256: z.string().length(64).nullable().optional(),
  /** What was said of each finding. Absent in decisions about a list as a whole, as version 1.0 makes them: all that is found in that list. */
  findings: findingsSchema.optional(),
  revision: z.int(),
  changedAt: z.string().nullable(),
});
export type Decision = z.infer<typeof decisionSchema>;

export const decideSchema = z.strictObject({
  runId: z.string(),
  profile: z.string(),
  /** Absent fields stay. */
  decision: z.enum(DECISIONS).nullable().optional(),
  /** What the decision is about; absent for the list as a whole. */
  of: z.array(z.strictObject(findingSchema.shape)).max(MOST_DECIDED_FINDINGS).optional(),
  /** Of a decision that is restored, with `about`: what it said; null for one about a list as a whole. */
  findings: findingsSchema.nullable().optional(),
  owner: z.string().trim().max(LONGEST_KEPT_NAME).optional(),
  /** The run that a restored decision is about, null for a mark that counts in every run; `runId` where absent. */
  about: z.string().max(40).nullable().optional(),
  /** Revision of the decision that was read; 0 if there was none. */
  revision: z.int(),
});

/** Several decisions made at once: all of them, or none. */
export const decideAllSchema = z.strictObject({
  runId: z.string(),
  decisions: z
    .array(decideSchema.omit({ runId: true }))
    .min(1)
    .max(MOST_DECIDED_AT_ONCE)
    .refine((all) => new Set(all.map(({ profile }) => profile)).size === all.length, 'has a profile twice'),
});
export const decidedAllSchema = z.array(z.object({ profile: z.string(), decision: decisionSchema }));

const by = z.string().trim().min(1).max(LONGEST_KEPT_NAME);
const reason = z.string().trim().min(1).max(LONGEST_NOTE);

export const approveSchema = z.strictObject({
  runId: z.string(),
  by,
  reason,
  rules: rulesChoiceSchema.optional(),
  tuning: appliedTuningSchema.optional(),
});
