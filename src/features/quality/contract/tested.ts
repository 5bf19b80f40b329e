/** How well a run did on its hold-out: one profile, and all in a sentence. */
import * as z from 'zod';
import { MODELS } from '../../../shared/recipe/models';
import { pairedIntervalSchema } from '../../../shared/contract/paired';

const titleSchema = z.object({ item: z.string(), title: z.string().nullable(), group: z.string().nullable() });

export const testedProfileSchema = z.object({
  runId: z.string(),
  profile: z.string(),
  /** time: it watched the targets after all that the model had seen; random: they were drawn from its history. */
  protocol: z.enum(['time', 'random']),
  recall: z.number(),
  ndcg: z.number(),
  score: z.number(),
  /** Held-out titles: those in the list first, by place, then the others, latest watched first. */
  targets: z.array(
    titleSchema.extend({
      /** Last time, ISO 8601 in UTC. */
      lastWatched: z.string().nullable(),
      /** Place in the judged list; null if it was not found. */
      rank: z.int().nullable(),
    }),
  ),
  /** The judged list, made without the hold-out. */
  list: z.array(titleSchema.extend({ rank: z.int(), hit: z.boolean() })),
});
export type TestedProfile = z.infer<typeof testedProfileSchema>;

export const verdictSchema = z.object({
  runId: z.string(),
  /** Compared with one list of the most watched titles for all profiles, judged alike. Null for that model itself. */
  popular: z
    .object({
      /** Score of that list. */
      score: z.number(),
      /** The run's score over that score, with its 95 % interval; null if it cannot be divided. */
      ratio: z.object({ ratio: z.number(), low: z.number(), high: z.number() }).nullable(),
    })
    .nullable(),
  /** The best run of another model on the same hold-out, and this run's lead over it; null if there is none. */
  rival: z
    .object({
      runId: z.string(),
      name: z.string(),
      model: z.enum(MODELS),
      score: z.number(),
      ahead: pairedIntervalSchema,
    })
    .nullable(),
});
export type Verdict = z.infer<typeof verdictSchema>;
