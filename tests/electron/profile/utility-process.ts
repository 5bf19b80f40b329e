/** `utilityProcess` as a child of the system's Node, because Electron 9's own is too old for the engine. */
import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import * as path from 'node:path';
import type { ForkOptions, MessagePortMain, ProcessMetric } from 'electron';
import { fromText, toText, type Relayed } from './relayed';

/** In a package: beside the program, outside the archive, which Node cannot read. */
const outsideOfArchive = (file: string): string => file.replace(/\.asar(?=[\\/])/, '.asar.unpacked');
const packaged = path.join(process.resourcesPath, 'node');
const NODE = existsSync(packaged) ? packaged : (process.env['SHELFWISE_NODE'] ?? 'node');
const PARENT_PORT = outsideOfArchive(path.join(__dirname, 'parent-port.js'));

/** Processes alive now. */
const running = new Set<UtilityProcess>();

/** Utility processes in the form of `app.getAppMetrics`. */
export const utilityMetrics = () =>
  [...running].map(({ pid, name }) => ({ pid, type: 'Utility', name }) as unknown as ProcessMetric);

class UtilityProcess extends EventEmitter {
  readonly stdout;
  readonly stderr;
  private readonly ports = new Map<number, MessagePortMain>();

  constructor(
    private readonly child: ChildProcess,
    readonly name: string | undefined,
  ) {
    super();
    running.add(this);
    this.stdout = child.stdout;
    this.stderr = child.stderr;
    child.on('message', (relayed: Relayed) => {
      if (relayed.port === null) this.emit('message', relayed.message);
      else this.ports.get(relayed.port)?.postMessage(fromText(relayed.text));
    });
    child.once('close', (code) => {
      running.delete(this);
      for (const port of this.ports.values()) port.close();
      this.emit('exit', code);
    });
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  postMessage(message: unknown, transfer: MessagePortMain[] = []): void {
    const ports = transfer.map((port) => this.relay(port));
    this.send({ port: null, message, ports });
  }

  kill(): boolean {
    return this.child.kill('SIGKILL');
  }

  private relay(port: MessagePortMain): number {
    const id = this.ports.size + 1;
    this.ports.set(id, port);
    port.on('message', ({ data }) => this.send({ port: id, text: toText(data) }));
    port.on('close', () => this.send({ port: id, text: null }));
    port.start();
    return id;
  }

  private send(relayed: Relayed): void {
    if (this.child.connected) this.child.send(relayed);
  }
}

export const utilityProcess = {
  fork(file: string, words: string[], { env, serviceName }: ForkOptions): UtilityProcess {
    const options = { env: env as NodeJS.ProcessEnv, execPath: NODE, execArgv: ['--require', PARENT_PORT] };
    return new UtilityProcess(
      fork(outsideOfArchive(file), words, { ...options, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] }),
      serviceName,
    );
  },
};
