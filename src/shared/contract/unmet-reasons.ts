/** Why rules could not be kept in lists. */
import * as z from 'zod';

export const brokenReasonSchema = z.enum([
  /** Fewer titles remain than places: places stay empty. */
  'too-few-titles',
  /** Everything that could be pinned was hidden by other rules, ... */
  'hidden',
  /** ... was watched, and the run leaves out watched titles, ... */
  'watched',
  /** ... is unknown to the run, ... */
  'not-in-run',
  /** ... or may not stand beside what is already pinned. */
  'limited',
  /** An earlier rule took the place; this one gets the next free one. */
  'place-taken',
  /** An earlier rule pins the title elsewhere. */
  'title-taken',
]);
export type BrokenReason = z.infer<typeof brokenReasonSchema>;

/** Why a rule could not be kept, each reason with its number of places, the most frequent first. */
export const unmetReasonsSchema = z.array(z.object({ reason: brokenReasonSchema, count: z.int() }));
export type UnmetReasons = z.infer<typeof unmetReasonsSchema>;
