/** Odd lists of a run, decisions about them, and approvals of the run. */
import * as z from 'zod';
import { CHECK_IDS, CHECK_MODES, limitOf } from './check-table';
import { LIST_LENGTH, LONGEST_KEPT_NAME, LONGEST_NOTE } from '../../../shared/limits';
import { MOST_DECIDED_AT_ONCE, MOST_OWN_CHECKS } from './limits';
import { isPlainText } from '../../../shared/values/visible-text';
import { appliedTuningSchema } from '../../../shared/contract/applied-tuning';
import { pageRequest, profileSampleSchema } from '../../../shared/contract/profiles';
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

/** Of the program or of a curator. */
const anyCheckId = z.string().max(40);

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
      /** Number of profiles with a finding; null if the check is off or does not apply. */
      count: z.int().nullable(),
      /** If it flags too many lists to read: the nearest limit that flags few enough, how many it would flag, and which, in the order of the data set. */
      stricter: z.object({ limit: z.int(), count: z.int(), profiles: z.array(z.string()) }).nullable(),
      /** If it flags too many lists to read: the title that it found in most of them, if it finds titles. */
      commonest: z.object({ item: z.string(), title: z.string().nullable(), lists: z.int() }).nullable(),
      /** In the order of the data set. */
      profiles: z.array(z.string()),
    }),
  ),
  /** Blocking checks that found something. */
  stopped: z.array(anyCheckId),
});
export type CheckReport = z.infer<typeof checkReportSchema>;

/** The flagged profiles that a stricter limit no longer flags. */
export function leavingUnder(profiles: readonly string[], staying: readonly string[]): string[] {
  const stay = new Set(staying);
  return profiles.filter((profile) => !stay.has(profile));
}

/** What is odd about one title of a list, where the check knows more than that it is. */
const titleNoteSchema = z.discriminatedUnion('kind', [
  /** The age that the title states. */
  z.object({ kind: z.literal('from-age'), age: z.number() }),
  /** The ages of nearly all its viewers. */
  z.object({ kind: z.literal('viewers'), least: z.number(), most: z.number() }),
  /** The missing episode. */
  z.object({ kind: z.literal('without'), title: z.string() }),
  /** The last day. */
  z.object({ kind: z.literal('until'), day: z.string() }),
]);
export type TitleNote = z.infer<typeof titleNoteSchema>;

/** Why a list is in the queue. */
const reasonSchema = z.object({
  check: anyCheckId,
  /** As in a report. */
  name: z.string().nullable(),
  /** The odd titles, best first; empty if it is the whole list. */
  titles: z.array(
    z.object({
      item: z.string(),
      title: z.string().nullable(),
      /** Number of lists in which the check found this title. */
      lists: z.int(),
      note: titleNoteSchema.nullable(),
    }),
  ),
  /** A series, a genre, a group. */
  value: z.string().nullable(),
  count: z.int().nullable(),
  /** Number of lists with this reason: the same check, and the same value where there is one. */
  lists: z.int(),
});
export type CheckReason = z.infer<typeof reasonSchema>;

/** The list is fine; a rule should change it; it needs another look. */
export const DECISIONS = ['fine', 'rule', 'again'] as const;

export const decisionSchema = z.object({
  /** Null without a decision. */
  decision: z.enum(DECISIONS).nullable(),
  /** Who takes care of it; empty if no owner is set. */
  owner: z.string().max(LONGEST_KEPT_NAME),
  /** The run whose list was reviewed; null for a profile marked as reviewed for any run. */
  runId: z.string().nullable(),
  /** The lists of the run at that time; absent if unknown. A stopped run has others once it is trained further. */
  listsSha256: z.string().length(64).nullable().optional(),
  revision: z.int(),
  changedAt: z.string().nullable(),
});
export type Decision = z.infer<typeof decisionSchema>;

export const decideSchema = z.strictObject({
  runId: z.string(),
  profile: z.string(),
  /** Absent fields stay. */
  decision: z.enum(DECISIONS).nullable().optional(),
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

/**
 * What the queue is sorted by, greatest first. `need`: reasons; `reach`: titles that the profile watched; `changed`: titles that are new since the
 * last approval of lists of this data.
 */
export const QUEUE_ORDERS = ['need', 'reach', 'changed'] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

/** Which lists are in the queue, and in which order. */
const queueSchema = checkInputSchema.extend({
  /** `odd`: lists with a finding; `rest`: the others, to be reviewed as a sample. */
  of: z.enum(['odd', 'rest']).default('odd'),
  order: z.enum(QUEUE_ORDERS).default('need'),
  /** Only findings of this check. */
  check: anyCheckId.optional(),
  /** Only findings of this title, or with this value. */
  item: z.string().optional(),
  value: z.string().optional(),
  /** Only lists still to be decided for this run, or only decided ones. */
  state: z.enum(['open', 'decided']).optional(),
  /** Keeps lists decided at or after this moment, whatever their state: a queue that one walks through does not shrink behind. */
  since: z.iso.datetime().optional(),
  owner: z.string().optional(),
  sample: profileSampleSchema.optional(),
});

export const queueInputSchema = queueSchema.extend({
  start: pageRequest.start,
  end: pageRequest.end,
  profile: z.string().optional(),
});

export const placeInputSchema = queueSchema.extend({
  profile: z.string(),
  /** Where the profile was last seen in the queue: its neighbours if it has left it. */
  seen: z.int().min(0).optional(),
});

const reviewRowSchema = z.object({
  profile: z.string(),
  /** Number of reasons; one of a blocking check counts three. Rows are sorted by it, greatest first. */
  need: z.int(),
  /** Number of different titles that the profile watched. */
  reach: z.int(),
  /** Titles of the list that are new since the last approval; null in another order, or if nothing was approved. */
  changed: z.int().nullable(),
  reasons: z.array(reasonSchema),
  decision: decisionSchema,
  /** Whether the decision is about this run's list. */
  isDecided: z.boolean(),
  noted: z.boolean(),
});
export type ReviewRow = z.infer<typeof reviewRowSchema>;

export const reviewPageSchema = z.object({
  /** Lists with a finding, and those of them that are decided. */
  odd: z.int(),
  decided: z.int(),
  /** Rows that match the request. */
  total: z.int(),
  /** The approval since which the order `changed` counts; null in another order, or if nothing was approved. */
  approved: z
    .object({
      runId: z.string(),
      by: z.string(),
      at: z.string(),
      /** Whether the approved lists are not stored: those of the run as trained stand for them. */
      asTrained: z.boolean(),
    })
    .nullable(),
  rows: z.array(reviewRowSchema),
});
export type ReviewPage = z.infer<typeof reviewPageSchema>;

/** A profile's place in the queue. Counts lists in any state; the neighbours have the requested one. */
export const reviewPlaceSchema = z.object({
  /** From 0; null if the profile is not in the queue. */
  place: z.int().nullable(),
  total: z.int(),
  decided: z.int(),
  /** Number of lists before it that have the requested state: its index in a page of the queue, or that of the list that is in its place now. */
  index: z.int(),
  previous: z.string().nullable(),
  next: z.string().nullable(),
  row: reviewRowSchema,
});
export type ReviewPlace = z.infer<typeof reviewPlaceSchema>;

const by = z.string().trim().min(1).max(LONGEST_KEPT_NAME);
const reason = z.string().trim().min(1).max(LONGEST_NOTE);

export const approveSchema = z.strictObject({
  runId: z.string(),
  by,
  reason,
  rules: rulesChoiceSchema.optional(),
  tuning: appliedTuningSchema.optional(),
});
