/** How the delivered lists of one run or export differ from those of an earlier one. */
import * as z from 'zod';
import { namedTitleSchema } from '../../../shared/contract/new-title-reason';
import { deliveryChoiceSchema, shownDeliverySchema } from '../../../shared/contract/delivery';

export const changesRequestSchema = z.strictObject({ before: deliveryChoiceSchema, after: deliveryChoiceSchema });
export type ChangesRequest = z.infer<typeof changesRequestSchema>;

/** Some of the lists that changed: those in which a title, or titles of a genre, came or went; those of a segment. */
const changedGroupSchema = z.union([
  z.strictObject({ item: z.string() }),
  /** Its ID, as saved with the data of the later run. */
  z.strictObject({ segment: z.string() }),
  /** Null: titles without a genre. */
  z.strictObject({ group: z.string().nullable() }),
]);
export type ChangedGroup = z.infer<typeof changedGroupSchema>;
export const changedProfilesRequestSchema = changesRequestSchema.extend({ of: changedGroupSchema.optional() });
export type ChangedProfilesRequest = z.infer<typeof changedProfilesRequestSchema>;
/** A profile whose list has other titles. */
export const changedProfileSchema = z.object({
  profile: z.string(),
  /** Titles that it watched since. */
  viewings: z.int(),
  /** Of the title that was asked for: its place in the list that has it, and whether that is the later one. Null for other groups. */
  moved: z.object({ place: z.int(), isIn: z.boolean() }).nullable(),
});
export type ChangedProfile = z.infer<typeof changedProfileSchema>;

export const changedListRequestSchema = changesRequestSchema.extend({ profile: z.string() });
export type ChangedListRequest = z.infer<typeof changedListRequestSchema>;

/** Why a title came into a list or left it, as far as that is known; of several reasons the first in this order. */
export const CHANGE_REASONS = [
  /** It came into the data since, or is no longer in it. */
  'catalogue',
  /** It left the list because the profile watched it since. */
  'watched',
  /** A rule brought it in or keeps it out, then or now. */
  'rules',
  /** One side of the same run is tuned otherwise. */
  'tuning',
  /** The profile watched other titles since. */
  'viewings',
  /** What the model learned otherwise. */
  'model',
] as const;
const changeReasonSchema = z.enum(CHANGE_REASONS);
export type ChangeReason = z.infer<typeof changeReasonSchema>;

/**
 * What training again alone moves of titles, or of genres. How far one moves is the difference of the square roots of its numbers of lists, or of places
 * for a genre: by chance, one in many lists moves by more of them than one in few, and alike by this measure.
 */
const furthestSchema = z.object({
  /** How far it moves one at most. */
  most: z.number(),
  /** How many moved further between the two sides. */
  beyond: z.int(),
});

/** What training again alone moves: the later run beside others of its recipe on its data, under the same rules and with other seeds. */
const chanceSchema = z.object({
  /** The seeds of those runs; empty where training again gives the same lists, or both sides are of one run. */
  seeds: z.array(z.int()),
  titles: furthestSchema,
  groups: furthestSchema,
  /** Places of all lists with another title; the mean over the seeds. */
  places: z.int(),
});

export const measuredChanceSchema = z.object({
  /** Seeds that chance is known by; none where training again gives the same lists. */
  seeds: z.array(z.int()),
});
export type MeasuredSeeds = z.infer<typeof measuredChanceSchema>;

/** Places that titles took in lists and left. */
const movesSchema = z.object({ came: z.int(), went: z.int() });

const movedTitleSchema = namedTitleSchema.extend({
  reason: changeReasonSchema,
  /** In the list that has it. */
  place: z.int(),
});

/** What came into one list and left it, best places first. */
export const changedListSchema = z.object({
  /** Titles that the profile watched since. */
  viewings: z.int(),
  came: z.array(movedTitleSchema),
  went: z.array(movedTitleSchema),
});
export type ChangedList = z.infer<typeof changedListSchema>;

export const changedListsSchema = z.object({
  before: shownDeliverySchema,
  after: shownDeliverySchema,
  isSameData: z.boolean(),
  /** Profiles with a list on both sides, and those that only one of them has. */
  profiles: z.int(),
  gone: z.int(),
  fresh: z.int(),
  /** Lists with other titles or another order, as everywhere; of these, the ones with the same titles in another order. */
  changed: z.int(),
  reordered: z.int(),
  ...movesSchema.shape,
  /** Null until it is measured (changes.measureChance). */
  chance: chanceSchema.nullable(),
  /** By reason, the most frequent first. */
  reasons: z.array(
    movesSchema.extend({
      reason: changeReasonSchema,
      /** Of `came` as many as training again alone brings into these lists; 0 until that is measured. */
      byChance: z.int(),
      /** What came and went most often for this reason, at most MOST_TITLES_OF_REASON. */
      titles: z.object({ came: z.array(namedTitleSchema), went: z.array(namedTitleSchema) }),
    }),
  ),
  /** Segments saved with the data of the later run. */
  segments: z.array(movesSchema.extend({ id: z.string(), name: z.string(), profiles: z.int(), changed: z.int() })),
  /** Genres or other groups of titles, with the places that they have; those that moved most first. */
  groups: z.array(movesSchema.extend({ group: z.string().nullable(), before: z.int(), after: z.int() })),
  /** With the number of lists that have it; those that moved most first, at most MOST_CHANGED_TITLES. `titlesMoved` counts all. */
  titles: z.array(
    movesSchema.extend({
      ...namedTitleSchema.shape,
      group: z.string().nullable(),
      before: z.int(),
      after: z.int(),
      /** The most frequent reason. */
      reason: changeReasonSchema,
    }),
  ),
  titlesMoved: z.int(),
  /** The lists with the most other titles first, at most MOST_CHANGED_LISTS. */
  lists: z.array(changedListSchema.extend({ profile: z.string(), shared: z.int() })),
});
export type ChangedLists = z.infer<typeof changedListsSchema>;
