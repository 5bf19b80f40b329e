/** Updates against a local server: what is offered, downloaded, kept and handed over, and all that is refused. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import * as fs from 'node:fs';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_SMALL_DISK, smallDisk } from '../../../tests/support/small-disk';
import type { Feed } from '../../shared/processes/updates';
import { readOfBuild } from './of-build';
import { Updater, type UpdaterParts } from './updater';

const ours = generateKeyPairSync('ed25519');
const others = generateKeyPairSync('ed25519');
const CONTENT = Buffer.alloc(300_000, 'update');
const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const NAME = 'shelfwise-1.1.0-linux-x64.AppImage';

let server: http.Server;
let served: Map<string, Buffer | ((answer: http.ServerResponse) => void)>;
let asked: string[];
let folder: string;
let state: { agreed: boolean; busy: boolean; seen: string; handed: string[] };

beforeAll(async () => {
  server = http.createServer((question, answer) => {
    asked.push(question.url!);
    const body = served.get(question.url!.slice(1));
    if (typeof body === 'function') return body(answer);
    answer.writeHead(body === undefined ? 404 : 200);
    answer.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shelfwise-updates-'));
  state = { agreed: true, busy: false, seen: '0.0.0', handed: [] };
  asked = [];
  serve();
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const feedOf = (changes: Partial<Feed> = {}): Feed => ({
  format: 1,
  product: 'shelfwise',
  version: '1.1.0',
  date: '2026-12-01',
  notes: { en: 'Faster', ko: '더 빠릅니다' },
  files: { 'linux-x64': { name: NAME, bytes: CONTENT.length, sha256: sha256(CONTENT) } },
  ...changes,
});

/** Serves a signed feed and its file. */
function serve(feed: Feed = feedOf(), key: KeyObject = ours.privateKey): void {
  const bytes = Buffer.from(JSON.stringify(feed));
  const signature = Buffer.from(sign(null, bytes, key).toString('base64'));
  served = new Map([
    ['updates.json', bytes],
    ['updates.json.sig', signature],
    [NAME, CONTENT],
  ]);
}

