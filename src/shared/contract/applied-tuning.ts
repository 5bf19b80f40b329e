/** A tuning that is applied to the lists of many profiles as they are exported, and what an export says of it. */
import * as z from 'zod';
import { tuningSchema } from './tuning';

export const appliedTuningSchema = z.strictObject({
  tuning: tuningSchema,
  /** The saved one that it is. */
  kept: z.strictObject({ id: z.string(), revision: z.int() }).optional(),
  /** ID of the saved segment to whose profiles it is applied; to all where absent. */
  segment: z.string().optional(),
});
export type AppliedTuning = z.infer<typeof appliedTuningSchema>;

const named = { name: z.string(), revision: z.int() };

export const exportedTuningSchema = z.object({
  /** SHA-256 of `tuning` as JSON with sorted keys and without spaces. */
  tuningSha256: z.string(),
  /** What was applied: without what is about one profile. */
  tuning: tuningSchema,
  /** The saved tuning that it was; null for one from a file. */
  kept: z.object(named).nullable(),
  /** Null where it was applied to all. */
  segment: z.object({ id: z.string(), ...named }).nullable(),
  /** Profiles to whose lists it was applied. */
  profiles: z.int(),
});
export type ExportedTuning = z.infer<typeof exportedTuningSchema>;
