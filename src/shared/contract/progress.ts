import * as z from 'zod';

/** How far a long call is; `done` and `total` in the unit of the phase. */
export const progressSchema = z.object({ phase: z.string(), detail: z.string(), done: z.number(), total: z.number() });
export type Progress = z.infer<typeof progressSchema>;
