/** How two models or lists differ on the same profiles: means and the 95 % interval of their difference, by a paired bootstrap. */
import * as z from 'zod';

/** Ends of a 95 % interval. */
export const intervalSchema = z.object({ low: z.number(), high: z.number() });

/** Mean difference over profiles with its interval. */
export const pairedIntervalSchema = z.object({
  mean: z.number(),
  ...intervalSchema.shape,
  profiles: z.int(),
  /** Whether the interval excludes 0: only then is one of the two called better. */
  isCertain: z.boolean(),
});

export type PairedInterval = z.infer<typeof pairedIntervalSchema>;

/** A figure before and after; `mean` is the second less the first, so that a positive one is a gain. */
export const pairedFigureSchema = pairedIntervalSchema.extend({ before: z.number(), after: z.number() });
export type PairedFigure = z.infer<typeof pairedFigureSchema>;

export const METRICS = ['score', 'recall', 'ndcg'] as const;
export type Metric = (typeof METRICS)[number];
