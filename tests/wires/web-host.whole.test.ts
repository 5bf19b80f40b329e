/** Hostile requests to the web host: it answers only the right page, and survives. */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MOST_MESSAGE_BYTES } from '../../src/shared/limits';
import { RPC_PATH, WRONG_TOKEN } from '../../src/shared/processes/web-host';
import {
  endOfSocket,
  enter,
  get,
  openSocket,
  page,
  sendFirst,
  startWeb,
  type WebProcess,
} from '../support/web-process';

let folder: string;
let web: WebProcess;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-web-'));
  web = await startWeb(folder);
});
afterAll(async () => {
  web.process.kill('SIGTERM');
  await web.ended;
  await rm(folder, { recursive: true, force: true });
});

/** The host is alive, and answers with the token. */
async function expectAlive(): Promise<void> {
  const { client, socket } = page(web);
  await expect(client.runs.list()).resolves.toEqual([]);
  socket.close();
}
afterEach(expectAlive);

const CALL = JSON.stringify({ i: '1', p: { u: '/runs/list', b: {} } });

describe('the socket', () => {
  it.each([
    ['an empty message', ''],
    ['a wrong token of the right length', 'x'.repeat(43)],
    ['a wrong token of another length', 'x'],
    ['a call without a token', CALL],
    ['letters beyond ASCII', '책꽂이'],
    ['bytes', Buffer.from([0, 255, 254, 0])],
  ])('answers nothing to %s, and closes', async (_name, first) => {
    expect(await sendFirst(web.port, first)).toEqual({ code: WRONG_TOKEN, heard: [], error: null });
  });

  it('answers nothing to the right token sent as bytes', async () => {
    expect((await sendFirst(web.port, Buffer.from(web.token))).code).toBe(WRONG_TOKEN);
  });

  it('answers nothing to calls that follow a wrong token at once', async () => {
    const socket = openSocket(web.port);
    socket.once('open', () => {
      socket.send('wrong');
      socket.send(web.token);
      socket.send(CALL);
    });
    expect(await endOfSocket(socket)).toMatchObject({ code: WRONG_TOKEN, heard: [] });
  });

  it.each([
    ['another Origin', { Origin: 'https://example.org' }],
    ['the Origin of another port', { Origin: 'http://127.0.0.1:1' }],
    ['no true Origin', { Origin: 'null' }],
    ['another Host', { Host: 'example.org' }],
    ['the Host of another port', { Host: '127.0.0.1:1' }],
  ])('does not open for %s', async (_name, headers) => {
    expect((await endOfSocket(openSocket(web.port, headers))).error).toContain('403');
  });

  it('only opens at its path', async () => {
    const answer = await get(web.port, {
      path: '/other',
      headers: {
        Upgrade: 'websocket',
        Connection: 'Upgrade',
        'Sec-WebSocket-Key': 'c2hlbGZ3aXNlIHNoZWxmdw==',
        'Sec-WebSocket-Version': '13',
        Origin: `http://127.0.0.1:${web.port}`,
      },
    });
    expect(answer.status).toBe(404);
  });

  it('closes on an oversized message, before and after the login', async () => {
    const oversized = 'x'.repeat(MOST_MESSAGE_BYTES + 1);
    expect((await sendFirst(web.port, oversized)).code).toBe(1009);
    const { socket } = page(web);
    socket.once('open', () => socket.send(oversized));
    expect((await endOfSocket(socket)).code).toBe(1009);
  });

  it.each([
    ['no JSON', '{'],
    ['JSON of another shape', '[1,2,3]'],
    ['null', 'null'],
    ['a call of nothing', JSON.stringify({ i: '900001', p: { u: '/nothing/here', b: {} } })],
    ['a prototype for a path', JSON.stringify({ i: '900001', p: { u: '/__proto__/constructor', b: {} } })],
    ['an address that is none', JSON.stringify({ i: '900001', p: { u: 'http://[', b: {} } })],
    ['bytes', Buffer.from([255, 0, 255])],
  ])('outlives %s after the login', async (_name, message) => {
    const { client, socket } = page(web);
    socket.once('open', () => socket.send(message));
    // The same socket still works.
    await expect(client.runs.list()).resolves.toEqual([]);
    socket.close();
  });

  it('writes a few lines without stacks about thousands of unreadable messages', async () => {
    const before = web.err().length;
    const { client, socket } = page(web);
    socket.once('open', () => {
      for (let time = 0; time < 3000; time++) socket.send(`{ no JSON ${time}`);
    });
    await expect(client.runs.list()).resolves.toEqual([]);
    socket.close();
    await expect.poll(() => web.err().slice(before)).toContain('messages of pages could not be answered');
    const told = web.err().slice(before);
    expect(told).not.toMatch(/^ +at /m);
    expect(told.split('\n').length).toBeLessThan(12);
  });

  it('outlives frames that break the protocol', async () => {
    const closed = new Promise<string>((resolve) => {
      const raw = connect(web.port, '127.0.0.1', () =>
        raw.write(
          [
            `GET ${RPC_PATH} HTTP/1.1`,
            `Host: 127.0.0.1:${web.port}`,
            `Origin: http://127.0.0.1:${web.port}`,
            'Upgrade: websocket',
            'Connection: Upgrade',
            'Sec-WebSocket-Key: c2hlbGZ3aXNlIHNoZWxmdw==',
            'Sec-WebSocket-Version: 13',
            '\r\n',
          ].join('\r\n'),
        ),
      );
      // Reserved bits, an unknown opcode, no mask, a length that never arrives.
      raw.once('data', () => raw.write(Buffer.from([0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])));
      raw.once('close', () => resolve('closed'));
      raw.on('error', () => undefined);
      raw.resume();
    });
    await expect(closed).resolves.toBe('closed');
  });

  it('outlives a request that is no HTTP', async () => {
    const closed = new Promise<string>((resolve) => {
      const raw = connect(web.port, '127.0.0.1', () => raw.write('\u0000\u0001nonsense\r\n\r\n'));
      raw.once('close', () => resolve('closed'));
      raw.on('error', () => undefined);
      raw.resume();
    });
    await expect(closed).resolves.toBe('closed');
  });

  it('outlives a thousand bad logins at once, and silent sockets', async () => {
    const silent = Array.from({ length: 100 }, () => openSocket(web.port));
    for (const socket of silent) socket.on('error', () => undefined);
    const ends = await Promise.all(Array.from({ length: 1000 }, (_, index) => sendFirst(web.port, `wrong ${index}`)));
    // With very many waiting, the oldest are cut off unheard.
    expect(ends.every(({ code, heard }) => [WRONG_TOKEN, 1006].includes(code) && heard.length === 0)).toBe(true);
    await expectAlive();
    for (const socket of silent) socket.terminate();
  });

  it('reports an invalid input with its code', async () => {
    const { client, socket } = page(web);
    await expect(client.runs.get({ runId: 'none' })).rejects.toMatchObject({ data: { code: 'not-found' } });
    await expect(client.runs.get({ runId: 5 } as never)).rejects.toMatchObject({ data: { code: 'usage' } });
    socket.close();
  });
});

