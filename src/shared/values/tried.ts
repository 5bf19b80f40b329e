/** Results of tried models, as one process sends them to another. */
import * as z from 'zod';
import { listQualitySchema, metricsSchema } from '../contract/run';
import { COMPANIONS } from '../recipe/companion-names';
import { LEADERBOARD_MODELS } from '../recipe/presets';
import { saidSchema } from '../words/sentence';

/** A model that was tried beside the autoencoder. */
export const besideSchema = z.object({
  model: z.enum(COMPANIONS),
  /** Its share, 0 if it was not taken. */
  share: z.number(),
  /** What it adds by itself to the score of the validation part; null where the recipe fixes the shares. */
  gain: z.number().nullable(),
});
export type Beside = z.infer<typeof besideSchema>;

export const seedResultSchema = z.object({
  metrics: metricsSchema,
  /** Per hold-out profile. */
  scores: z.object({ profile: z.array(z.int()), score: z.array(z.number()) }),
  quality: listQualitySchema,
  /** Absent for models without companions. */
  beside: z.array(besideSchema).optional(),
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
