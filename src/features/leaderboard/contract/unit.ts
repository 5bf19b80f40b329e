import * as z from 'zod';
import { anyUnit, unitDataSchema } from '../../../shared/contract/unit';
import { LEADERBOARD_MODELS } from '../../../shared/recipe/presets';

/** A row of a leaderboard: one model, fitted and evaluated on the hold-out of one seed. It makes no run. */
export const compareUnitSchema = z.strictObject({
  kind: z.literal('compare'),
  data: unitDataSchema,
  model: z.enum(LEADERBOARD_MODELS),
  split: z.enum(['time', 'random']),
  seed: z.int().min(0).max(0xffffffff),
  ...anyUnit,
});
export type CompareUnit = z.infer<typeof compareUnitSchema>;
