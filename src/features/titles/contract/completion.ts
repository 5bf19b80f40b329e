import * as z from 'zod';

/** How much of a title its viewers watch. */
export const completionSchema = z.object({
  /** Number of plays whose share is known. */
  plays: z.int(),
  /** Mean share of the title that was watched, 0 to 1. */
  mean: z.number(),
  /** In tenths of the title. */
  bins: z.array(z.object({ from: z.number(), to: z.number(), plays: z.int() })),
});
export type Completion = z.infer<typeof completionSchema>;
