/** Why a title is not in the list of a profile, and what would bring it in. */
import * as z from 'zod';
import { standInSchema } from '../../new-titles/contract/new-titles';
import { tuningSchema } from '../../../shared/contract/tuning';

const namedTitle = z.object({ item: z.string(), title: z.string().nullable() });

const whyNotChangeSchema = z.object({
  added: z.array(namedTitle),
  removed: z.array(namedTitle),
  /** Attributes with their current value and the one they would need; null is missing. */
  attributes: z.array(z.object({ name: z.string(), before: z.string().nullable(), value: z.string().nullable() })),
  /** Rank of the title with the change. */
  rank: z.int(),
  /** Number of titles of the current list that would stay. */
  stay: z.int(),
  /** The tuning that makes the change, on top of the given one: in its list the title has that rank. */
  tuning: tuningSchema,
});
export type WhyNotChange = z.infer<typeof whyNotChangeSchema>;

const WHY_NOT_REASONS = [
  /** It is in the list. */
  'listed',
  /** The profile watched it, and watched titles are excluded. */
  'watched',
  /** It had no viewings when the run was trained, so the model does not know it. */
  'not-learned',
  /** Others have a higher score. */
  'outranked',
  /** It would be in the list without the rules. */
  'ruled-out',
] as const;

const namedRule = z.object({ id: z.string(), name: z.string() });

const whyNotUnderRulesSchema = z.object({
  /** Place in the list under the rules; null if it is not in it. */
  rank: z.int().nullable(),
  /** The rule that removes it, or without which it would be in the list; null if no single rule causes it. */
  outBy: namedRule.nullable(),
  /** The smallest changes of the rules that were found: rules switched off, and the title moved up. At most one of each. */
  changes: z.array(
    z.object({
      off: z.array(namedRule),
      up: z.int().nullable(),
      rank: z.int(),
      /** Number of titles of the list under the rules that would stay. */
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
  /** Rank among the titles that may be recommended; null if it is not among them. */
  rank: z.int().nullable(),
  score: z.number().nullable(),
  /** Number of places in the list, and the score at its last place; null if the title may not be recommended. */
  places: z.int(),
  needed: z.number().nullable(),
  /** The smallest change that was found: fewest parts, then what keeps most of the list. Null if none was found, or sought. */
  change: whyNotChangeSchema.nullable(),
  /** As small, but of another kind. */
  others: z.array(whyNotChangeSchema),
  /** Number of changes that were scored. */
  tried: z.int(),
  /** What the rules do with it in the list as trained; null without rules, or if no rule can bring it in. */
  underRules: whyNotUnderRulesSchema.nullable(),
  /** For a title without viewings: how it suits the profile, and what would bring it in. */
  standIn: standInSchema.nullable(),
  seconds: z.number(),
});
export type WhyNot = z.infer<typeof whyNotSchema>;
