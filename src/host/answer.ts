/** Collects the answer of a trainer message by message, whichever process forked it. */
import { ShelfwiseError } from '../shared/errors';
import { say } from '../shared/words/sentence';
import { throwIfStopped } from '../shared/values/throw-if-stopped';
import type { AnsweredJob, Trainer } from '../engine/machine/trainers/trainer-launcher';
import { type TrainerMessage, trainerMessageOf } from './trainer-messages';

export interface AskedTrainer extends Trainer {
  onMessage(listener: (message: unknown) => void): void;
}

type Answer = Extract<TrainerMessage, { kind: 'tried' | 'measurement' | 'map' | 'lists' }>;

/** @throws ShelfwiseError of the trainer, with the process's output as cause; `stopped` after an abort */
export async function answerOf<Kind extends Answer['kind']>(
  trainer: AskedTrainer,
  kind: Kind,
  { onProgress, signal }: AnsweredJob,
): Promise<Extract<Answer, { kind: Kind }>> {
  const heard: { answer?: Extract<Answer, { kind: Kind }> } = {};
  trainer.onMessage((raw) => {
    const message = trainerMessageOf(raw);
    if (message.kind === 'progress') onProgress(message.progress);
    // An error arrives with the end, as for every trainer.
    if (message.kind === kind) heard.answer = message as Extract<Answer, { kind: Kind }>;
  });
  signal?.addEventListener('abort', trainer.kill, { once: true });
  const { output, error } = await trainer.ended;
  signal?.removeEventListener('abort', trainer.kill);
  throwIfStopped(signal);
  if (heard.answer !== undefined) return heard.answer;
  if (error !== null) throw new ShelfwiseError(error.code, error.said ?? error.message, { cause: output });
  throw new ShelfwiseError('internal', say('work.died', { output }), {
    cause: output,
  });
}
