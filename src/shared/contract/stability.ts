/** How firmly lists stand: what stays of them when a part of the history is not there. */
import * as z from 'zod';
import { MOST_COPIES } from '../limits';

/** What is done to a history to make a noisy copy of it. */
export const copyNoiseSchema = z.object({
  /** Share of the history that a copy hides; where it is drawn for each copy, the least. */
  hidden: z.number().min(0).max(1),
  rate: z.enum(['fixed', 'drawn']),
  /** Whether the run was trained with this noise. */
  isOwn: z.boolean(),
});
export type CopyNoise = z.infer<typeof copyNoiseSchema>;

/** How copies are asked for. */
export const copiesRequest = {
  copies: z.int().min(1).max(MOST_COPIES).default(100),
  /** As the run hid it in training where absent; half of the history for a model that is trained without noise. */
  hidden: z.number().min(0).max(0.99).optional(),
};

/** A share of copies, with its 95 % interval (Wilson). */
const share = { share: z.number(), low: z.number(), high: z.number() };

export const stabilitySchema = z.object({
  runId: z.string(),
  profile: z.string(),
  copies: z.int(),
  noise: copyNoiseSchema,
  /** Of the streams that draw the copies: that of the run. */
  seed: z.int(),
  /** Titles that the model sees of the history; with none all copies are alike, and every share is 1. */
  watched: z.int(),
  /** Mean of the shares; null for an empty list. */
  share: z.number().nullable(),
  /** The list, best first: in which share of the copies' lists each title is. */
  items: z.array(z.object({ item: z.string(), title: z.string().nullable(), rank: z.int(), ...share })),
  seconds: z.number(),
});
export type Stability = z.infer<typeof stabilitySchema>;

export const runStabilitySchema = z.object({
  runId: z.string(),
  copies: z.int(),
  noise: copyNoiseSchema,
  /** Of the streams that draw profiles and copies: that of the run. */
  seed: z.int(),
  /** Profiles that were measured, and all that have a history and a list. */
  profiles: z.int(),
  of: z.int(),
  /** Mean over the profiles of what stays of a list, with its 95 % interval; null where no profile was measured. */
  mean: z.object(share).nullable(),
  /** Measured profiles whose lists are shaky: less than half of such a list stays. */
  shaky: z.int(),
  /** At most 20, what stays least of first. */
  shakiest: z.array(z.object({ profile: z.string(), watched: z.int(), share: z.number() })),
  measuredAt: z.iso.datetime(),
});
export type RunStability = z.infer<typeof runStabilitySchema>;

/** Runs of autoencoders that were judged on the same test part: how much of a history each hid in training, and what it scores. */
export const noiseScoresSchema = z.object({
  runId: z.string(),
  /** By noise, then oldest first; the run itself among them where it is an autoencoder that was judged. */
  runs: z.array(
    z.object({
      runId: z.string(),
      name: z.string(),
      /** Share of a history; where it is drawn, the mean of what is drawn. */
      noise: z.number(),
      rate: z.enum(['fixed', 'drawn']),
      score: z.number(),
      /** 95 % interval of the score; null for a single test profile. */
      interval: z.object({ low: z.number(), high: z.number() }).nullable(),
      /** What stays of its lists under noise, as it was measured last; null where it was not. */
      stability: z.number().nullable(),
    }),
  ),
  /** Mean score at each noise, ascending. */
  curve: z.array(z.object({ noise: z.number(), score: z.number(), runs: z.int() })),
});
export type NoiseScores = z.infer<typeof noiseScoresSchema>;
