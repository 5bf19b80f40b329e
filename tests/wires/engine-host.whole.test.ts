/**
 * The engine host of the Electron app, run by a stand-in for the main process: a worker thread with a utility process's
 * port. tests/electron covers what only Electron can show (forking, the window).
 */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../src/features/contract';
import { type ToEngine, toMainSchema } from '../../src/shared/processes/engine-messages';
import { completeRecipe } from '../../src/shared/recipe/schema';
import { makeSmallFolder, type SmallFolder } from '../support/small-folder';

type Client = ContractRouterClient<Contract>;

const BUILT = path.join(import.meta.dirname, '../../out/main');

/** Gives the thread a `process.parentPort` in Electron's shape, then loads the engine host. */
const AS_UTILITY_PROCESS = `
const { parentPort, workerData } = require('node:worker_threads');
const { EventEmitter } = require('node:events');
const asMainPort = (port) => Object.assign(new EventEmitter(), {
  postMessage: (message) => port.postMessage(message),
  start() {
    port.on('message', (data) => this.emit('message', { data }));
    port.on('close', () => this.emit('close'));
  },
});
const fromParent = new EventEmitter();
fromParent.postMessage = (message) => parentPort.postMessage(message);
parentPort.on('message', ({ message, ports }) => fromParent.emit('message', { data: message, ports: ports.map(asMainPort) }));
process.parentPort = fromParent;
process.argv = [process.argv[0], 'engine-host', workerData];
require(${JSON.stringify(path.join(BUILT, 'engine-host.js'))});
`;

let folder: string;
let small: SmallFolder;
/** As in the main process: they outlive the engine host that asked for them. */
let trainers: Map<number, ChildProcess>;
let engine: Worker;

function startEngine(): Worker {
  const worker = new Worker(AS_UTILITY_PROCESS, { eval: true, workerData: folder });
  worker.on('message', (raw) => {
    const message = toMainSchema.parse(raw);
    if (message.kind === 'kill-trainer') return void trainers.get(message.id)?.kill('SIGKILL');
    const { id, words, environment } = message;
    const variables = { ...process.env, ...environment } as NodeJS.ProcessEnv;
    const child = fork(path.join(BUILT, 'trainer.js'), words, { env: variables, execArgv: [], silent: true });
    trainers.set(id, child);
    child.on('message', (said) => tell({ kind: 'trainer-said', id, message: said }));
    child.once('close', (code) => {
      trainers.delete(id);
      tell({ kind: 'trainer-ended', id, code, output: '' });
    });
  });
  return worker;
}

const tell = (message: ToEngine): void => engine.postMessage({ message, ports: [] });

function connectWindow(): Client {
  const { port1, port2 } = new MessageChannel();
  engine.postMessage({ message: { kind: 'serve' } satisfies ToEngine, ports: [port2] }, [port2]);
  port1.unref();
  return createORPCClient(new RPCLink({ port: port1 as unknown as globalThis.MessagePort }));
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-engine-'));
  small = await makeSmallFolder({ profiles: 20, items: 80, eventsPerProfile: 10 });
  trainers = new Map();
  engine = startEngine();
});
afterEach(async () => {
  await engine.terminate();
  await Promise.all(
    [...trainers.values()].map((child) => {
      child.kill('SIGKILL');
      return new Promise((resolve) => child.once('close', resolve));
    }),
  );
  await small.remove();
  await rm(folder, { recursive: true, force: true });
});

async function importSmall(client: Client): Promise<string> {
  const progress = await client.datasets.import({ folder: small.folder });
  for (;;) {
    const step = await progress.next();
    if (step.done === true) return step.value.fingerprint;
  }
}

async function startEndless(client: Client): Promise<{ runId: string; data: string }> {
  const data = await importSmall(client);
  const recipe = completeRecipe({ 'stopping.rule': 'fixed', 'stopping.epochs': 10_000, 'structure.width': 16 });
  const { runId } = await client.runs.start({ data, recipe, seed: 1 });
  for await (const { epoch } of await client.runs.watch({ runId })) if (epoch !== null && epoch.epoch >= 2) break;
  return { runId, data };
}

describe('the engine host of the app', () => {
  it('serves a window through its port, errors with their codes', async () => {
    const client = connectWindow();
    const data = await importSmall(client);
    expect((await client.datasets.get({ fingerprint: data })).fingerprint).toBe(data);
    await expect(client.runs.get({ runId: 'none' })).rejects.toMatchObject({ data: { code: 'not-found' } });
  });

  it('serves a reloaded window through a new port', async () => {
    connectWindow();
    expect(await connectWindow().runs.list()).toEqual([]);
  });

  it('that dies leaves its run unharmed; the next one finds it, and stops it on quit', { tags: ['rare'] }, async () => {
    const { runId, data } = await startEndless(connectWindow());
    await engine.terminate();
    engine = startEngine();
    const client = connectWindow();
    expect((await client.datasets.list()).map(({ fingerprint }) => fingerprint)).toEqual([data]);
    expect(await client.runs.get({ runId })).toMatchObject({ status: 'running' });
    const [trainer] = trainers.values();
    const ended = new Promise((resolve) => trainer!.once('close', resolve));
    tell({ kind: 'stop-run', runFolder: path.join(folder, 'runs', runId) });
    await ended;
    expect(await client.runs.get({ runId })).toMatchObject({ status: 'stopped' });
  });

  it('compares models in a trainer of the main process, and receives its progress and its answer', async () => {
    const client = connectWindow();
    const data = await importSmall(client);
    const comparing = await client.leaderboard({ data, models: ['popularity'], seeds: 1, seed: 1 });
    let heard = 0;
    for (;;) {
      const step = await comparing.next();
      if (step.done === true) {
        expect(step.value.rows.map(({ model }) => model)).toEqual(['popularity']);
        break;
      }
      heard += 1;
    }
    expect(heard).toBeGreaterThan(0);
  });
});
