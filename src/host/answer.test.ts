import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { TrainerEnd } from '../engine/machine/trainers/trainer-launcher';
import { answerOf } from './answer';
import type { ToMain } from '../shared/processes/engine-messages';
import { trainerMessageOf } from './trainer-messages';

const WORK = {
  kind: 'lists',
  request: z.object({ runId: z.string() }),
  answer: z.object({ file: z.string(), sha256: z.string() }),
};
const lists = { file: 'lists.safetensors', sha256: 'a' };
const progress = (done: number | null): object => ({
  kind: 'progress',
  progress: { phase: 'measure', detail: '', done, total: 1 },
});

test('a message with a number that is not finite fails the trainer and names the problem', () => {
  expect(trainerMessageOf(progress(1))).toMatchObject({ kind: 'progress' });
  // JSON carries non-finite numbers as null; a structured clone carries them unchanged.
  for (const odd of [null, NaN, Infinity])
    expect(trainerMessageOf(progress(odd))).toMatchObject({
      kind: 'error',
      code: 'internal',
      message: expect.stringMatching(/progress\.done/),
    });
  expect(trainerMessageOf('no message')).toMatchObject({ kind: 'error', code: 'internal' });
});

test('the asking process gets the answer that follows a bad message, and no listener throws', async () => {
  const trainer = new EventEmitter();
  let end!: (end: TrainerEnd) => void;
  const ended = new Promise<TrainerEnd>((resolve) => (end = resolve));
  const told: number[] = [];
  const answer = answerOf(
    { ended, kill: () => undefined, onMessage: (listener) => void trainer.on('message', listener) },
    WORK,
    { onProgress: ({ done }) => told.push(done) },
  );
  for (const message of [progress(0.5), progress(null), { kind: 'answer', answer: lists }])
    trainer.emit('message', message);
  end({ code: 0, signal: null, output: '', error: null });
  expect(await answer).toEqual(lists);
  expect(told).toEqual([0.5]);
});

test('a trainer of the main process that sends such an answer fails, and its host goes on', async () => {
  const told: ToMain[] = [];
  Object.assign(process, { parentPort: { postMessage: (message: ToMain) => told.push(message) } });
  try {
    const { createMainLauncher } = await import('./main-launcher');
    const launcher = createMainLauncher();
    const job = { workspaceFolder: '', request: { runId: 'r1' }, environment: {} };
    const answer = launcher.ask(WORK, { ...job, onProgress: () => undefined }).catch((thrown: unknown) => thrown);
    const { id } = told[0] as Extract<ToMain, { kind: 'start-trainer' }>;
    for (const message of [progress(NaN), { kind: 'answer', answer: { ...lists, file: NaN } }])
      launcher.hear({ kind: 'trainer-said', id, message });
    launcher.hear({ kind: 'trainer-ended', id, code: 0, output: '' });
    expect(await answer).toMatchObject({ code: 'internal', message: expect.stringMatching(/answer\.file/) });
  } finally {
    delete (process as { parentPort?: unknown }).parentPort;
  }
});
