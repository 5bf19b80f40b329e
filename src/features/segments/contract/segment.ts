/** What sets some profiles, and the lists of a run for them, apart from others. */
import * as z from 'zod';
import { namedTitleSchema } from '../../../shared/contract/new-title-reason';
import { profileFilterSchema } from '../../../shared/contract/profiles';
import { rulesThatCountSchema } from '../../../shared/contract/rule-answers';
import { rulesChoiceSchema } from '../../../shared/contract/rules';

export const describeSegmentSchema = z.strictObject({
  runId: z.string(),
  filter: profileFilterSchema,
  /** The profiles to compare with; where absent all that the filter does not match. */
  against: profileFilterSchema.optional(),
  rules: rulesChoiceSchema.optional(),
});

/** A count of profiles or lists on both sides. */
const both = z.object({ here: z.int(), others: z.int() });

/** Metrics of the hold-out on one side; the standard error of the score is null for one profile. Null without any test profile. */
const testedSchema = z
  .object({ profiles: z.int(), score: z.number(), recall: z.number(), standardError: z.number().nullable() })
  .nullable();

export const describedSegmentSchema = z.object({
  runId: z.string(),
  /** Number of profiles. */
  profiles: both,
  /** Mean number of watched titles. */
  watched: z.object({ here: z.number(), others: z.number() }),
  /** Values with the most different shares, most different first, at most MOST_DIFFERENCES; null is a missing value. */
  attributes: z.array(both.extend({ name: z.string(), value: z.string().nullable() })),
  /** The titles with the most different shares of the delivered lists, most different first, at most MOST_DIFFERENCES. */
  titles: z.array(namedTitleSchema.extend({ group: z.string().nullable(), ...both.shape })),
  holdOut: z.object({ here: testedSchema, others: testedSchema }),
  /** Lists with any finding of a check. */
  flagged: both,
  /** Checks that found something, most findings here first; own checks have a name. */
  checks: z.array(both.extend({ id: z.string(), name: z.string().nullable() })),
  /** Active rules that are for any profile here, with the profiles that they are for on both sides; those that tell the sides apart most come first. */
  rulesOn: z.array(both.extend({ id: z.string(), name: z.string() })),
  /** The rules that count for the lists; null without any. */
  rules: rulesThatCountSchema.pick({ names: true, date: true, rulesSha256: true, revision: true }).nullable(),
});
export type DescribedSegment = z.infer<typeof describedSegmentSchema>;
