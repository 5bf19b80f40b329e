/** Answers recorded from Ray 2.60.0 (jobs-api.json): the client understands each of them. */
import * as fs from 'node:fs/promises';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from './http';
import { JobsApi } from './jobs-api';

interface Recorded {
  readonly name: string;
  readonly status: number;
  readonly contentType: string | null;
  readonly text?: string;
  readonly json?: unknown;
}

let server: http.Server;
let answers: readonly Recorded[];
let next = '';

beforeAll(async () => {
  ({ answers } = JSON.parse(
    await fs.readFile(path.join(import.meta.dirname, '../../../../tests/support/jobs-api.json'), 'utf8'),
  ) as {
    answers: Recorded[];
  });
  server = http.createServer((request, response) => {
    const { status, contentType, json, text = '' } = answers.find(({ name }) => name === next)!;
    request.resume().on('end', () => {
      response.writeHead(status, contentType === null ? {} : { 'content-type': contentType });
      response.end(json === undefined ? text : JSON.stringify(json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

/** A client that gets this answer to every request. */
function answered(name: string): JobsApi {
  next = name;
  return new JobsApi({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 'a' });
}

const JOB = {
  entrypoint: 'python hello.py',
  submission_id: 'shelfwise-precorded-1',
  runtime_env: { working_dir: 'gcs://_ray_pkg_recorded.zip' },
  metadata: { shelfwise: 'precorded' },
};

test('a version, and no token or a wrong one', async () => {
  expect(await answered('version').version()).toBe('2.60.0');
  await expect(answered('no token').version()).rejects.toMatchObject({ code: 'no-permission' });
  await expect(answered('wrong token').version()).rejects.toMatchObject({ code: 'no-permission' });
});

test('nodes with their cores and memory', async () => {
  const nodes = await answered('nodes').nodes();
  expect(nodes.map(({ is_head_node, resources_total }) => [is_head_node, resources_total.CPU])).toEqual([
    [true, 1],
    [false, 1],
    [false, 1],
  ]);
  expect(nodes.every(({ resources_total }) => resources_total.memory > 1e9)).toBe(true);
});

test('packages: present, missing, accepted, too large', async () => {
  const body = { size: 1, content: () => Readable.from([Buffer.from('x')]) };
  expect(await answered('package is not there').hasPackage('_ray_pkg_recorded.zip')).toBe(false);
  expect(await answered('package is there').hasPackage('_ray_pkg_recorded.zip')).toBe(true);
  await answered('package uploaded').upload('_ray_pkg_recorded.zip', body);
  await expect(answered('package too large').upload('_ray_pkg_large.zip', body)).rejects.toMatchObject({
    message: expect.stringContaining('104857600'),
  });
});

test('jobs in each state, and a missing one', async () => {
  await answered('submitted').submit(JOB);
  const states = [];
  for (const name of ['pending', 'running', 'is stopped', 'succeeded'])
    states.push((await answered(name).job(JOB.submission_id))!.status);
  expect(states).toEqual(['PENDING', 'RUNNING', 'STOPPED', 'SUCCEEDED']);
  expect((await answered('running').job('two'))!.driver_node_id).toMatch(/^[0-9a-f]{56}$/);
  expect(await answered('no such job').job('none')).toBe(null);
  const all = await answered('jobs').jobs();
  expect(all.map(({ metadata }) => metadata)).toEqual([JOB.metadata, JOB.metadata]);
});

test('a job that was submitted before is recognised; other refusals are repeated', async () => {
  await expect(answered('submitted twice').submit(JOB)).resolves.toBeUndefined();
  await expect(answered('submitted with an unknown field').submit(JOB)).rejects.toMatchObject({
    code: 'bad-data',
    message: expect.stringContaining(' answered '),
  });
  await expect(answered('submitted like a browser').submit(JOB)).rejects.toMatchObject({
    message: expect.stringContaining('browser traffic'),
  });
});

test('stopping a running job, an ended one, and a missing one', async () => {
  expect(await answered('stopped').stop('two')).toBe(true);
  expect(await answered('stopped again').stop('two')).toBe(true);
  expect(await answered('no such job to stop').stop('none')).toBe(false);
});

test('the log of a job, and a missing file', async () => {
  const lines = (await answered('logs').log('one'))!.split('\n').filter((line) => line.startsWith('shelfwise {'));
  expect(lines.map((line) => JSON.parse(line.slice('shelfwise '.length)) as object)).toEqual([
    { n: 0, event: 'end', done: 0, failed: 0, problem: null },
  ]);
  const { place } = answered('log file is not there');
  expect(await ask(place, { path: '/api/v0/logs/file' })).toMatchObject({
    status: 500,
    text: expect.stringContaining('A file is not found at'),
  });
});
