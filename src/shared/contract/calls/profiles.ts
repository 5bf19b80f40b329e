/** Profiles and titles of a data set, and what people keep with them. */
import { oc } from '@orpc/contract';
import * as z from 'zod';
import { explanationSchema } from '../explanation';
import { completionSchema } from '../figures';
import {
  keepSegmentSchema,
  keptSegmentSchema,
  noteHistorySchema,
  noteSchema,
  removeKeptSchema,
  restoreKeptSchema,
  segmentHistorySchema,
} from '../kept';
import {
  facetSchema,
  neighbourSchema,
  pageRequest,
  profileFilterSchema,
  profileRowSchema,
  profileSampleSchema,
  titleFilterSchema,
  titleRowSchema,
  titleViewSchema,
} from '../profiles';
import { profileViewSchema } from '../recommendation';
import { copiesRequest, stabilitySchema } from '../stability';
import { appliedRulesSchema } from '../rules';
import { testedProfileSchema } from '../tested';
import { tuningSchema } from '../tuning';
import { whyNotSchema } from '../why-not';
import { MOST_NEIGHBOURS } from '../../limits';

export const profilesCalls = {
  page: oc
    .input(
      z.strictObject({
        data: z.string(),
        runId: z.string().optional(),
        ...pageRequest,
        filter: profileFilterSchema.optional(),
        /** Of what the filter leaves, only these are in the list. */
        sample: profileSampleSchema.optional(),
        /** A profile: where the list holds it, the page is moved so that it stands in the middle. */
        around: z.string().optional(),
      }),
    )
    /** `all` profiles of the data set, `total` in the list, `start` the place of the first row. */
    .output(z.object({ all: z.int(), total: z.int(), start: z.int(), rows: z.array(profileRowSchema) })),
  facets: oc.input(z.strictObject({ data: z.string() })).output(z.array(facetSchema)),
  /** The attributes and the history of a profile. */
  open: oc.input(z.strictObject({ data: z.string(), profile: z.string() })).output(profileViewSchema),
  /** What it watched in the test part of a run, and what was found of it; null for a profile outside the test part. */
  tested: oc.input(z.strictObject({ runId: z.string(), profile: z.string() })).output(testedProfileSchema.nullable()),
  /** Nearest profiles in latent space, nearest first. */
  neighbours: oc
    .input(
      z.strictObject({
        runId: z.string(),
        profile: z.string(),
        count: z.int().min(1).max(MOST_NEIGHBOURS).default(10),
      }),
    )
    .output(z.array(neighbourSchema)),
  /** Marks a profile as looked at; kept with the data set, seen by every window. */
  review: oc
    .input(z.strictObject({ data: z.string(), profile: z.string(), reviewed: z.boolean() }))
    .output(z.object({ reviewed: z.boolean() })),
  note: oc.input(z.strictObject({ data: z.string(), profile: z.string() })).output(noteSchema),
  /** Refused as `busy` where `revision` is not that of the note that is there. An empty text takes it away. */
  setNote: oc
    .input(
      z.strictObject({
        data: z.string(),
        profile: z.string(),
        text: noteSchema.shape.text,
        revision: z.int().min(0),
      }),
    )
    .output(noteSchema),
  /** What the note was before, the latest first. */
  noteHistory: oc.input(z.strictObject({ data: z.string(), profile: z.string() })).output(noteHistorySchema),
  /** Makes the note what it was at revision `to`, as a new revision. Refused as `busy` as `setNote` is. */
  restoreNote: oc
    .input(z.strictObject({ data: z.string(), profile: z.string(), revision: z.int(), to: z.int() }))
    .output(noteSchema),
  /** Why a title is where it is in the list of a profile: what each watched title and each attribute does to its score. */
  explain: oc
    .input(
      z.strictObject({
        runId: z.string(),
        profile: z.string(),
        item: z.string(),
        tuning: tuningSchema.optional(),
        /** What these rules do with the title in the list as trained: rules are applied to no tuned list. */
        rules: appliedRulesSchema.optional(),
      }),
    )
    .output(explanationSchema),
  /** Why a title is not in the list of a profile, and the smallest change of the profile that brings it in, found by trying. */
  whyNot: oc
    .input(
      z.strictObject({
        runId: z.string(),
        profile: z.string(),
        item: z.string(),
        tuning: tuningSchema.optional(),
        /** Of the list as trained under these rules; a tuning is passed over then, as rules are applied to no tuned list. */
        rules: appliedRulesSchema.optional(),
      }),
    )
    .output(whyNotSchema),
  /** In how many noisy copies of its history each title of a list stays. */
  stability: oc
    .input(
      z.strictObject({ runId: z.string(), profile: z.string(), ...copiesRequest, tuning: tuningSchema.optional() }),
    )
    .output(stabilitySchema),
};

/** Filters that were given a name; kept with a data set. Changing or removing one needs the revision that was read. */
export const segmentsCalls = {
  list: oc.input(z.strictObject({ data: z.string() })).output(z.array(keptSegmentSchema)),
  keep: oc.input(keepSegmentSchema.extend({ data: z.string() })).output(keptSegmentSchema),
  remove: oc.input(removeKeptSchema).output(z.object({ removed: z.string() })),
  /** Of each, and of each that was removed not too long ago: what it was before, the latest first. */
  history: oc.input(z.strictObject({ data: z.string() })).output(z.array(segmentHistorySchema)),
  /** Makes one what it was at revision `to`, or brings back one that was removed, as a new revision. */
  restore: oc.input(restoreKeptSchema).output(keptSegmentSchema),
};

export const titlesCalls = {
  page: oc
    .input(
      z.strictObject({
        data: z.string(),
        runId: z.string().optional(),
        ...pageRequest,
        filter: titleFilterSchema.optional(),
      }),
    )
    .output(z.object({ all: z.int(), total: z.int(), rows: z.array(titleRowSchema) })),
  open: oc.input(z.strictObject({ runId: z.string(), item: z.string() })).output(titleViewSchema),
  /** How far a title is watched to its end; null where the data does not tell. */
  completion: oc.input(z.strictObject({ data: z.string(), item: z.string() })).output(completionSchema.nullable()),
};
