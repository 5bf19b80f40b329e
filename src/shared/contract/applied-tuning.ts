/** A tuning applied to the lists of many profiles in an export, and what the export records of it. */
import * as z from 'zod';
import { tuningSchema } from './tuning';

export const appliedTuningSchema = z.strictObject({
  tuning: tuningSchema,
  /** The saved tuning it is. */
  kept: z.strictObject({ id: z.string(), revision: z.int() }).optional(),
  /** ID of the saved segment it applies to; all profiles if absent. */
  segment: z.string().optional(),
});
export type AppliedTuning = z.infer<typeof appliedTuningSchema>;

const named = { name: z.string(), revision: z.int() };

export const exportedTuningSchema = z.object({
  /** SHA-256 of `tuning` as JSON with sorted keys and without spaces. */
  tuningSha256: z.string(),
  /** The applied part: without keys about one profile. */
  tuning: tuningSchema,
  /** The saved tuning; null for one from a file. */
  kept: z.object(named).nullable(),
  /** Null if applied to all. */
  segment: z.object({ id: z.string(), ...named }).nullable(),
  /** Number of profiles whose lists it changed. */
  profiles: z.int(),
});
export type ExportedTuning = z.infer<typeof exportedTuningSchema>;
