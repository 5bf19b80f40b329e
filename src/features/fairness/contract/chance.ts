/** How far lists of models that learned nothing from the attributes move. */
import * as z from 'zod';
import { LIST_LENGTH } from '../../../shared/limits';
import type { TrainerWork } from '../../../shared/contract/trainer-work';

const shuffleRequestSchema = z.strictObject({
  runId: z.string(),
  /** Which one: the attributes are shuffled by the seed of the run plus this. */
  shuffle: z.int().min(0),
});
export type ShuffleRequest = z.infer<typeof shuffleRequestSchema>;

/** For each attribute the titles of each list that change, by row of the profile; -1 for a profile that was not asked about. Empty where none was. */
export const shuffledMovesSchema = z.array(
  z.object({ attribute: z.string(), changed: z.array(z.int().min(-1).max(LIST_LENGTH)) }),
);
export type ShuffledMoves = z.infer<typeof shuffledMovesSchema>;

/** For a trainer process that trains on shuffled attributes. */
export const FAIRNESS_WORK = {
  kind: 'fairness',
  request: shuffleRequestSchema,
  answer: shuffledMovesSchema,
} as const satisfies TrainerWork;
