/** Units: pieces of work that can be begun anywhere, any number of times, and come to the same (docs/decisions/0043-units.md). */
import * as z from 'zod';
import { ERROR_CODES } from '../errors';
import { LEADERBOARD_MODELS } from '../recipe/presets';
import { recipeSchema } from '../recipe/schema';
import { saidSchema } from '../words/sentence';
import { LONGEST_RUN_NAME, MOST_LIST_PARTS } from '../limits';
import { metricsSchema, verificationSchema } from './run';

/**
 * How far a unit trains its run. validation: until the epochs are chosen and the model is judged on the validation part, the test part unseen;
 * epoch: for so many epochs of that stage at most; model: until it is fitted and tested, with the lists left to units. A later unit of the same run goes on from there, to the same bits.
 */
export const untilSchema = z.union([
  z.enum(['validation', 'model']),
  z.strictObject({ epoch: z.int().min(1).max(10_000) }),
]);
export type Until = z.infer<typeof untilSchema>;

const data = z.string().regex(/^[0-9a-f]{4,64}$/, 'the fingerprint of a data set, or the beginning of one');
const run = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'the ID of a run');

const parts = z.int().min(1).max(MOST_LIST_PARTS);

/** What any unit may say, which is no part of what it is. */
const anyUnit = {
  /** `program.buildSha256` of the only build that is to do it: another one refuses. */
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
  /** Of the run that is made; no part of what the unit is. */
  name: z.string().max(LONGEST_RUN_NAME).optional(),
  /** Likewise: the run that its recipe comes from. */
  parent: run.optional(),
  /** To the lists where absent. */
  until: untilSchema.optional(),
});
export type TrainUnit = z.infer<typeof trainUnitSchema>;

/** A row of a leaderboard: one model, fitted and judged on the hold-out of one seed. No run comes of it. */
const compareUnitSchema = z.strictObject({
  kind: z.literal('compare'),
  data,
  model: z.enum(LEADERBOARD_MODELS),
  split: z.enum(['time', 'random']),
  seed: z.int().min(0).max(0xffffffff),
  ...anyUnit,
});
export type CompareUnit = z.infer<typeof compareUnitSchema>;

export const unitSchema = z.discriminatedUnion('kind', [
  trainUnitSchema,
  compareUnitSchema,
  z.strictObject({ kind: z.literal('verify'), run, ...anyUnit }),
  z
    .strictObject({ kind: z.literal('lists'), run, part: z.int().min(1), of: parts, ...anyUnit })
    .refine(({ part, of }) => part <= of, { path: ['part'], error: 'one of the parts, from 1' }),
  /** The lists of all parts, in the place of the run's. */
  z.strictObject({ kind: z.literal('join'), run, of: parts, ...anyUnit }),
]);
export type Unit = z.infer<typeof unitSchema>;

/** Of a process that makes one part of the lists of a run, or joins all parts where none is named. */
export const listsRequestSchema = z.strictObject({ runId: run, part: z.int().min(1).nullable(), of: parts });
export type ListsRequest = z.infer<typeof listsRequestSchema>;
export const madeListsSchema = z.object({ file: z.string(), sha256: z.string() });
export type MadeLists = z.infer<typeof madeListsSchema>;

/** What a unit came to. */
export const unitAnswerSchema = z.object({
  state: z.enum(['done', 'stopped', 'failed']),
  kind: z.enum(['train', 'compare', 'verify', 'lists', 'join']),
  /** Empty of a row of a leaderboard, which makes no run. */
  runId: z.string(),
  /** Of the run; null where it has no model or no lists (yet). */
  hashes: z.object({
    recipeSha256: z.string(),
    weightsSha256: z.string().nullable(),
    listsSha256: z.string().nullable(),
  }),
  /** How the run does on its validation part, as far as it was trained; null where that is not known. */
  validation: metricsSchema.nullable(),
  /** On the test part; null where that was not looked at, and of a row that the data is too large for. */
  metrics: metricsSchema.nullable(),
  /** Of a verification. */
  verification: verificationSchema.nullable(),
  /** Of lists: their file within the folder of the run; of a row: its file within that of the data set; and the SHA-256 of its bytes. */
  file: z.object({ path: z.string(), sha256: z.string() }).nullable(),
  /** Why it failed, or did not go on. */
  problem: z.object({ code: z.enum(ERROR_CODES), message: z.string(), said: saidSchema.optional() }).nullable(),
});
export type UnitAnswer = z.infer<typeof unitAnswerSchema>;
