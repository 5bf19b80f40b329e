/** A package index on the loopback address with wheels of a few hundred bytes, which can misbehave like networks do. */
import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import * as path from 'node:path';
import type { PackPins, Wheel } from '../../src/engine/machine/gpu/pack/pins';
import { writeZipOf } from './zip-files';

export interface Behaviour {
  /** Serves a project's page in the older form of the interface. */
  html?: boolean;
  /** Breaks the connection after this many bytes of each answer. */
  breaksAfter?: number;
  /** Answers range requests with the whole file. */
  ignoresRanges?: boolean;
  /** Sends other bytes of the same length. */
  corrupts?: boolean;
  /** Requires this name and password. */
  secret?: string;
  /** Holds every file back after its first bytes, until the connection closes. */
  hangs?: boolean;
}

export interface PackageIndex {
  readonly address: string;
  readonly pins: PackPins;
  /** "GET /files/a.whl bytes=10-", in order. */
  readonly requests: string[];
  behaviour: Behaviour;
  close(): Promise<void>;
}

const CONTENTS: Record<string, Record<string, Uint8Array>> = {
  tensorflow: {
    'tensorflow/libtensorflow_cc.so.2': Buffer.alloc(40_000, 'core'),
    'tensorflow/libtensorflow_framework.so.2': Buffer.alloc(900, 'framework'),
    'tensorflow/python/client.py': Buffer.from('import tensorflow'),
    'tensorflow-2.15.1.dist-info/LICENSE': Buffer.from('Apache'),
  },
  'nvidia-cublas-cu12': {
    'nvidia/cublas/lib/libcublas.so.12': Buffer.alloc(70_000, 'blas'),
    'nvidia/cublas/include/cublas.h': Buffer.from('#pragma once'),
  },
};

const TAKEN: Record<string, number> = { tensorflow: 40_000 + 900 + 6, 'nvidia-cublas-cu12': 70_000 };

export async function packageIndex(folder: string, behaviour: Behaviour = {}): Promise<PackageIndex> {
  const wheels: Wheel[] = [];
  const files = new Map<string, Buffer>();
  for (const [project, contents] of Object.entries(CONTENTS)) {
    const file = `${project.replaceAll('-', '_')}-1.0-py3-none-any.whl`;
    await writeZipOf(path.join(folder, file), contents);
    const bytes = await fs.readFile(path.join(folder, file));
    files.set(file, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    wheels.push({ project, version: '1.0', file, bytes: bytes.length, sha256, unpackedBytes: TAKEN[project]! });
  }
  const index = { behaviour, requests: [] as string[], pins: { wheels, oldestDriver: '525.60.13' } };
  const server = http.createServer((request, response) => {
    index.requests.push([request.method, request.url, request.headers.range].filter(Boolean).join(' '));
    const { secret } = index.behaviour;
    if (secret !== undefined && request.headers.authorization !== `Basic ${Buffer.from(secret).toString('base64')}`)
      return void response.writeHead(401).end();
    const [, kind, name] = request.url!.split('/');
    if (kind === 'simple')
      return sendPage(
        response,
        index.behaviour,
        wheels.find(({ project }) => project === name),
      );
    const bytes = files.get(name!);
    if (bytes === undefined) return void response.writeHead(404).end();
    sendFile(request, response, index.behaviour, bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/simple`;
  return Object.assign(index, {
    address,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function sendPage(response: http.ServerResponse, { html }: Behaviour, wheel: Wheel | undefined): void {
  if (wheel === undefined) return void response.writeHead(404).end();
  const url = `../../files/${wheel.file}#sha256=0`;
  const page = html
    ? `<!DOCTYPE html><html><body><a href="../other-0.1.whl">other-0.1.whl</a><br/>\n<a data-requires-python="&gt;=3" href="${url}">${wheel.file}</a></body></html>`
    : JSON.stringify({ files: [{ filename: wheel.file, url, hashes: {} }] });
  response.end(page);
}

function sendFile(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  { breaksAfter, ignoresRanges, corrupts, hangs }: Behaviour,
  whole: Buffer,
): void {
  const from = ignoresRanges ? 0 : Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  const bytes = (corrupts ? Buffer.alloc(whole.length, 'x') : whole).subarray(from);
  const range = from === 0 ? {} : { 'content-range': `bytes ${from}-${whole.length - 1}/${whole.length}` };
  response.writeHead(from === 0 ? 200 : 206, { 'content-length': bytes.length, ...range });
  const stop = hangs ? 1000 : breaksAfter;
  if (stop === undefined || stop >= bytes.length) return void response.end(bytes);
  response.write(bytes.subarray(0, stop), () => {
    // Waits a moment, because fetch drops unread data of a broken connection.
    if (!hangs) setTimeout(() => response.destroy(), 100);
  });
}
