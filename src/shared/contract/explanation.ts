import * as z from 'zod';

/** What taking something away does to one title. */
export const effectSchema = z.object({
  /** How much it raises the score of the title above the mean score of all titles; below zero where it lowers it. */
  effect: z.number(),
  /** Rank of the title without it. */
  rank: z.int(),
});
export type Effect = z.infer<typeof effectSchema>;

export const explanationSchema = z.object({
  runId: z.string(),
  profile: z.string(),
  item: z.string(),
  title: z.string().nullable(),
  score: z.number(),
  /** Among the titles that may be recommended to the profile; of a watched title, among all. */
  rank: z.int(),
  /** The history as a whole; null where there is none. */
  history: effectSchema.nullable(),
  /** All that is known about the profile; null where the model does not know attributes, or none is known. */
  profileAttributes: effectSchema.nullable(),
  /** Each title that the model sees of the history, left out alone; what raises most first. */
  titles: z.array(
    effectSchema.extend({ item: z.string(), title: z.string().nullable(), group: z.string().nullable() }),
  ),
  /** Each attribute that is known, made missing alone; what raises most first. */
  attributes: z.array(effectSchema.extend({ name: z.string(), value: z.string() })),
  seconds: z.number(),
});
export type Explanation = z.infer<typeof explanationSchema>;
