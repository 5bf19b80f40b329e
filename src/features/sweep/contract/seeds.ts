/** One recipe trained with several seeds, to show what is chance. */
import * as z from 'zod';
import { recipeSchema } from '../../../shared/recipe/schema';
import { LONGEST_RUN_NAME, MOST_SEEDS } from '../../../shared/limits';
import { metricsSchema } from '../../../shared/contract/run';

export const seedsRequestSchema = z.strictObject({
  data: z.string(),
  recipe: recipeSchema,
  /** The first seed; others count up from it. */
  seed: z.int().min(0).max(0xffffffff),
  seeds: z.int().min(2).max(MOST_SEEDS),
  /** Name of the runs, to which the seed is added. */
  name: z.string().max(LONGEST_RUN_NAME).optional(),
});
export type SeedsRequest = z.infer<typeof seedsRequestSchema>;

/** Over the seeds: mean and sample standard deviation. */
const spreadSchema = z.object({ mean: z.number(), deviation: z.number() });

export const repeatedSeedsSchema = z.object({
  dataset: z.object({ fingerprint: z.string(), name: z.string() }),
  runs: z.array(
    z.object({
      runId: z.string(),
      seed: z.int(),
      metrics: metricsSchema.nullable(),
      weightsSha256: z.string(),
      listsSha256: z.string(),
    }),
  ),
  /** Null if the hold-out gave no metrics. With a random split, each seed has its own hold-out. */
  metrics: z.object({ recall: spreadSchema, ndcg: spreadSchema, score: spreadSchema }).nullable(),
  lists: z.object({
    /** Number of compared places of a list. */
    places: z.int(),
    /** Titles of a profile's list that all seeds have, in any order: mean over profiles, fewest, most. */
    shared: z.object({ mean: z.number(), fewest: z.int(), most: z.int() }),
    /** Number of profiles by number of titles that all seeds share, from 0. */
    profiles: z.array(z.int()),
  }),
});
export type RepeatedSeeds = z.infer<typeof repeatedSeedsSchema>;
