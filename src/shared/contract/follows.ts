/** Whether the stored lists and scores of a run follow from its stored model and data: it takes seconds, where training again takes as long as training. */
import * as z from 'zod';
import { unitRunSchema } from './unit';
import type { TrainerWork } from './trainer-work';

export const followsSchema = z.object({
  /** Number of lists, that of the unknown profile included, and of those that the model does not make. */
  lists: z.int(),
  changed: z.int(),
  /** Whether the recorded scores are those of the lists that were judged; null if the run does not keep these lists. */
  scores: z.boolean().nullable(),
});
export type Follows = z.infer<typeof followsSchema>;

export const isFollowing = ({ changed, scores }: Follows): boolean => changed === 0 && scores !== false;

/** For a trainer process. */
export const FOLLOWS_WORK = {
  kind: 'follows',
  request: z.strictObject({ runId: unitRunSchema }),
  answer: followsSchema,
} as const satisfies TrainerWork;
