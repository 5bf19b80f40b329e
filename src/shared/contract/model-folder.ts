/** The model of a run as files that other programs read. */
import * as z from 'zod';

export const modelFolderSchema = z.object({
  runId: z.string(),
  path: z.string(),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
});
export type ModelFolder = z.infer<typeof modelFolderSchema>;
