import { oc } from '@orpc/contract';
import * as z from 'zod';
import { recipeSchema } from '../../../shared/recipe/schema';
import { estimateSchema } from '../../../shared/contract/run-life';

export const trainRunCalls = {
  /** What a run of this recipe will probably take. */
  estimate: oc.input(z.strictObject({ data: z.string(), recipe: recipeSchema })).output(estimateSchema),
};
