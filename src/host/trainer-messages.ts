/** What a trainer sends to the process that forked it. */
import * as z from 'zod';
import { progressSchema } from '../shared/contract/progress';
import { ShelfwiseError, wireErrorOf, wireErrorSchema } from '../shared/errors';
import { firstProblem } from '../shared/values/first-problem';
import { say } from '../shared/words/sentence';

const trainerMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), progress: progressSchema }),
  z.object({ kind: z.literal('answer'), answer: z.unknown() }),
  z.object({ kind: z.literal('error'), message: z.string(), ...wireErrorSchema.shape }),
]);
export type TrainerMessage = z.infer<typeof trainerMessageSchema>;

/**
 * @returns an error of the trainer for an invalid message: a number that is not finite must not end the process that
 * asked
 */
export function trainerMessageOf(raw: unknown): TrainerMessage {
  const parsed = trainerMessageSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const error = oddMessage(parsed.error);
  return { kind: 'error', message: error.message, ...wireErrorOf(error) };
}

export const oddMessage = (cause: z.ZodError): ShelfwiseError =>
  new ShelfwiseError('internal', say('work.odd-message', { cause: firstProblem(cause) }));
