import * as z from 'zod';
import { anyUnit, unitDataSchema, unitRunSchema, untilSchema } from '../../../shared/contract/unit';
import { LONGEST_RUN_NAME } from '../../../shared/limits';
import { recipeSchema } from '../../../shared/recipe/schema';

export const trainUnitSchema = z.strictObject({
  kind: z.literal('train'),
  data: unitDataSchema,
  recipe: recipeSchema,
  seed: z.int().min(0).max(0xffffffff),
  ...anyUnit,
  /** Name of the new run; not part of the unit's identity. */
  name: z.string().max(LONGEST_RUN_NAME).optional(),
  /** Likewise: the run whose recipe it takes. */
  parent: unitRunSchema.optional(),
  /** Up to the lists if absent. */
  until: untilSchema.optional(),
});
export type TrainUnit = z.infer<typeof trainUnitSchema>;
