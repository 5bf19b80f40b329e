import * as z from 'zod';

/** Progress of a long call; `done` and `total` in the phase's unit. */
export const progressSchema = z.object({ phase: z.string(), detail: z.string(), done: z.number(), total: z.number() });
export type Progress = z.infer<typeof progressSchema>;
