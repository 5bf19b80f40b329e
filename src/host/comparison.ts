/** What a comparing trainer answers, heard message by message: the same whoever forked it. */
import type { Leaderboard } from '../shared/contract';
import { assertNever, ShelfwiseError } from '../shared/errors';
import type { LeaderboardJob, Trainer } from '../engine/runs/trainer-launcher';
import { trainerMessageSchema } from './trainer-messages';

export interface ComparingTrainer extends Trainer {
  onMessage(listener: (message: unknown) => void): void;
}

/** @throws ShelfwiseError as thrown there; `stopped` after an abort */
export async function comparison(
  trainer: ComparingTrainer,
  { onProgress, signal }: LeaderboardJob,
): Promise<Leaderboard> {
  const answer: { leaderboard?: Leaderboard } = {};
  trainer.onMessage((raw) => {
    const message = trainerMessageSchema.parse(raw);
    switch (message.kind) {
      case 'progress':
        return onProgress(message.progress);
      case 'leaderboard':
        answer.leaderboard = message.leaderboard;
        return;
      case 'error':
        // Comes with the end, as of any trainer.
        return;
      default:
        return assertNever(message);
    }
  });
  signal?.addEventListener('abort', trainer.kill, { once: true });
  const { output, error } = await trainer.ended;
  signal?.removeEventListener('abort', trainer.kill);
  if (signal?.aborted) throw new ShelfwiseError('stopped', 'The comparison was stopped; nothing of it is kept.');
  if (answer.leaderboard !== undefined) return answer.leaderboard;
  throw (
    error ?? new ShelfwiseError('internal', `The process that compares the models ended without an answer. ${output}`)
  );
}
