import * as z from 'zod';
import { newTitleReasonSchema } from './new-title-reason';
import { rulesThatCountSchema } from './rule-answers';
import { TUNING_KEYS, TUNING_ROWS, type TuningKey } from './tuning-keys';

export { TUNING_KEYS, TUNING_ROWS, type TuningKey } from './tuning-keys';

type Shape = { [Key in TuningKey]: (typeof TUNING_ROWS)[Key]['schema'] };

/** The sliders of an open profile, applied without training. The neutral tuning gives the stored ranking byte for byte. */
export const tuningSchema = z.strictObject(
  Object.fromEntries(TUNING_KEYS.map((key) => [key, TUNING_ROWS[key].schema])) as Shape,
);
export type Tuning = z.infer<typeof tuningSchema>;

export const NEUTRAL_TUNING: Tuning = tuningSchema.parse({});

/** What a key of a tuning requests; null for nothing. */
function askedFor(tuning: Tuning, key: TuningKey): unknown {
  const { asks } = TUNING_ROWS[key] as { asks: (value: unknown, others: Tuning) => unknown };
  return asks(tuning[key], tuning);
}

/** The keys that request something, in table order; empty for a neutral tuning. */
export const tunedKeys = (tuning: Tuning): TuningKey[] => TUNING_KEYS.filter((key) => askedFor(tuning, key) !== null);

/** Whether two tunings request the same, regardless of key order and of keys without effect. */
export const isSameTuning = (left: Tuning, right: Tuning): boolean =>
  TUNING_KEYS.every((key) => JSON.stringify(askedFor(left, key)) === JSON.stringify(askedFor(right, key)));

/** The tuning with these keys neutral. */
export const withoutKeys = (tuning: Tuning, keys: readonly TuningKey[]): Tuning => ({
  ...tuning,
  ...Object.fromEntries(keys.map((key) => [key, NEUTRAL_TUNING[key]])),
});

const badgeSchema = z.enum(['watched', 'new', 'rare', 'tuned']);

const namedRules = z.array(z.object({ id: z.string(), name: z.string() }));

const tunedItemSchema = z.object({
  rank: z.int(),
  item: z.string(),
  title: z.string().nullable(),
  /** Null for a title that the model did not rank: a new one, or one that a rule pinned from far below. */
  score: z.number().nullable(),
  watched: z.boolean(),
  /** Genre, or the first item attribute; null if missing. */
  group: z.string().nullable(),
  badges: z.array(badgeSchema),
  /** Rank without the tuning, or in the compared run; null if not in that list. */
  before: z.int().nullable(),
  /** Rank without the rules; null if beyond the ranked places. */
  ranked: z.int().nullable(),
  /** The rules that gave it this place: pinned, moved or brought it in. */
  rules: namedRules,
  /** Why a title without viewings is there; null for other titles. */
  newTitle: newTitleReasonSchema.nullable(),
});
export type TunedItem = z.infer<typeof tunedItemSchema>;

export const tunedListSchema = z.object({
  runId: z.string(),
  profile: z.string(),
  tuning: tuningSchema,
  neutral: z.boolean(),
  /** The rules that count for the list; null if none does: it is then as the model ranks. */
  rules: rulesThatCountSchema.omit({ set: true }).nullable(),
  /** The compared run, and whether it saw the same data; null for a comparison with the neutral list. */
  against: z.object({ runId: z.string(), sameData: z.boolean() }).nullable(),
  items: z.array(tunedItemSchema),
  /** Titles of the first 25 of the model that are not in the list under the rules, each with what keeps it out; no rule if it gave way to others. */
  out: z.array(z.object({ item: z.string(), title: z.string().nullable(), ranked: z.int(), rules: namedRules })),
  /** Titles that left the list. */
  gone: z.array(z.object({ item: z.string(), title: z.string().nullable(), before: z.int() })),
  /** IDs of history titles hidden by the mask. */
  hidden: z.array(z.string()),
  seconds: z.number(),
});
export type TunedList = z.infer<typeof tunedListSchema>;

/** A latent direction, named by the titles it raises and lowers most. */
export const latentDirectionSchema = z.object({
  direction: z.int(),
  /** Share of the variance of the codes over the profiles. */
  share: z.number(),
  raises: z.array(z.object({ item: z.string(), title: z.string().nullable() })),
  lowers: z.array(z.object({ item: z.string(), title: z.string().nullable() })),
});
export type LatentDirection = z.infer<typeof latentDirectionSchema>;

/** JSON Schema of a tuning file, in which every key is optional. */
export function tuningJsonSchema(): object {
  return z.toJSONSchema(tuningSchema, { io: 'input' });
}
