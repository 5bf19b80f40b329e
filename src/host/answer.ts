/** Collects the answer of a trainer message by message, whichever process forked it. */
import * as z from 'zod';
import type { AskedJob, Trainer } from '../engine/machine/trainers/trainer-launcher';
import type { TrainerWork } from '../shared/contract/trainer-work';
import { ShelfwiseError } from '../shared/errors';
import { throwIfStopped } from '../shared/values/throw-if-stopped';
import { say } from '../shared/words/sentence';
import { oddMessage, trainerMessageOf } from './trainer-messages';

export interface AskedTrainer extends Trainer {
  onMessage(listener: (message: unknown) => void): void;
}

/** @throws ShelfwiseError of the trainer, with the process's output as cause; `stopped` after an abort */
export async function answerOf<Work extends TrainerWork>(
  trainer: AskedTrainer,
  work: Work,
  { onProgress, signal }: Pick<AskedJob, 'onProgress' | 'signal'>,
): Promise<z.output<Work['answer']>> {
  const answerSchema = z.object({ answer: work.answer });
  const heard: { answer?: z.output<Work['answer']>; odd?: ShelfwiseError } = {};
  trainer.onMessage((raw) => {
    const message = trainerMessageOf(raw);
    if (message.kind === 'progress') onProgress(message.progress);
    // An error arrives with the end, as for every trainer.
    if (message.kind !== 'answer') return;
    const parsed = answerSchema.safeParse(message);
    if (parsed.success) heard.answer = parsed.data.answer as z.output<Work['answer']>;
    else heard.odd = oddMessage(parsed.error);
  });
  signal?.addEventListener('abort', trainer.kill, { once: true });
  const { output, error: reported } = await trainer.ended;
  signal?.removeEventListener('abort', trainer.kill);
  throwIfStopped(signal);
  if (heard.answer !== undefined) return heard.answer;
  const error = heard.odd ?? reported;
  if (error !== null) throw new ShelfwiseError(error.code, error.said ?? error.message, { cause: output });
  throw new ShelfwiseError('internal', say('work.died', { output }), { cause: output });
}