describe('the files', () => {
  it('are the window, under a strict policy with a fresh nonce', async () => {
    const [first, second] = [await get(web.port, { path: '/' }), await get(web.port, { path: '/' })];
    expect(first.status).toBe(200);
    const policy = String(first.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    const nonce = /'nonce-([^']+)'/.exec(policy)![1]!;
    expect(first.body).toContain(`content="${nonce}"`);
    expect(second.body).not.toContain(nonce);
    expect(first.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    const script = /src="\.(\/assets\/[^"]+\.js)"/.exec(first.body)![1]!;
    expect((await get(web.port, { path: script })).headers['content-type']).toContain('text/javascript');
  });

  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets/../../main/cli.js',
    '/%00',
    '/%',
  ])('do not lead out of their folder: %s', async (place) => {
    expect((await get(web.port, { path: place })).status).toBe(404);
  });

  it('are read only', async () => {
    expect((await get(web.port, { path: '/', method: 'POST' })).status).toBe(405);
  });

  it.each([
    ['another Host', { Host: 'example.org' }],
    ['another Origin', { Origin: 'https://example.org' }],
  ])('are not served to %s', async (_name, headers) => {
    expect(await get(web.port, { path: '/', headers })).toMatchObject({ status: 403, body: '' });
  });
});

