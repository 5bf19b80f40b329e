import * as z from 'zod';
import type { Language } from '../words/sentence';
import { textsOf } from '../values/text-table';
import { TUNING_KEYS, TUNING_ROWS, type TuningKey } from './tuning-keys';

export { TUNING_KEYS, TUNING_ROWS, type TuningKey } from './tuning-keys';

type Shape = { [Key in TuningKey]: (typeof TUNING_ROWS)[Key]['schema'] };

/** What the sliders of an open profile change, without training. The neutral tuning gives the stored list, byte for byte. */
export const tuningSchema = z.strictObject(
  Object.fromEntries(TUNING_KEYS.map((key) => [key, TUNING_ROWS[key].schema])) as Shape,
);
export type Tuning = z.infer<typeof tuningSchema>;

export const NEUTRAL_TUNING: Tuning = tuningSchema.parse({});

/** For the window's table of texts. */
export const tuningWords = (language: Language): Record<TuningKey, string> =>
  textsOf(TUNING_KEYS, language, (key) => TUNING_ROWS[key].words);

/** What a key of a tuning asks for; null where it asks for nothing. */
function askedFor(tuning: Tuning, key: TuningKey): unknown {
  const { asks } = TUNING_ROWS[key] as { asks: (value: unknown, others: Tuning) => unknown };
  return asks(tuning[key], tuning);
}

/** The keys that ask for something, in the order of the table; none where the tuning is neutral. */
export const tunedKeys = (tuning: Tuning): TuningKey[] => TUNING_KEYS.filter((key) => askedFor(tuning, key) !== null);

/** Whether two tunings ask the same, however their keys lie and whatever they hold beside that changes nothing by itself. */
export const isSameTuning = (left: Tuning, right: Tuning): boolean =>
  TUNING_KEYS.every((key) => JSON.stringify(askedFor(left, key)) === JSON.stringify(askedFor(right, key)));

/** The same tuning with these keys neutral. */
export const withoutKeys = (tuning: Tuning, keys: readonly TuningKey[]): Tuning => ({
  ...tuning,
  ...Object.fromEntries(keys.map((key) => [key, NEUTRAL_TUNING[key]])),
});

export const badgeSchema = z.enum(['watched', 'new', 'rare', 'tuned']);

export const tunedItemSchema = z.object({
  rank: z.int(),
  item: z.string(),
  title: z.string().nullable(),
  score: z.number(),
  watched: z.boolean(),
  /** Genre or whatever the first item attribute is; null where missing. */
  group: z.string().nullable(),
  badges: z.array(badgeSchema),
  /** Rank without the tuning (or in the run that it is compared with); null where the title was not in the list. */
  before: z.int().nullable(),
});
export type TunedItem = z.infer<typeof tunedItemSchema>;

export const tunedListSchema = z.object({
  runId: z.string(),
  profile: z.string(),
  tuning: tuningSchema,
  neutral: z.boolean(),
  /** The run that it is compared with, and whether that one saw the same data; null where it is compared with the neutral list. */
  against: z.object({ runId: z.string(), sameData: z.boolean() }).nullable(),
  items: z.array(tunedItemSchema),
  /** In the list without the tuning, no longer in it. */
  gone: z.array(z.object({ item: z.string(), title: z.string().nullable(), before: z.int() })),
  /** Titles of the history that the mask hides, by ID. */
  hidden: z.array(z.string()),
  seconds: z.number(),
});
export type TunedList = z.infer<typeof tunedListSchema>;

/** A latent direction, named by the titles that it raises and lowers most. */
export const latentDirectionSchema = z.object({
  direction: z.int(),
  /** Share of the variance of the codes over the profiles. */
  share: z.number(),
  raises: z.array(z.object({ item: z.string(), title: z.string().nullable() })),
  lowers: z.array(z.object({ item: z.string(), title: z.string().nullable() })),
});
export type LatentDirection = z.infer<typeof latentDirectionSchema>;

/** JSON Schema of a tuning file, in which everything may be left out. */
export function tuningJsonSchema(): object {
  return z.toJSONSchema(tuningSchema, { io: 'input' });
}
