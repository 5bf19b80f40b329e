/** The built web host in its own process, and sockets that connect to it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { request, type IncomingMessage, type RequestOptions } from 'node:http';
import * as path from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import type { Contract } from '../../src/features/contract';
import type { ShellContract } from '../../src/shared/processes/shell-contract';

const CLI = path.join(import.meta.dirname, '../../out/main/cli.js');

export type PageClient = ContractRouterClient<Contract & { shell: ShellContract }>;

export interface WebProcess {
  readonly process: ChildProcess;
  readonly port: number;
  /** The code in the printed address, which is used up. */
  readonly code: string;
  /** Its output on standard error so far. */
  err(): string;
  /** The token from the printed address. */
  readonly token: string;
  readonly ended: Promise<{ status: number | null; err: string }>;
}

export async function startWeb(
  workspace: string,
  words: readonly string[] = ['--port', '0'],
  environment: NodeJS.ProcessEnv = {},
): Promise<WebProcess> {
  if (!existsSync(CLI)) throw new Error('out/main/cli.js is missing: "npm run setup" builds it.');
  const child = spawn(process.execPath, [CLI, 'web', '--no-open', '--workspace', workspace, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<{ status: number | null; err: string }>((resolve) =>
    child.once('close', (status) => resolve({ status, err })),
  );
  const address = await new Promise<RegExpExecArray>((resolve, reject) => {
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const found = /http:\/\/127\.0\.0\.1:(\d+)\/#code=(\S+)/.exec(out);
      if (found !== null) resolve(found);
    });
    void ended.then(({ status }) => reject(new Error(`The web host ended with ${status}: ${err}`)));
  });
  const port = Number(address[1]);
  const code = address[2]!;
  return { process: child, port, code, err: () => err, token: (await enter(port, code)).body, ended };
}

export function openSocket(port: number, headers: Record<string, string> = {}): WebSocket {
  return new WebSocket(`ws://127.0.0.1:${port}/rpc`, { headers: { Origin: `http://127.0.0.1:${port}`, ...headers } });
}

/** How a socket ended, and everything it received before. */
export function endOfSocket(socket: WebSocket): Promise<{ code: number; heard: string[]; error: string | null }> {
  const heard: string[] = [];
  let error: string | null = null;
  socket.on('message', (data) => heard.push(String(data as Buffer)));
  socket.on('error', (thrown) => (error = thrown.message));
  return new Promise((resolve) => socket.once('close', (code) => resolve({ code, heard, error })));
}

export async function sendFirst(port: number, first: string | Buffer): Promise<{ code: number; heard: string[] }> {
  const socket = openSocket(port);
  socket.once('open', () => socket.send(first));
  return endOfSocket(socket);
}

/** A logged-in page's client. */
export function page({ port, token }: { port: number; token: string }): { client: PageClient; socket: WebSocket } {
  const socket = openSocket(port);
  socket.once('open', () => socket.send(token));
  // Registered after the token's listener, so that a call never overtakes it.
  const client: PageClient = createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }));
  return { client, socket };
}

/** Sends a code like a page. */
export function enter(
  port: number,
  code: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: string }> {
  return get(
    port,
    { method: 'POST', path: '/enter', headers: { Origin: `http://127.0.0.1:${port}`, ...headers } },
    code,
  );
}

/** One HTTP request written exactly as given; `fetch` would normalise path and Host. */
export function get(
  port: number,
  options: RequestOptions,
  content = '',
): Promise<{ status: number; headers: IncomingMessage['headers']; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, ...options }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.once('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    });
    sent.once('error', reject);
    sent.end(content);
  });
}
