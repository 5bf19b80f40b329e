/** One recipe trained with several seeds: what of it is chance. */
import * as z from 'zod';
import { recipeSchema } from '../recipe/schema';
import { LONGEST_RUN_NAME, MOST_SEEDS } from '../limits';
import { metricsSchema } from './run';

export const seedsRequestSchema = z.strictObject({
  data: z.string(),
  recipe: recipeSchema,
  /** The first seed; the others follow it. */
  seed: z.int().min(0).max(0xffffffff),
  seeds: z.int().min(2).max(MOST_SEEDS),
  /** Of the runs, to which the seed is added. */
  name: z.string().max(LONGEST_RUN_NAME).optional(),
});
export type SeedsRequest = z.infer<typeof seedsRequestSchema>;

/** Over the seeds: the mean, and the standard deviation of the sample. */
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
  /** Null where the test part gave no metrics. With a random hold-out each seed has a test part of its own. */
  metrics: z.object({ recall: spreadSchema, ndcg: spreadSchema, score: spreadSchema }).nullable(),
  lists: z.object({
    /** How many places of a list are compared. */
    places: z.int(),
    /** How many titles of a profile's list all seeds have in it, whatever their order: the mean over the profiles, the fewest, the most. */
    shared: z.object({ mean: z.number(), fewest: z.int(), most: z.int() }),
    /** Profiles by how many titles all seeds share: 0 first. */
    profiles: z.array(z.int()),
  }),
});
export type RepeatedSeeds = z.infer<typeof repeatedSeedsSchema>;
