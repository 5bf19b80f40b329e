/** What a folder that was added changed in a data set. */
import * as z from 'zod';
import { FILE_ROLES, importAnswerSchema } from './dataset';

/** How far the values of an attribute moved, from what was watched before to what was added. */
export const driftSchema = z.object({
  of: z.enum(['profiles', 'items']),
  attribute: z.string(),
  /** Population stability index: the sum over values of (new share - old share) * ln(new share / old share), from 0. */
  index: z.number(),
  /** From here on it has drifted. */
  limit: z.number(),
  drifted: z.boolean(),
  /** What was counted: profiles that watched something; viewings of titles. */
  before: z.int(),
  added: z.int(),
  /** The values whose shares moved most, with both shares; null for no value, `…` for all rare ones together. */
  moved: z.array(z.object({ value: z.string().nullable(), before: z.number(), added: z.number() })),
});
export type Drift = z.infer<typeof driftSchema>;

const countsSchema = z.object({ before: z.int(), after: z.int() });

export const dataChangeSchema = z.object({
  /** Fingerprint of the data set that was added to. */
  base: z.string(),
  /** The folder that was added. */
  folder: z.string(),
  /** Whether the result is what an import of all of it at once gives; else equal events were told by what the data set keeps of them. */
  exact: z.boolean(),
  profiles: countsSchema,
  items: countsSchema,
  /** Of each kind of events that either has; duplicates are rows of the folder that were there already, or twice in it. */
  events: z.array(
    z.object({ role: z.enum(FILE_ROLES), before: z.int(), added: z.int(), duplicates: z.int(), rejected: z.int() }),
  ),
  /** Those that moved most first. */
  drift: z.array(driftSchema),
});
export type DataChange = z.infer<typeof dataChangeSchema>;

export const addAnswerSchema = importAnswerSchema.extend({ change: dataChangeSchema });
export type AddAnswer = z.infer<typeof addAnswerSchema>;
