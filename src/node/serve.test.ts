/** What a page behind a port can do to the process that serves it. */
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { os } from '@orpc/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { serve } from './serve';

const router = { name: os.handler(() => 'Shelfwise') };

let ports: readonly MessagePort[];
const written: string[] = [];
beforeEach(() => {
  written.length = 0;
  vi.spyOn(console, 'error').mockImplementation((line: string) => void written.push(line));
});
afterEach(() => {
  for (const port of ports) port.close();
  vi.restoreAllMocks();
});

it('writes a few lines without stacks about unreadable messages, and answers the others', async () => {
  const { port1, port2 } = new MessageChannel();
  ports = [port1, port2];
  serve(router).overPort(port1 as never);
  for (let time = 0; time < 3000; time++) port2.postMessage(`{ no JSON ${time}`);
  for (const other of [null, 7, {}, [], new Uint8Array([255]), '{}', '[1]']) port2.postMessage(other);
  const client = createORPCClient(new RPCLink({ port: port2 as never })) as { name: () => Promise<string> };
  expect(await client.name()).toBe('Shelfwise');
  await expect.poll(() => written.join('\n')).toContain('1000 messages of pages could not be answered by now.');
  expect(written.length).toBeLessThan(12);
  expect(written.join('\n')).not.toMatch(/^ +at /m);
});
