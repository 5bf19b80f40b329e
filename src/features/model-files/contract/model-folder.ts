/** The model of a run as files that other programs read. */
import * as z from 'zod';
import { MODELS } from '../../../shared/recipe/models';

/** A part of the scores: a model, popularity among peers, the trend on the last day of the data. */
const modelPartSchema = z.enum([...MODELS, 'peers', 'trend-part']);
export type ModelPart = z.infer<typeof modelPartSchema>;

export const modelFolderSchema = z.object({
  runId: z.string(),
  path: z.string(),
  /** The parts of the graph's scores; rules, tunings, approvals and titles without viewings are not among them. */
  parts: z.array(modelPartSchema),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
});
export type ModelFolder = z.infer<typeof modelFolderSchema>;
