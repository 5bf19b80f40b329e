import * as z from 'zod';

export const namedTitleSchema = z.object({ item: z.string(), title: z.string().nullable() });
export const likeSchema = namedTitleSchema.extend({
  /** Cosine of both titles' metadata, weighted towards rare values; above 0, at most 1. */
  likeness: z.number(),
});

/** Why a title without viewings suits a profile. */
export const newTitleReasonSchema = z.object({
  /** The previous episode, if the profile watched it. */
  after: namedTitleSchema.nullable(),
  /** Watched titles among those nearest by metadata, nearest first; at most three. */
  like: z.array(likeSchema),
  /** One sentence for the parents that names no more than that. */
  sentence: z.object({ en: z.string(), ko: z.string() }),
});
export type NewTitleReason = z.infer<typeof newTitleReasonSchema>;
