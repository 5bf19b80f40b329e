/** Ctrl-C, as the terminal sends it. */
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSmallFolder, type SmallFolder } from '../../tests/support/small-folder';
import { temporaryCommandLine } from '../../tests/support/command-line';

/** The most epochs allowed, without early stopping: longer than any signal takes. */
const ENDLESS = '--set stopping.rule=fixed --set stopping.epochs=10000 --set structure.width=256';

let line: Awaited<ReturnType<typeof temporaryCommandLine>>;
let small: SmallFolder;
beforeAll(async () => {
  line = await temporaryCommandLine();
  small = await makeSmallFolder({ profiles: 20, items: 80, eventsPerProfile: 10 });
});
afterAll(async () => {
  await small.remove();
  await line.remove();
});

/** Answers each word, once printed, with a Ctrl-C, in order. */
function interruptAt(...words: string[]): (soFar: string, child: ChildProcess) => void {
  const awaited = [...words];
  return (soFar, child) => {
    if (awaited.length === 0 || !soFar.includes(awaited[0]!)) return;
    awaited.shift();
    child.kill('SIGINT');
  };
}

/** Printed when an epoch has ended, so that there is a best one to keep. */
const EPOCH = '· loss';

describe('Ctrl-C while a run trains', () => {
  it('stops it, keeps the best epoch and ends with status 5; resume goes on', async () => {
    const stopped = await line.run(`train --data ${small.folder} ${ENDLESS} --json`, {
      onError: interruptAt(EPOCH),
    });
    expect(stopped.status).toBe(5);
    expect(stopped.err).toContain('Stopping');
    const record = stopped.json();
    expect(record).toMatchObject({
      status: 'stopped',
      reason: { code: 'user' },
      error: { code: 'stopped', message: expect.any(String) },
    });
    expect(record.epochs).toBeGreaterThan(0);
    const again = await line.run(`resume ${record.runId} --json`, { onError: interruptAt(EPOCH) });
    expect(again.json()).toMatchObject({ runId: record.runId, status: 'stopped' });
    expect(again.status).toBe(5);
  });

  it('twice ends the program at once and leaves a run that can be resumed', { tags: ['rare'] }, async () => {
    const ended = await line.run(`train --data ${small.folder} ${ENDLESS} --json`, {
      onError: interruptAt(EPOCH, 'Stopping'),
    });
    expect(ended.status).toBe(5);
    // If the trainer was faster than the second signal, the run is the answer; otherwise only the error.
    expect(ended.json()).toMatchObject({ error: { code: 'stopped' } });
  });
});
