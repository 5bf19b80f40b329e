import { connect, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { profileFilterSchema } from '../../shared/contract/profiles';
import { ruleSetSchema } from '../../shared/contract/rules';
import {
  MOST_CHOSEN_CHARACTERS,
  MOST_CHOSEN_PROFILES,
  MOST_MESSAGE_BYTES,
  MOST_RULE_CHARACTERS,
} from '../../shared/limits';
import { RPC_PATH } from '../../shared/processes/web-host';
import { createCodes } from './codes';
import { MOST_STRANGERS } from './connections';
import { listen, type WebHost } from './web-host';

const TOKEN = 'a'.repeat(43);

let host: WebHost | undefined;
afterEach(() => host?.close());

/** A host that tells logged-in pages the number of bytes it received. */
async function startHost(): Promise<WebHost> {
  host = await listen({
    ports: [0],
    entry: { token: TOKEN, codes: createCodes(), onUse: () => undefined },
    files: { answer: async (_request, response) => void response.end('a file') },
    served: {
      overSocket: (socket: WebSocket) =>
        void socket.on('message', (data: Buffer) => socket.send(`${data.length} bytes`)),
    } as never,
  });
  return host;
}

function logIn({ port }: WebHost): WebSocket {
  const address = `127.0.0.1:${port}`;
  const socket = new WebSocket(`ws://${address}${RPC_PATH}`, { headers: { Origin: `http://${address}` } });
  socket.once('open', () => socket.send(TOKEN));
  return socket;
}

/** What a logged-in page hears after a message: the number of bytes, or the code its socket was closed with. */
async function heardAfter(message: string): Promise<string> {
  const socket = logIn(await startHost());
  socket.once('open', () => socket.send(message));
  const heard = await new Promise<string>((resolve, reject) => {
    socket.once('message', (data: Buffer) => resolve(String(data)));
    socket.once('close', (code) => resolve(`closed with ${code}`));
    socket.once('error', reject);
  });
  socket.close();
  return heard;
}

/** The largest allowed set of rules, in characters of three bytes. */
function largestRules(): object {
  const rules = Array.from({ length: 80 }, (_, at) => ({
    id: `rule-${at}`,
    name: '규칙',
    kind: 'hide',
    on: true,
    titles: { series: Array.from({ length: 5 }, (_series, place) => `${at} ${place} ${'가'.repeat(960)}`) },
  }));
  expect(JSON.stringify(rules).length).toBeGreaterThan(0.95 * MOST_RULE_CHARACTERS);
  return ruleSetSchema.parse({ formatVersion: 1, rules });
}

/** The largest allowed selection of profiles. */
function largestFilter(): object {
  const letters = Math.floor(MOST_CHOSEN_CHARACTERS / MOST_CHOSEN_PROFILES);
  const profiles = Array.from({ length: MOST_CHOSEN_PROFILES }, (_, at) => String(at).padEnd(letters, '가'));
  return profileFilterSchema.parse({ profiles });
}

test.each([
  ['two sets of rules, to be merged', () => ({ ours: largestRules(), theirs: largestRules() })],
  ['profiles that were chosen', () => largestFilter()],
  ['the profiles of a merge', () => ({ theirs: Array.from({ length: 200_000 }, (_, at) => `profile-${at}`) })],
])('the largest allowed input passes a socket: %s', async (_, make) => {
  const message = JSON.stringify(make());
  const bytes = Buffer.byteLength(message);
  expect(bytes).toBeGreaterThan(1024 * 1024);
  expect(await heardAfter(message)).toBe(`${bytes} bytes`);
});

test('larger input closes the socket', async () => {
  expect(await heardAfter('x'.repeat(MOST_MESSAGE_BYTES + 1))).toBe('closed with 1009');
});

test('silent connections are bounded, and keep out neither the open page nor a new one', async () => {
  const { port } = await startHost();
  const heard = async (socket: WebSocket, message: string): Promise<string> => {
    socket.send(message);
    return new Promise((resolve) => socket.once('message', (data: Buffer) => resolve(String(data))));
  };
  const open = logIn(host!);
  await new Promise((resolve) => open.once('open', resolve));
  expect(await heard(open, 'before')).toBe('6 bytes');
  const silent = await Promise.all(
    Array.from({ length: 3 * MOST_STRANGERS }, async () => {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      await new Promise((resolve) => socket.once('connect', resolve));
      return socket;
    }),
  );
  // By then the host has accepted all earlier connections. Node itself also closes silent ones, after five seconds at
  // the earliest.
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('a file');
  await expect.poll(() => silent.filter(isOpen).length, { timeout: 4000 }).toBeLessThanOrEqual(MOST_STRANGERS);
  expect(await heard(open, 'after')).toBe('5 bytes');
  for (const socket of silent) socket.destroy();
  open.close();
});

const isOpen = ({ readyState, destroyed }: Socket): boolean => readyState === 'open' && !destroyed;
