/** Results of tried models, as one process sends them to another. */
import * as z from 'zod';
import { listQualitySchema, metricsSchema } from '../contract/run';
import { LEADERBOARD_MODELS } from '../recipe/presets';
import { saidSchema } from '../words/sentence';

export const seedResultSchema = z.object({
  metrics: metricsSchema,
  /** Per hold-out profile. */
  scores: z.object({ profile: z.array(z.int()), score: z.array(z.number()) }),
  quality: listQualitySchema,
  /** Fitting time including the choice of epochs, as if no other model had been fitted. */
  seconds: z.number(),
  epochs: z.int(),
});
export type SeedResult = z.infer<typeof seedResultSchema>;

/** Why the data is too large for a model. */
export const tooLargeSchema = z.object({ message: z.string(), said: saidSchema.optional() });

export const triedSchema = z.object({
  dataset: z.object({ fingerprint: z.string(), name: z.string() }),
  split: z.enum(['time', 'random']),
  seeds: z.array(z.int()),
  /** One trial per seed, or why the data is too large. */
  models: z.array(
    z.object({
      model: z.enum(LEADERBOARD_MODELS),
      trials: z.array(seedResultSchema),
      tooLarge: tooLargeSchema.nullable(),
    }),
  ),
});
export type Tried = z.infer<typeof triedSchema>;
