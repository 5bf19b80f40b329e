/** Why a title is not in the list of a profile, and what would bring it in. */
import * as z from 'zod';
import { standInSchema } from '../../new-titles/contract/new-titles';
import { tuningSchema } from '../../../shared/contract/tuning';

const namedTitle = z.object({ item: z.string(), title: z.string().nullable() });

export const whyNotChangeSchema = z.object({
  added: z.array(namedTitle),
  removed: z.array(namedTitle),
  /** Attributes with the value they have and the one they would need; null is missing. */
  attributes: z.array(z.object({ name: z.string(), before: z.string().nullable(), value: z.string().nullable() })),
  /** Of the title, with the change. */
  rank: z.int(),
  /** How many titles of the present list would still be in it. */
  stay: z.int(),
  /** The tuning that makes the change, on top of the one that was asked under: its list has the title at that rank. */
  tuning: tuningSchema,
});
export type WhyNotChange = z.infer<typeof whyNotChangeSchema>;

export const WHY_NOT_REASONS = [
  /** It is in the list. */
  'listed',
  /** The profile watched it, and what was watched is left out. */
  'watched',
  /** Nobody had watched it when the run was trained: the model does not know it. */
  'not-learned',
  /** Others have a higher score. */
  'outranked',
  /** It would be in the list, but for the rules. */
  'ruled-out',
] as const;

const namedRule = z.object({ id: z.string(), name: z.string() });

export const whyNotUnderRulesSchema = z.object({
  /** Place in the list under the rules; null where it is not in it. */
  rank: z.int().nullable(),
  /** The rule that takes it out, or without which it would be in the list; null where no single rule is to blame. */
  outBy: namedRule.nullable(),
  /** The smallest changes of the rules that were found: rules switched off, and the title moved up by so many places. At most one of each. */
  changes: z.array(
    z.object({
      off: z.array(namedRule),
      up: z.int().nullable(),
      rank: z.int(),
      /** How many titles of the list under the rules would still be in it. */
      stay: z.int(),
    }),
  ),
  tried: z.int(),
});
export type WhyNotUnderRules = z.infer<typeof whyNotUnderRulesSchema>;

export const whyNotSchema = z.object({
  runId: z.string(),
  profile: z.string(),
  item: z.string(),
  title: z.string().nullable(),
  reason: z.enum(WHY_NOT_REASONS),
  /** Among the titles that may be recommended; null where it is none of them. */
  rank: z.int().nullable(),
  score: z.number().nullable(),
  /** Places of the list, and the score at its last; null where the title may not be recommended. */
  places: z.int(),
  needed: z.number().nullable(),
  /** The smallest change that was found: fewest parts, then what leaves most of the list as it is. Null where none was found, or sought. */
  change: whyNotChangeSchema.nullable(),
  /** As small, but of another kind. */
  others: z.array(whyNotChangeSchema),
  /** How many changes were scored. */
  tried: z.int(),
  /** What the rules do with it in the list as trained; null where none were asked about, or no rule can bring it in. */
  underRules: whyNotUnderRulesSchema.nullable(),
  /** Of a title without viewings: how it suits the profile, and what would bring it in. */
  standIn: standInSchema.nullable(),
  seconds: z.number(),
});
export type WhyNot = z.infer<typeof whyNotSchema>;
