/** Lists as they leave the program: of a run under rules on a day, or of one of its exports. */
import * as z from 'zod';
import { rulesThatCountSchema } from './rule-answers';
import { daySchema, rulesChoiceSchema } from './rules';
import { tuningSchema } from './tuning';

/** Rules as calls name them, or as they were saved at a revision. */
const deliveredRulesSchema = z.union([
  rulesChoiceSchema,
  z.strictObject({ revision: z.int().min(0), date: daySchema.optional() }),
]);
export type DeliveredRules = z.infer<typeof deliveredRulesSchema>;

export const deliveryChoiceSchema = z.union([
  /** Under the rules that count, or under others; as trained, or under the part of a tuning that is for many profiles. */
  z.strictObject({
    runId: z.string(),
    rules: deliveredRulesSchema.optional(),
    tuning: tuningSchema.optional(),
    /** The run that a saved tuning was made on. */
    madeOn: z.string().optional(),
  }),
  z.strictObject({
    runId: z.string(),
    /** SHA-256 of the exported file, or its beginning. */
    exported: z.string().regex(/^[0-9a-f]{4,64}$/),
  }),
]);
export type DeliveryChoice = z.infer<typeof deliveryChoiceSchema>;

export const shownDeliverySchema = z.object({
  runId: z.string(),
  name: z.string(),
  data: z.string(),
  /** When the run began. */
  createdAt: z.string(),
  /** Null: as trained. */
  tuning: tuningSchema.nullable(),
  rules: rulesThatCountSchema.omit({ set: true }).nullable(),
  /** When the lists were exported; null for those that an export would have now. */
  exportedAt: z.string().nullable(),
});
export type ShownDelivery = z.infer<typeof shownDeliverySchema>;
