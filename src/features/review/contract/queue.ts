/** Odd lists one by one, with their reasons, and by what causes them. */
import * as z from 'zod';
import { pageRequest, profileSampleSchema } from '../../../shared/contract/profiles';
import { anyCheckId, checkInputSchema, checkReportSchema, decisionSchema } from './checks';

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
      /** Whether somebody has decided about it here. */
      isDecided: z.boolean(),
    }),
  ),
  /** A series, a genre, a group. */
  value: z.string().nullable(),
  count: z.int().nullable(),
  /** Number of lists with this reason: the same check, and the same value where there is one. */
  lists: z.int(),
  /** Whether somebody has decided about all of it. */
  isDecided: z.boolean(),
});
export type CheckReason = z.infer<typeof reasonSchema>;

/**
 * What the queue is sorted by, greatest first. `need`: reasons; `reach`: children who see the same odd title, or whose lists have the same
 * reason, then titles that the profile watched; `changed`: titles that are new since the last approval of lists of this data. What is to be looked at
 * again comes after all others.
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
  /** Only lists that none of the largest causes explains. */
  unexplained: z.literal(true).optional(),
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
  /** Number of lists with its most frequent odd title, or reason. */
  reach: z.int(),
  /** Titles of the list that are new since the last approval; null in another order, or if nothing was approved. */
  changed: z.int().nullable(),
  reasons: z.array(reasonSchema),
  decision: decisionSchema,
  /** Whether somebody has decided about all that is odd in this list. */
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

const someLists = {
  lists: z.int(),
  /** Those of them that nobody has decided about. */
  undecided: z.int(),
};

export const causesInputSchema = checkInputSchema.extend({
  /** Told of too, whether or not it is among the largest: a cause that one is at shrinks while rules are made. */
  also: anyCheckId.optional(),
});

const causeSchema = z.object({
  check: anyCheckId,
  /** As in a report. */
  name: z.string().nullable(),
  ...someLists,
  /** Number of different titles that it found; 0 if it is about whole lists. */
  titles: z.int(),
  /** Those that it found in most lists. */
  first: z.array(z.object({ item: z.string(), title: z.string().nullable() })),
});

/** What causes odd lists, greatest first. A list may have several causes. */
export const causesSchema = z.object({
  ...someLists,
  /** The largest. */
  causes: z.array(causeSchema),
  /** The cause that was asked for, where it still finds lists and is not among these. */
  also: causeSchema.nullable(),
  /** Lists that these causes explain. */
  explained: z.int(),
  /** The others. */
  unexplained: z.object(someLists),
  ordered: checkReportSchema.shape.ordered,
});
export type Causes = z.infer<typeof causesSchema>;

/** Whether some lists have several of the causes: then these add up to more lists than they explain. */
export const isCountedTwice = ({ causes, explained }: Pick<Causes, 'causes' | 'explained'>): boolean =>
  causes.reduce((sum, { lists }) => sum + lists, 0) > explained;
