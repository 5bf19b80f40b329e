import { afterEach, expect, it, vi } from 'vitest';
import { leaveParent, tellParent } from './parent';

const own = { send: process.send, disconnect: process.disconnect, connected: process.connected };
afterEach(() => void Object.assign(process, own));

it('leaves its parent only after the system has taken all its messages', async () => {
  const sent: unknown[] = [];
  const taken: (() => void)[] = [];
  const disconnect = vi.fn();
  Object.assign(process, {
    connected: true,
    disconnect,
    send(message: unknown, _handle: unknown, _options: unknown, done: () => void) {
      sent.push(message);
      taken.push(done);
    },
  });
  tellParent('progress');
  tellParent('a long answer');
  const left = leaveParent();
  taken[0]!();
  await Promise.resolve();
  expect(sent).toEqual(['progress', 'a long answer']);
  expect(disconnect).not.toHaveBeenCalled();
  taken[1]!();
  await left;
  expect(disconnect).toHaveBeenCalledOnce();
});
