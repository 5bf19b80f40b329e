import * as z from 'zod';

export const historyEntrySchema = z.object({
  item: z.string(),
  title: z.string().nullable(),
  /** Genre, or the first item attribute; null if missing. */
  group: z.string().nullable(),
  /** Last time, ISO 8601 in UTC. */
  lastWatched: z.string().nullable(),
  times: z.int(),
});
/** What is known of a profile, independent of any run. */
export const profileViewSchema = z.object({
  profile: z.string(),
  attributes: z.array(z.object({ name: z.string(), value: z.string().nullable() })),
  /** Each title once, latest first. */
  history: z.array(historyEntrySchema),
});
export type ProfileView = z.infer<typeof profileViewSchema>;
