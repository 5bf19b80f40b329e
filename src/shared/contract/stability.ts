/** Stability of lists: how much of them stays when part of the history is missing. */
import * as z from 'zod';
import { MOST_COPIES } from '../limits';

/** How a noisy copy of a history is made. */
export const copyNoiseSchema = z.object({
  /** Share of the history that a copy hides; the smallest if drawn per copy. */
  hidden: z.number().min(0).max(1),
  rate: z.enum(['fixed', 'drawn']),
  /** Whether the run was trained with this noise. */
  isOwn: z.boolean(),
});
export type CopyNoise = z.infer<typeof copyNoiseSchema>;

/** Arguments for noisy copies. */
export const copiesRequest = {
  copies: z.int().min(1).max(MOST_COPIES).default(100),
  /** By default as in the run's training; half of the history for a model trained without noise. */
  hidden: z.number().min(0).max(0.99).optional(),
};

/** A share of copies, with its 95 % interval (Wilson). */
const share = { share: z.number(), low: z.number(), high: z.number() };

export const stabilitySchema = z.object({
  runId: z.string(),
  profile: z.string(),
  copies: z.int(),
  noise: copyNoiseSchema,
  /** Seed of the streams that draw the copies: the run's. */
  seed: z.int(),
  /** Titles of the history that the model sees; without any, all copies are equal and every share is 1. */
  watched: z.int(),
  /** Mean of the shares; null for an empty list. */
  share: z.number().nullable(),
  /** The list, best first, with each title's share of the copies' lists. */
  items: z.array(z.object({ item: z.string(), title: z.string().nullable(), rank: z.int(), ...share })),
  seconds: z.number(),
});
export type Stability = z.infer<typeof stabilitySchema>;

export const runStabilitySchema = z.object({
  runId: z.string(),
  copies: z.int(),
  noise: copyNoiseSchema,
  /** Seed of the streams that draw profiles and copies: the run's. */
  seed: z.int(),
  /** Measured profiles, and all with a history and a list. */
  profiles: z.int(),
  of: z.int(),
  /** Mean over profiles of what stays of a list, with its 95 % interval; null without a measured profile. */
  mean: z.object(share).nullable(),
  /** Measured profiles with shaky lists: less than half stays. */
  shaky: z.int(),
  /** At most 20, least stable first. */
  shakiest: z.array(z.object({ profile: z.string(), watched: z.int(), share: z.number() })),
  measuredAt: z.iso.datetime(),
});
export type RunStability = z.infer<typeof runStabilitySchema>;

/** Autoencoder runs evaluated on the same hold-out: how much of a history each hid in training, and its score. */
export const noiseScoresSchema = z.object({
  runId: z.string(),
  /** By noise, then oldest first; includes the run itself if it is an evaluated autoencoder. */
  runs: z.array(
    z.object({
      runId: z.string(),
      name: z.string(),
      /** Share of a history; the mean if it is drawn. */
      noise: z.number(),
      rate: z.enum(['fixed', 'drawn']),
      score: z.number(),
      /** 95 % interval of the score; null for a single hold-out profile. */
      interval: z.object({ low: z.number(), high: z.number() }).nullable(),
      /** Last measured stability of its lists; null if not measured. */
      stability: z.number().nullable(),
    }),
  ),
  /** Mean score per noise, ascending. */
  curve: z.array(z.object({ noise: z.number(), score: z.number(), runs: z.int() })),
});
export type NoiseScores = z.infer<typeof noiseScoresSchema>;
