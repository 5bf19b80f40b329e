/**
 * Units: pieces of work that can start anywhere, any number of times, with the same result
 * (docs/decisions/0043-units.md).
 */
import * as z from 'zod';
import { ERROR_CODES } from '../errors';
import { LEADERBOARD_MODELS } from '../recipe/presets';
import { recipeSchema } from '../recipe/schema';
import { saidSchema } from '../words/sentence';
import { LONGEST_RUN_NAME, MOST_LIST_PARTS } from '../limits';
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

const data = z.string().regex(/^[0-9a-f]{4,64}$/, 'the fingerprint of a data set, or the beginning of one');
const run = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'the ID of a run');

const parts = z.int().min(1).max(MOST_LIST_PARTS);

/** Fields of any unit that are not part of its identity. */
const anyUnit = {
  /** `program.buildSha256` of the only build that may do it: others refuse. */
  build: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'the SHA-256 of a build')
    .optional(),
};

const trainUnitSchema = z.strictObject({
  kind: z.literal('train'),
  data,
  recipe: recipeSchema,
  seed: z.int().min(0).max(0xffffffff),
  ...anyUnit,
  /** Name of the new run; not part of the unit's identity. */
  name: z.string().max(LONGEST_RUN_NAME).optional(),
  /** Likewise: the run whose recipe it takes. */
  parent: run.optional(),
  /** Up to the lists if absent. */
  until: untilSchema.optional(),
});
export type TrainUnit = z.infer<typeof trainUnitSchema>;

/** A row of a leaderboard: one model, fitted and evaluated on the hold-out of one seed. It makes no run. */
const compareUnitSchema = z.strictObject({
  kind: z.literal('compare'),
  data,
  model: z.enum(LEADERBOARD_MODELS),
  split: z.enum(['time', 'random']),
  seed: z.int().min(0).max(0xffffffff),
  ...anyUnit,
});
export type CompareUnit = z.infer<typeof compareUnitSchema>;

const verifyUnitSchema = z.strictObject({ kind: z.literal('verify'), run, ...anyUnit });
export type VerifyUnit = z.infer<typeof verifyUnitSchema>;

/** The lists of a part of the profiles. */
const listsUnitSchema = z
  .strictObject({ kind: z.literal('lists'), run, part: z.int().min(1), of: parts, ...anyUnit })
  .refine(({ part, of }) => part <= of, { path: ['part'], error: 'one of the parts, from 1' });
export type ListsUnit = z.infer<typeof listsUnitSchema>;

/** Joins the lists of all parts into the run's. */
const joinUnitSchema = z.strictObject({ kind: z.literal('join'), run, of: parts, ...anyUnit });
export type JoinUnit = z.infer<typeof joinUnitSchema>;

export const unitSchema = z.discriminatedUnion('kind', [
  trainUnitSchema,
  compareUnitSchema,
  verifyUnitSchema,
  listsUnitSchema,
  joinUnitSchema,
]);
export type Unit = z.infer<typeof unitSchema>;

/** For a process that makes one part of a run's lists, or joins all parts if none is given. */
export const listsRequestSchema = z.strictObject({ runId: run, part: z.int().min(1).nullable(), of: parts });
export type ListsRequest = z.infer<typeof listsRequestSchema>;
export const madeListsSchema = z.object({ file: z.string(), sha256: z.string() });
export type MadeLists = z.infer<typeof madeListsSchema>;

/** The result of a unit. */
export const unitAnswerSchema = z.object({
  state: z.enum(['done', 'stopped', 'failed']),
  kind: z.enum(['train', 'compare', 'verify', 'lists', 'join']),
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
