/** How the members of a segment changed since a rule took them. */
import * as z from 'zod';

export const membersSinceSchema = z.object({
  rule: z.string(),
  /** False if the segment is saved no more, its run is gone, or it names an attribute that is gone. */
  isKnown: z.boolean(),
  /** Profiles that came to the segment, and those that left it; 0 where not known. */
  came: z.int(),
  left: z.int(),
});
export type MembersSince = z.infer<typeof membersSinceSchema>;
