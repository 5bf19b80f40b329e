import * as z from 'zod';

/** How far a title is watched to its end. */
export const completionSchema = z.object({
  /** Plays whose share is known. */
  plays: z.int(),
  /** Mean share of the title that was watched, 0 to 1. */
  mean: z.number(),
  /** In tenths of the title. */
  bins: z.array(z.object({ from: z.number(), to: z.number(), plays: z.int() })),
});
export type Completion = z.infer<typeof completionSchema>;
