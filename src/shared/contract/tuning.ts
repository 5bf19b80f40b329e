import * as z from 'zod';

/** What the sliders of an open profile change, without training. The neutral tuning gives the stored list, byte for byte. */
export const tuningSchema = z.strictObject({
  /** Share of the history that is hidden, 0 to 1. */
  hidden: z.number().min(0).max(1).default(0),
  /** Which of the seeded masks hides it. */
  mask: z.int().min(0).max(0xffffffff).default(0),
  /** Strength of the profile condition: 0 without it, 1 as trained, 2 twice. */
  condition: z.number().min(0).max(2).default(1),
  /** What-if: attributes by name, as a value shown for it; null is missing. A set takes its values separated by ", ". */
  attributes: z.record(z.string(), z.string().nullable()).default({}),
  /** Titles taken out of the history, and put into it, by id. */
  removed: z.array(z.string()).max(1000).default([]),
  added: z.array(z.string()).max(1000).default([]),
  /** Mixes the latent code with the mean of the nearest profiles': how many, and how much (0 to 1). */
  neighbours: z
    .strictObject({ count: z.int().min(1).max(200), share: z.number().min(0).max(1) })
    .default({ count: 20, share: 0 }),
  /** Pushes along single latent directions, in deviations of that direction over the profiles. */
  directions: z
    .array(z.strictObject({ direction: z.int().min(0), amount: z.number().min(-5).max(5) }))
    .max(64)
    .default([]),
  /** As the recipe says where absent. */
  watched: z.enum(['exclude', 'include']).optional(),
});
export type Tuning = z.infer<typeof tuningSchema>;

export const NEUTRAL_TUNING: Tuning = tuningSchema.parse({});

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
  /** The run that it is compared with, and whether that one saw the same data; null where it is compared with the untouched list. */
  against: z.object({ runId: z.string(), sameData: z.boolean() }).nullable(),
  items: z.array(tunedItemSchema),
  /** In the list without the tuning, no longer in it. */
  gone: z.array(z.object({ item: z.string(), title: z.string().nullable(), before: z.int() })),
  /** Titles of the history that the mask hides, by id. */
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
