import * as z from 'zod';

export const namedTitleSchema = z.object({ item: z.string(), title: z.string().nullable() });
export const likeSchema = namedTitleSchema.extend({
  /** Cosine of what the metadata says of both, what few titles share counting more; from above 0 to 1. */
  likeness: z.number(),
});

/** Why a title without viewings suits a profile. */
export const newTitleReasonSchema = z.object({
  /** The episode before it, which the profile watched. */
  after: namedTitleSchema.nullable(),
  /** Of the titles that are nearest to it by the metadata those that the profile watched, nearest first; at most three. */
  like: z.array(likeSchema),
  /** One sentence for the parents, which names no more than that. */
  sentence: z.object({ en: z.string(), ko: z.string() }),
});
export type NewTitleReason = z.infer<typeof newTitleReasonSchema>;
