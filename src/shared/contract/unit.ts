/**
 * Units: pieces of work that can start anywhere, any number of times, with the same result
 * (docs/decisions/0043-units.md). This is what all kinds share; src/features/work-schemas.ts lists the kinds, each from
 * the contract of its feature.
 */
import * as z from 'zod';
import { ERROR_CODES } from '../errors';
import { saidSchema } from '../words/sentence';
import { clusterNameSchema } from './cluster';
import { metricsSchema, verificationSchema } from './run';

/**
 * How far a unit trains its run. validation: until the epochs are chosen and the model is evaluated on the validation
 * part, the hold-out unseen; epoch: at most that many epochs of that stage; model: until it is fitted and evaluated,
 * with the lists left to other units. A later unit of the run continues from there, to the same bits.
 */
export const untilSchema = z.union([
  z.enum(['validation', 'model']),
  z.strictObject({ epoch: z.int().min(1).max(10_000) }),
]);
export type Until = z.infer<typeof untilSchema>;

export const unitDataSchema = z
  .string()
  .regex(/^[0-9a-f]{4,64}$/, 'the fingerprint of a data set, or the beginning of one');
export const unitRunSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'the ID of a run');

/** Fields of any unit that are not part of its identity. */
export const anyUnit = {
  /** `program.buildSha256` of the only build that may do it: others refuse. */
  build: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'the SHA-256 of a build')
    .optional(),
};

/** A cluster that was added and does the work in place of this computer; sending it the data set was agreed to. */
export const onSchema = clusterNameSchema.optional();

const UNIT_KINDS = ['train', 'compare', 'verify', 'lists', 'join'] as const;

/** The result of a unit. */
export const unitAnswerSchema = z.object({
  state: z.enum(['done', 'stopped', 'failed']),
  kind: z.enum(UNIT_KINDS),
  /** Empty for a row of a leaderboard, which makes no run. */
  runId: z.string(),
  /** Hashes of the run; null without a model or lists (yet). */
  hashes: z.object({
    recipeSha256: z.string(),
    weightsSha256: z.string().nullable(),
    listsSha256: z.string().nullable(),
  }),
  /** The run's validation metrics so far; null if unknown. */
  validation: metricsSchema.nullable(),
  /** Metrics on the hold-out; null if it was not evaluated, and for a row that the data is too large for. */
  metrics: metricsSchema.nullable(),
  /** The result of a verification. */
  verification: verificationSchema.nullable(),
  /**
   * For lists: their file in the run's folder; for a row: its file in the data set's; with the SHA-256 of its bytes.
   */
  file: z.object({ path: z.string(), sha256: z.string() }).nullable(),
  /** Why it failed or did not continue. */
  problem: z.object({ code: z.enum(ERROR_CODES), message: z.string(), said: saidSchema.optional() }).nullable(),
});
export type UnitAnswer = z.infer<typeof unitAnswerSchema>;
