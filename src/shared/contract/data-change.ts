/** What adding a folder changed in a data set. */
import * as z from 'zod';
import { FILE_ROLES, importAnswerSchema } from './dataset';

/** How far the distribution of an attribute moved between watched before and added. */
export const driftSchema = z.object({
  of: z.enum(['profiles', 'items']),
  attribute: z.string(),
  /** Population stability index: the sum over values of (new share - old share) * ln(new share / old share), from 0. */
  index: z.number(),
  /** Drift begins at this index. */
  limit: z.number(),
  drifted: z.boolean(),
  /** Number counted: profiles that watched something, or viewings of titles. */
  before: z.int(),
  added: z.int(),
  /** The values whose shares moved most, with both shares; null is a missing value, `…` all rare ones together. */
  moved: z.array(z.object({ value: z.string().nullable(), before: z.number(), added: z.number() })),
});
export type Drift = z.infer<typeof driftSchema>;

const countsSchema = z.object({ before: z.int(), after: z.int() });

const dataChangeSchema = z.object({
  /** Fingerprint of the data set that was added to. */
  base: z.string(),
  /** The folder that was added. */
  folder: z.string(),
  /**
   * Whether the result equals an import of everything at once; otherwise equal events were identified by what the data
   * set keeps of them.
   */
  exact: z.boolean(),
  profiles: countsSchema,
  items: countsSchema,
  /** Per kind of events; duplicates are rows that were there already, or twice in the folder. */
  events: z.array(
    z.object({ role: z.enum(FILE_ROLES), before: z.int(), added: z.int(), duplicates: z.int(), rejected: z.int() }),
  ),
  /** Largest drift first. */
  drift: z.array(driftSchema),
});
export type DataChange = z.infer<typeof dataChangeSchema>;

export const addAnswerSchema = importAnswerSchema.extend({ change: dataChangeSchema });
export type AddAnswer = z.infer<typeof addAnswerSchema>;
