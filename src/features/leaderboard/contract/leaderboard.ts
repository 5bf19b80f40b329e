import * as z from 'zod';
import { LEADERBOARD_MODELS } from '../../../shared/recipe/presets';
import { pairedIntervalSchema } from '../../../shared/contract/paired';
import { listQualitySchema } from '../../../shared/contract/run';
import { MOST_SEEDS } from '../../../shared/limits';
import type { TrainerWork } from '../../../shared/contract/trainer-work';
import { besideSchema, triedSchema } from '../../../shared/values/tried';
import { saidSchema } from '../../../shared/words/sentence';

const leaderboardRowSchema = z.object({
  model: z.enum(LEADERBOARD_MODELS),
  recall: z.number(),
  ndcg: z.number(),
  score: z.number(),
  /** Standard deviation of the score over the seeds; null with one seed. */
  deviation: z.number().nullable(),
  seconds: z.number(),
  /** Epochs chosen on the validation part, one per seed; empty for models without epochs. */
  epochs: z.array(z.int()),
  quality: listQualitySchema,
  /** Means over the seeds; empty for models without companions. */
  beside: z.array(besideSchema),
  /** Difference of the score to the best row's, over the same profiles; null for the best row. */
  toBest: pairedIntervalSchema.nullable(),
});
export const leaderboardSchema = z.object({
  dataset: z.object({ fingerprint: z.string(), name: z.string() }),
  split: z.enum(['time', 'random']),
  seeds: z.array(z.int()),
  testProfiles: z.int(),
  rows: z.array(leaderboardRowSchema),
  /** Requested models that cannot be trained on data of this size, and why. */
  notPossible: z.array(
    z.object({ model: z.enum(LEADERBOARD_MODELS), message: z.string(), said: saidSchema.optional() }),
  ),
});
export type Leaderboard = z.infer<typeof leaderboardSchema>;
export type LeaderboardRow = z.infer<typeof leaderboardRowSchema>;

export const leaderboardRequestSchema = z.strictObject({
  data: z.string(),
  /** By time if absent; a data set without times is split at random. */
  split: z.enum(['time', 'random']).optional(),
  seeds: z.int().min(1).max(MOST_SEEDS).default(1),
  /** The first seed; others count up from it. */
  seed: z.int().min(0).max(0xffffffff).default(1),
  models: z.array(z.enum(LEADERBOARD_MODELS)).min(1).optional(),
});
export type LeaderboardRequest = z.infer<typeof leaderboardRequestSchema>;

/** For a trainer process that tries models. */
export const COMPARE_WORK = {
  kind: 'compare',
  request: leaderboardRequestSchema,
  answer: triedSchema,
} as const satisfies TrainerWork;
