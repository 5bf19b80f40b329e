/** Clusters that are added, removed and tested, against a stand-in for Ray's Jobs API. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEngine, type EngineClient } from '../../engine';
import { JobsApi } from './jobs-api';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { trainersHere } from '../../../../tests/support/trainers-here';
import { printed, rayStandIn, type RayStandIn } from '../../../../tests/support/ray-stand-in';

let ray: RayStandIn;
let client: EngineClient;
let book: string;

beforeEach(async () => {
  const folder = await temporaryFolder();
  vi.stubEnv('XDG_DATA_HOME', folder);
  vi.stubEnv('LOCALAPPDATA', folder);
  book = path.join(folder, 'shelfwise', 'clusters', 'clusters.json');
  ray = await rayStandIn();
  ({ client } = await createEngine({ workspaceFolder: path.join(folder, 'workspace'), launcher: trainersHere }));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await ray.close();
});

const added = (more: { name?: string; token?: string; address?: string } = {}) =>
  client.clusters.add({ name: 'lab', address: ray.address, token: ray.token, plain: false, ...more });

test('a cluster is stored with its token in a file that only its owner can read, and shown without it', async () => {
  await added();
  await added({ name: 'other', token: 'another-token' });
  const shown = await client.clusters.list();
  expect(shown.map(({ name, hasToken }) => [name, hasToken])).toEqual([
    ['lab', true],
    ['other', true],
  ]);
  expect(JSON.stringify(shown)).not.toContain('token"');
  expect(JSON.parse(await fs.readFile(book, 'utf8'))).toMatchObject({ clusters: { lab: { token: ray.token } } });
  if (process.platform !== 'win32') expect((await fs.stat(book)).mode & 0o777).toBe(0o600);
  expect((await client.clusters.remove({ name: 'other' })).map(({ name }) => name)).toEqual(['lab']);
  expect(await fs.readFile(book, 'utf8')).not.toContain('another-token');
  await expect(client.clusters.remove({ name: 'other' })).rejects.toMatchObject({ code: 'not-found' });
  expect(ray.requests).toEqual([]);
});

test.each(['ftp://x', 'http://name:secret@x', 'https://x/path', 'https://x?a', 'x', 'http://'])(
  '%s is no address, and a secret in it is not repeated',
  async (address) => {
    const refused = await added({ address }).catch((thrown: unknown) => thrown as Error);
    expect(refused).toMatchObject({ code: 'usage' });
    expect((refused as Error).message).not.toContain('secret');
  },
);

test('http to another computer is refused unless it is accepted', async () => {
  const elsewhere = { name: 'far', address: 'http://192.0.2.1:8265' };
  await expect(client.clusters.add({ ...elsewhere, plain: false })).rejects.toThrow(/can be read on the way/);
  expect(await client.clusters.add({ ...elsewhere, plain: true })).toMatchObject(elsewhere);
  for (const address of ['http://localhost:1', 'http://127.0.0.1:1', 'http://[::1]:1', 'https://192.0.2.1'])
    expect(await client.clusters.add({ name: 'near', address, plain: false })).toMatchObject({ address });
});

test('a test of a cluster shows its version of Ray and its nodes', async () => {
  await added();
  expect(await client.clusters.test({ name: 'lab' })).toMatchObject({
    ray: '2.60.0',
    nodes: [
      { isHead: true, cores: 1, memory: 23725137408, problem: null },
      { isHead: false, cores: 1 },
    ],
    jobs: [],
  });
  expect(ray.packages.size).toBe(0);
});

test('a wrong or missing token is refused with advice', async () => {
  await added({ token: 'wrong' });
  await expect(client.clusters.test({ name: 'lab' })).rejects.toMatchObject({ code: 'no-permission' });
  await client.clusters.add({ name: 'lab', address: ray.address, plain: false });
  await expect(client.clusters.test({ name: 'lab' })).rejects.toThrow(/did not accept the token/);
});

test('a cluster that does not answer is reported with its address', async () => {
  await added();
  ray.isAway = true;
  await expect(client.clusters.test({ name: 'lab' })).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringContaining(ray.address),
  });
});

test.each([
  ['no JSON', '<html>'],
  ['another shape', '{"ray_version": 3}'],
  ['more than is taken', Buffer.alloc((16 << 20) + 1, ' ')],
])('a server that answers with %s is not taken for Ray', async (_, body) => {
  await added();
  ray.instead = () => ({ status: 200, body });
  await expect(client.clusters.test({ name: 'lab' })).rejects.toMatchObject({
    code: 'bad-data',
    message: expect.stringContaining('does not answer as Ray does'),
  });
});

test('a refusal of Ray is repeated, cut to its end', async () => {
  ray.instead = () => ({ status: 500, body: `${'x'.repeat(10_000)} the cause` });
  const refused = await new JobsApi(ray)
    .submit({
      entrypoint: 'true',
      submission_id: 'one',
      runtime_env: { working_dir: 'gcs://x.zip' },
      metadata: {},
    })
    .catch((thrown: unknown) => thrown as Error);
  expect(refused).toMatchObject({ code: 'bad-data', message: expect.stringContaining('the cause') });
  expect((refused as Error).message.length).toBeLessThan(700);
});

test.each([
  ['an error', 500, (token: string) => `invalid header authorization: Bearer ${token}`],
  ['an answer', 200, (token: string) => JSON.stringify({ ray_version: `"${token}"` })],
  ['a web page', 502, (token: string) => `<html>${token}</html>`],
  ['the end of a long error', 500, (token: string) => `${'x'.repeat(10_000)}${token}`],
])('the token is not shown where %s repeats it', async (_, status, body) => {
  const place = { address: ray.address, token: ray.token };
  ray.instead = () => ({ status, body: body(ray.token) });
  const api = new JobsApi(place);
  const told = [
    await api.version().catch((thrown: unknown) => (thrown as Error).message),
    await api.stop('one').catch((thrown: unknown) => (thrown as Error).message),
    await api.jobs().catch((thrown: unknown) => (thrown as Error).message),
  ];
  expect(JSON.stringify(told)).not.toContain(ray.token);
});

test('the token is not shown where a log repeats it', async () => {
  ray.instead = () => ({ status: 200, body: JSON.stringify({ logs: `shelfwise {} Bearer ${ray.token}\n` }) });
  expect(await new JobsApi(ray).log('one')).toBe('shelfwise {} Bearer ***\n');
});

test('a job of ours with an invalid date is no answer of Ray; jobs of others may be anything', async () => {
  await added();
  const answer = (jobs: object[]): void => {
    ray.instead = (asked) => (asked === '/api/jobs/' ? { status: 200, body: JSON.stringify(jobs) } : null);
  };
  const ours = (start_time: number): object => ({ status: 'RUNNING', start_time, metadata: { shelfwise: 'p1' } });
  answer([{ start_time: 1e300 }, { status: 'RUNNING', start_time: 1e300, metadata: { other: '' } }, ours(8.64e15)]);
  expect((await client.clusters.test({ name: 'lab' })).jobs).toEqual([
    { plan: 'p1', status: 'RUNNING', startedAt: '+275760-09-13T00:00:00.000Z' },
  ]);
  answer([ours(1e300)]);
  await expect(client.clusters.test({ name: 'lab' })).rejects.toMatchObject({
    code: 'bad-data',
    message: expect.stringMatching(/does not answer as Ray does.*start_time/),
  });
});

test('each node is asked for its build by a plan without units or data', async () => {
  await added();
  const [head, other] = [
    '27526a4ffdc7698695ab4427b66049e6335571eb2cc3655d6e6b48dd',
    '42ef4d5cae95c444effd4d8ea4015236341f1c03a107abb078b677cf',
  ];
  const sent: Buffer[] = [];
  ray.onSubmit = (job, packed) => {
    sent.push(packed);
    const problem = { code: 'usage', message: 'Another build.' };
    job.log =
      printed({ n: 0, event: 'node', node: head, version: '0.2.0', buildSha256: 'a'.repeat(64), problem: null }) +
      printed({ n: 1, event: 'refused', node: other, version: '0.2.0', buildSha256: 'b'.repeat(64), problem }) +
      printed({ n: 2, event: 'end', done: 0, failed: 0, problem: null });
  };
  expect((await client.clusters.test({ name: 'lab', builds: true })).nodes).toMatchObject([
    { isHead: true, buildSha256: 'a'.repeat(64), problem: null },
    { isHead: false, buildSha256: 'b'.repeat(64), problem: 'Another build.' },
  ]);
  expect(sent).toHaveLength(1);
  expect(sent[0]!.length).toBeLessThan(200_000);
});
