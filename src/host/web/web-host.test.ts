import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { profileFilterSchema, ruleSetSchema } from '../../shared/contract';
import {
  MOST_CHOSEN_CHARACTERS,
  MOST_CHOSEN_PROFILES,
  MOST_MESSAGE_BYTES,
  MOST_RULE_CHARACTERS,
} from '../../shared/limits';
import { RPC_PATH } from '../../shared/web-host';
import { createCodes } from './codes';
import { listen, type WebHost } from './web-host';

const TOKEN = 'a'.repeat(43);

let host: WebHost | undefined;
afterEach(() => host?.close());

/** What a page that is logged in hears after a message: how many bytes came, or the code that its socket was closed with. */
async function heardAfter(message: string): Promise<string> {
  host = await listen({
    ports: [0],
    entry: { token: TOKEN, codes: createCodes(), onUse: () => undefined },
    files: { answer: async () => undefined },
    served: {
      overSocket: (socket: WebSocket) =>
        void socket.on('message', (data: Buffer) => socket.send(`${data.length} bytes`)),
    } as never,
  });
  const address = `127.0.0.1:${host.port}`;
  const socket = new WebSocket(`ws://${address}${RPC_PATH}`, { headers: { Origin: `http://${address}` } });
  socket.once('open', () => {
    socket.send(TOKEN);
    socket.send(message);
  });
  const heard = await new Promise<string>((resolve, reject) => {
    socket.once('message', (data: Buffer) => resolve(String(data)));
    socket.once('close', (code) => resolve(`closed with ${code}`));
    socket.once('error', reject);
  });
  socket.close();
  return heard;
}

/** The largest set of rules there may be, in letters that take three bytes each. */
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

/** The largest choice of profiles. */
function largestFilter(): object {
  const letters = Math.floor(MOST_CHOSEN_CHARACTERS / MOST_CHOSEN_PROFILES);
  const profiles = Array.from({ length: MOST_CHOSEN_PROFILES }, (_, at) => String(at).padEnd(letters, '가'));
  return profileFilterSchema.parse({ profiles });
}

test.each([
  ['two sets of rules, to be merged', () => ({ ours: largestRules(), theirs: largestRules() })],
  ['profiles that were chosen', () => largestFilter()],
  ['the profiles of a merge', () => ({ theirs: Array.from({ length: 200_000 }, (_, at) => `profile-${at}`) })],
])('the largest there may be passes a socket: %s', async (_, make) => {
  const message = JSON.stringify(make());
  const bytes = Buffer.byteLength(message);
  expect(bytes).toBeGreaterThan(1024 * 1024);
  expect(await heardAfter(message)).toBe(`${bytes} bytes`);
});

test('what is larger closes the socket', async () => {
  expect(await heardAfter('x'.repeat(MOST_MESSAGE_BYTES + 1))).toBe('closed with 1009');
});
