/** What `doctor --everything` answers: every file that has a recorded hash, compared with it. */
import * as z from 'zod';
import { saidSchema } from '../../../shared/words/sentence';

/**
 * How a damaged file comes back. bundle: from the bundle that was given. again: made again of what is whole. import: by importing the folder again.
 * train: by training the settings again, or from a bundle of the run. backup: from a backup alone, since a person wrote it.
 */
const REMEDIES = ['bundle', 'again', 'import', 'train', 'backup'] as const;

const damagedFileSchema = z.object({
  kind: z.enum(['run', 'dataset', 'kept']),
  /** ID of the run, or fingerprint of the data set; empty for a file of what people wrote. */
  id: z.string(),
  file: z.string(),
  message: z.string(),
  said: saidSchema,
  remedy: z.enum(REMEDIES),
  isMended: z.boolean(),
  /** The entry of the trash with the damaged file; null if it was not mended, or was missing. */
  aside: z.string().nullable(),
});
export type DamagedFile = z.infer<typeof damagedFileSchema>;

export const everythingSchema = z.object({
  /** Files that were read and compared. */
  files: z.int(),
  runs: z.int(),
  datasets: z.int(),
  /** Files of what people wrote. */
  kept: z.int(),
  damaged: z.array(damagedFileSchema),
});
export type Everything = z.infer<typeof everythingSchema>;

export const everythingInputSchema = z.strictObject({
  /** Whether to bring back what can be brought back; only looks otherwise. */
  mend: z.boolean(),
  /** A bundle to take files from. */
  bundle: z.string().optional(),
});