const address = (): URL => new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/updates.json`);

const updater = (changes: Partial<UpdaterParts> = {}): Updater =>
  new Updater({
    feed: address(),
    key: ours.publicKey,
    version: '1.0.0',
    system: 'linux-x64',
    folder: path.join(folder, 'update'),
    hasAgreed: () => state.agreed,
    isBusy: () => state.busy,
    newestSeen: () => state.seen,
    keepNewestSeen: (version) => void (state.seen = version),
    handOver: (file) => void state.handed.push(file),
    ...changes,
  });

const kept = (): string[] =>
  fs.existsSync(path.join(folder, 'update')) ? fs.readdirSync(path.join(folder, 'update')) : [];
const refusal = (code: string, words: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(words) });

describe('an update', () => {
  it('is offered with its notes, downloaded, checked and handed over, each when asked', async () => {
    const own = updater();
    await own.look();
    const offer = { version: '1.1.0', date: '2026-12-01', notes: feedOf().notes, bytes: CONTENT.length };
    expect(own.step).toEqual({ kind: 'offered', offer });
    expect(asked).toEqual(['/updates.json', '/updates.json.sig']);
    await own.download();
    expect(own.step).toEqual({ kind: 'ready', offer });
    expect(state.handed).toEqual([]);
    own.install();
    expect(state.handed).toEqual([path.join(folder, 'update', NAME)]);
    expect(fs.readFileSync(state.handed[0]!).equals(CONTENT)).toBe(true);
  });

  it.each(['1.0.0', '0.9.9'])('of version %s is not offered to 1.0.0', async (version) => {
    serve(feedOf({ version }));
    const own = updater();
    await own.look();
    expect(own.step).toEqual({ kind: 'newest' });
    await own.download();
    expect(asked).not.toContain(`/${NAME}`);
  });

  it('offers nothing if the feed has no file for the system', async () => {
    const own = updater({ system: 'linux-arm64' });
    await own.look();
    expect(own.step).toEqual({ kind: 'newest' });
  });

  it('is compared number by number', async () => {
    serve(feedOf({ version: '1.10.0' }));
    const own = updater({ version: '1.9.0' });
    await own.look();
    expect(own.step.kind).toBe('offered');
  });

  it('follows a redirect of the file', async () => {
    served.set('elsewhere', CONTENT);
    served.set(NAME, (answer) => void answer.writeHead(302, { Location: '/elsewhere' }).end());
    const own = updater();
    await own.look();
    await own.download();
    expect(own.step.kind).toBe('ready');
  });
});

describe('without agreement', () => {
  it('nothing is asked of the server', async () => {
    state.agreed = false;
    const own = updater();
    await expect(own.look()).rejects.toEqual(refusal('usage', /off/));
    expect(asked).toEqual([]);
  });
});

describe('while something is at work', () => {
  it('nothing is looked for, downloaded or installed', async () => {
    const own = updater();
    state.busy = true;
    await expect(own.look()).rejects.toEqual(refusal('busy', /training/));
    state.busy = false;
    await own.look();
    state.busy = true;
    await expect(own.download()).rejects.toEqual(refusal('busy', /training/));
    state.busy = false;
    await own.download();
    state.busy = true;
    expect(() => own.install()).toThrow(refusal('busy', /training/));
    expect(state.handed).toEqual([]);
    state.busy = false;
    own.install();
    expect(state.handed).toHaveLength(1);
  });
});

describe('a feed is refused', () => {
  const expectRefused = async (code: string, words: RegExp): Promise<void> => {
    const own = updater();
    await expect(own.look()).rejects.toEqual(refusal(code, words));
    expect(own.step).toEqual({ kind: 'not-looked' });
  };

  it('if a byte of it changed', async () => {
    const bytes = served.get('updates.json') as Buffer;
    served.set('updates.json', Buffer.from(bytes.toString().replace('1.1.0', '1.2.0')));
    await expectRefused('bad-data', /not signed/);
    expect(state.seen).toBe('0.0.0');
  });

  it('if another key signed it', async () => {
    serve(feedOf(), others.privateKey);
    await expectRefused('bad-data', /not signed/);
  });

  it('if its signature is another feed’s', async () => {
    const signature = served.get('updates.json.sig')!;
    serve(feedOf({ version: '1.2.0' }));
    served.set('updates.json.sig', signature);
    await expectRefused('bad-data', /not signed/);
  });

  it.each([
    ['missing', undefined, 'not-found', /404/],
    ['empty', Buffer.alloc(0), 'bad-data', /not signed/],
    ['no base64', Buffer.from('!'), 'bad-data', /not signed/],
    ['too long', Buffer.alloc(1000, 'A'), 'bad-data', /cannot read/],
  ] as const)('if its signature is %s', async (_name, signature, code, words) => {
    if (signature === undefined) served.delete('updates.json.sig');
    else served.set('updates.json.sig', signature);
    await expectRefused(code, words);
  });

  it('if it is older than what was announced before, although it is signed', async () => {
    state.seen = '1.2.0';
    await expectRefused('bad-data', /older/);
    expect(state.seen).toBe('1.2.0');
  });

  it.each([
    ['a file elsewhere', { files: { 'linux-x64': { ...feedOf().files['linux-x64']!, name: '../../run.sh' } } }],
    ['another program', { product: 'other' as 'shelfwise' }],
    ['a later format', { format: 2 as 1 }],
    ['a version in words', { version: 'latest' }],
  ])('if it names %s, although it is signed', async (_name, changes) => {
    serve(feedOf(changes));
    await expectRefused('bad-data', /cannot read/);
  });

  it('if it never ends', async () => {
    served.set('updates.json', Buffer.alloc(200_000, ' '));
    await expectRefused('bad-data', /cannot read/);
  });

  it('if nothing answers', async () => {
    const own = updater({ feed: new URL('http://127.0.0.1:9/updates.json') });
    await expect(own.look()).rejects.toEqual(refusal('not-found', /does not answer/));
  });

  it('if a redirect leads out of https', async () => {
    served.set('updates.json', (answer) => void answer.writeHead(302, { Location: 'http://example.invalid/' }).end());
    await expectRefused('not-found', /does not answer/);
  });
});

/** A server that answers and then sends a byte now and then, for as long as it is listened to. */
function drip(answer: http.ServerResponse): void {
  answer.writeHead(200);
  const sending = setInterval(() => answer.write(' '), 20);
  answer.once('close', () => clearInterval(sending));
}

describe('a server that drips', () => {
  it.each(['updates.json', 'updates.json.sig'])('does not keep a look waiting: %s', async (name) => {
    served.set(name, drip);
    const own = updater({ patience: { look: 200, bytesPerSecond: 1 } });
    await expect(own.look()).rejects.toEqual(refusal('not-found', /too slow/));
    expect(own.step).toEqual({ kind: 'not-looked' });
  });

  it('does not keep a download waiting, of which nothing stays', async () => {
    served.set(NAME, drip);
    const own = updater({ patience: { look: 2000, bytesPerSecond: 2_000_000 } });
    await own.look();
    await expect(own.download()).rejects.toEqual(refusal('not-found', /too slow/));
    expect(own.step.kind).toBe('offered');
    expect(kept()).toEqual([]);
  });

  it('does not keep a look waiting by one redirect after another', async () => {
    served.set('updates.json', (answer) => {
      setTimeout(() => answer.writeHead(302, { Location: '/updates.json' }).end(), 150);
    });
    const own = updater({ patience: { look: 200, bytesPerSecond: 1 } });
    await expect(own.look()).rejects.toEqual(refusal('not-found', /too slow/));
  });
});

describe('cancelled', () => {
  it('a look ends, and another one can begin', async () => {
    const feed = served.get('updates.json')!;
    const listened = new Promise<void>((resolve) => {
      served.set('updates.json', (answer) => {
        drip(answer);
        resolve();
      });
    });
    const own = updater();
    const ended = own.look().catch((thrown: unknown) => thrown);
    await listened;
    own.stop();
    expect(await ended).toMatchObject({ code: 'stopped' });
    expect(own.step).toEqual({ kind: 'not-looked' });
    served.set('updates.json', feed);
    await own.look();
    expect(own.step.kind).toBe('offered');
  });

  it('a download ends, nothing of it stays, and it is offered again', async () => {
    const listened = new Promise<void>((resolve) => {
      served.set(NAME, (answer) => {
        drip(answer);
        resolve();
      });
    });
    const own = updater();
    await own.look();
    const ended = own.download().catch((thrown: unknown) => thrown);
    await listened;
    own.stop();
    expect(await ended).toMatchObject({ code: 'stopped' });
    expect(own.step.kind).toBe('offered');
    expect(kept()).toEqual([]);
  });
});

describe('of a download nothing stays, and it is offered again', () => {
  const expectFailure = async (code: string, words: RegExp): Promise<void> => {
    const own = updater();
    await own.look();
    await expect(own.download()).rejects.toEqual(refusal(code, words));
    expect(own.step.kind).toBe('offered');
    expect(kept()).toEqual([]);
    own.install();
    expect(state.handed).toEqual([]);
  };

  it('if the file changed', async () => {
    served.set(NAME, Buffer.concat([CONTENT.subarray(1), Buffer.from('x')]));
    await expectFailure('bad-data', /not the one that was signed/);
  });

  it('if the file is longer', async () => {
    served.set(NAME, Buffer.concat([CONTENT, CONTENT]));
    await expectFailure('bad-data', /not the one that was signed/);
  });

  it('if the file is shorter', async () => {
    served.set(NAME, CONTENT.subarray(1));
    await expectFailure('not-found', /broke off/);
  });

  it('if it is cut off in the middle', async () => {
    served.set(NAME, (answer) => {
      answer.writeHead(200, { 'Content-Length': CONTENT.length });
      answer.write(CONTENT.subarray(0, 100_000), () => answer.destroy());
    });
    await expectFailure('not-found', /broke off/);
  });

  it.skipIf(NO_SMALL_DISK !== null)('if the disk is full', async () => {
    const disk = await smallDisk(100);
    try {
      const own = updater({ folder: path.join(disk.folder, 'update') });
      await own.look();
      await expect(own.download()).rejects.toEqual(refusal('no-space', /space/));
      expect(own.step.kind).toBe('offered');
      expect(fs.readdirSync(disk.folder)).toEqual([]);
    } finally {
      await disk.remove();
    }
  });
});

it('a download that changed before it was installed is not handed over', async () => {
  const own = updater();
  await own.look();
  await own.download();
  fs.appendFileSync(path.join(folder, 'update', NAME), 'x');
  expect(() => own.install()).toThrow(refusal('bad-data', /not the one that was signed/));
  expect(state.handed).toEqual([]);
  expect(own.step.kind).toBe('offered');
});

it('a download that is gone before it was installed is offered again, in words', async () => {
  const own = updater();
  await own.look();
  await own.download();
  fs.rmSync(path.join(folder, 'update', NAME));
  expect(() => own.install()).toThrow(refusal('not-found', /no longer there/));
  expect(own.step.kind).toBe('offered');
  await own.download();
  own.install();
  expect(state.handed).toHaveLength(1);
});

it('is announced by the feed that the packages’ script writes', async () => {
  const { writeFeed } = (await import(
    pathToFileURL(path.join(import.meta.dirname, '../../../scripts/package/feed.mjs')).href
  )) as { writeFeed(options: object): Promise<string> };
  const packages = path.join(folder, 'packages');
  fs.mkdirSync(packages);
  const { version } = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../../../package.json'), 'utf8')) as {
    version: string;
  };
  const name = `shelfwise-${version}-linux-x64.AppImage`;
  fs.writeFileSync(path.join(packages, name), CONTENT);
  const key = ours.privateKey.export({ type: 'pkcs8', format: 'pem' });
  const feed = await writeFeed({ packages, key, notes: feedOf().notes, date: '2026-12-01' });
  served = new Map(
    ['updates.json', 'updates.json.sig'].map((one) => [one, fs.readFileSync(path.join(feed, '..', one))]),
  );
  served.set(name, CONTENT);
  const own = updater({ version: '0.1.0' });
  await own.look();
  await own.download();
  expect(own.step).toMatchObject({ kind: 'ready', offer: { version, notes: feedOf().notes } });
});

describe('a build', () => {
  const key = ours.publicKey.export({ type: 'spki', format: 'pem' });
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' });

  it('names a feed and a key, or never looks', () => {
    const named = { feed: 'https://updates.example/updates.json', key };
    expect(readOfBuild(JSON.stringify({ madeAt: '2026-11-29', updates: named })).updates?.feed.href).toBe(named.feed);
    expect(readOfBuild('{}')).toEqual({ madeAt: null, updates: null });
    expect(readOfBuild(JSON.stringify({ updates: { ...named, feed: 'http://updates.example/' } })).updates).toBe(null);
    expect(readOfBuild(JSON.stringify({ updates: { ...named, key: rsa } })).updates).toBe(null);
  });
});
