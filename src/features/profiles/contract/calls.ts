/** Profiles and titles of a data set, and what people keep with them. */
import { oc } from '@orpc/contract';
import * as z from 'zod';
import {
  facetSchema,
  neighbourSchema,
  pageRequest,
  profileFilterSchema,
  profileRowSchema,
  profileSampleSchema,
} from '../../../shared/contract/profiles';
import { profileViewSchema } from '../../../shared/contract/recommendation';
import { MOST_NEIGHBOURS } from '../../../shared/limits';

export const profilesCalls = {
  page: oc
    .input(
      z.strictObject({
        data: z.string(),
        runId: z.string().optional(),
        ...pageRequest,
        filter: profileFilterSchema.optional(),
        /** Restricts the list to these, among those that match the filter. */
        sample: profileSampleSchema.optional(),
        /** A profile: if the list contains it, the page moves so that it stands in the middle. */
        around: z.string().optional(),
      }),
    )
    /** `all` profiles of the data set, `total` in the list, `start` the index of the first row. */
    .output(z.object({ all: z.int(), total: z.int(), start: z.int(), rows: z.array(profileRowSchema) })),
  /** Every value of each attribute, with the profiles that have it; with a filter, those among them that match its other parts. */
  facets: oc
    .input(z.strictObject({ data: z.string(), runId: z.string().optional(), filter: profileFilterSchema.optional() }))
    .output(z.array(facetSchema)),
  /** The attributes and the history of a profile. */
  open: oc.input(z.strictObject({ data: z.string(), profile: z.string() })).output(profileViewSchema),
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
  /** Marks a profile as reviewed; stored with the data set, visible in every window. */
  review: oc
    .input(z.strictObject({ data: z.string(), profile: z.string(), reviewed: z.boolean() }))
    .output(z.object({ reviewed: z.boolean() })),
};
