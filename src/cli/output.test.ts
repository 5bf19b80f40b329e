import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { outputTo } from './output';

const failingWith = (code: string): Writable =>
  new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error(`write ${code}`), { code })),
  });

it('a reader that has left ends the output without a failure', async () => {
  const output = outputTo(failingWith('EPIPE'));
  await output.write('first');
  await new Promise(setImmediate);
  await output.write('second');
  expect([output.open, output.failure]).toEqual([false, null]);
});

it('a full disk is a failure with its own code', async () => {
  const output = outputTo(failingWith('ENOSPC'));
  await output.write('first');
  await new Promise(setImmediate);
  expect(output.failure).toMatchObject({ code: 'no-space', message: expect.stringContaining('could not be written') });
});
