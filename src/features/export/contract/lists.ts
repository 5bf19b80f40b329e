/** The lists of a run, made in parts that are joined. */
import * as z from 'zod';
import { anyUnit, unitRunSchema } from '../../../shared/contract/unit';
import type { TrainerWork } from '../../../shared/contract/trainer-work';
import { MOST_LIST_PARTS } from './limits';

const partsSchema = z.int().min(1).max(MOST_LIST_PARTS);

/** The lists of a part of the profiles. */
export const listsUnitSchema = z
  .strictObject({ kind: z.literal('lists'), run: unitRunSchema, part: z.int().min(1), of: partsSchema, ...anyUnit })
  .refine(({ part, of }) => part <= of, { path: ['part'], error: 'one of the parts, from 1' });
export type ListsUnit = z.infer<typeof listsUnitSchema>;

/** Joins the lists of all parts into the run's. */
export const joinUnitSchema = z.strictObject({
  kind: z.literal('join'),
  run: unitRunSchema,
  of: partsSchema,
  ...anyUnit,
});
export type JoinUnit = z.infer<typeof joinUnitSchema>;

/** All parts, and their lists joined. */
export const listsInPartsSchema = z.strictObject({
  run: z.string(),
  /** One per core if absent. */
  parts: partsSchema.optional(),
});

/** For a trainer process that makes one part of a run's lists, or joins all parts if none is given. */
export const LISTS_WORK = {
  kind: 'lists',
  request: z.strictObject({ runId: unitRunSchema, part: z.int().min(1).nullable(), of: partsSchema }),
  answer: z.object({ file: z.string(), sha256: z.string() }),
} as const satisfies TrainerWork;