describe('the address', () => {
  const addressIn = async (started: WebProcess, seen: RegExp): Promise<string> => {
    await expect.poll(() => seen.exec(started.err())).not.toBeNull();
    return seen.exec(started.err())![1]!;
  };
  const NEXT = /another page: http:\/\/127\.0\.0\.1:\d+\/#code=(\S+)/;

  it('opens one page, once; the next one is printed, and a second use is reported', async () => {
    const started = await startWeb(path.join(folder, 'once'));
    try {
      const next = await addressIn(started, NEXT);
      expect(next).not.toBe(started.code);
      expect(await enter(started.port, started.code)).toEqual(expect.objectContaining({ status: 410, body: '' }));
      await expect.poll(() => started.err()).toContain('for the second time');
      expect(await enter(started.port, next)).toMatchObject({ status: 200, body: started.token });
    } finally {
      started.process.kill('SIGTERM');
      await started.ended;
    }
  });

  it('holds no token', () => {
    expect(web.code).not.toBe(web.token);
  });

  it.each([
    ['a code that was never issued', 'x'.repeat(43), {}, 403],
    ['nothing', '', {}, 403],
    ['more than a code', 'x'.repeat(1000), {}, 413],
    ['another Origin', 'x', { Origin: 'https://example.org' }, 403],
    ['no true Origin', 'x', { Origin: 'null' }, 403],
    ['another Host', 'x', { Host: 'example.org' }, 403],
  ])('gives no access with %s', async (_name, code, headers, status) => {
    expect(await enter(web.port, code, headers)).toMatchObject({ status, body: '' });
  });

  it('gives no access by a request that a typed address makes', async () => {
    const { status, body } = await get(web.port, { method: 'POST', path: '/enter' }, web.code);
    expect({ status, body }).toEqual({ status: 403, body: '' });
  });

  it('is only asked for with the code by a page', async () => {
    expect((await get(web.port, { path: '/enter' })).status).toBe(404);
  });
});

describe('the token', () => {
  const there = (place: string): Promise<boolean> =>
    stat(path.join(place, 'web-token')).then(
      () => true,
      () => false,
    );

  it('is another one at each start, and nowhere on the disk; one stored by an earlier version is removed', async () => {
    const place = path.join(folder, 'changing');
    const first = await startWeb(place);
    first.process.kill('SIGTERM');
    await first.ended;
    await writeFile(path.join(place, 'web-token'), `${'k'.repeat(43)}\n`);
    const second = await startWeb(place);
    try {
      expect(second.token).not.toBe(first.token);
      expect(second.token).not.toBe('k'.repeat(43));
      expect(await there(place)).toBe(false);
      expect((await sendFirst(second.port, first.token)).code).toBe(WRONG_TOKEN);
    } finally {
      second.process.kill('SIGTERM');
      await second.ended;
    }
  });

  it(
    'is not kept once a code was handed in a second time: another person may know it',
    { tags: ['rare'] },
    async () => {
      const place = path.join(folder, 'known');
      const words = ['--port', '0', '--keep-token'];
      const first = await startWeb(place, words);
      for (let again = 0; again < 3; again++) expect((await enter(first.port, first.code)).status).toBe(410);
      await expect.poll(() => there(place)).toBe(false);
      first.process.kill('SIGTERM');
      expect((await first.ended).err.split('for the second time')).toHaveLength(2);
      const second = await startWeb(place, words);
      expect(second.token).not.toBe(first.token);
      second.process.kill('SIGTERM');
      await second.ended;
    },
  );

  it('is stored on request, for the owner only', async () => {
    const place = path.join(folder, 'kept');
    const words = ['--port', '0', '--keep-token'];
    const first = await startWeb(place, words);
    first.process.kill('SIGTERM');
    await first.ended;
    const second = await startWeb(place, words);
    try {
      expect(second.token).toBe(first.token);
      if (process.platform !== 'win32') expect((await stat(path.join(place, 'web-token'))).mode & 0o777).toBe(0o600);
    } finally {
      second.process.kill('SIGTERM');
      await second.ended;
    }
  });
});
