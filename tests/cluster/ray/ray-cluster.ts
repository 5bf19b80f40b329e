/** A Ray cluster on this computer: a head that computes nothing, and nodes with one core each. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { promisify } from 'node:util';

/** The Python with Ray: `npm run test:cluster` installs it, and runs the tests in their own namespaces. */
export const PYTHON = process.env['SHELFWISE_TEST_RAY'];

const PORT = 6379;
const DASHBOARD = 8265;

export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

export class RayCluster {
  readonly address = `http://127.0.0.1:${DASHBOARD}`;
  readonly token = randomBytes(32).toString('hex');
  readonly #environment: NodeJS.ProcessEnv;

  readonly #temporary: string;

  private constructor(folder: string) {
    this.#temporary = path.join(folder, 'ray');
    this.#environment = {
      ...process.env,
      PATH: `${path.dirname(PYTHON!)}${path.delimiter}${process.env['PATH']}`,
      RAY_AUTH_MODE: 'token',
      RAY_AUTH_TOKEN: this.token,
      RAY_USAGE_STATS_ENABLED: '0',
    };
  }

  /** @param folder with a short path: socket paths are limited to 107 bytes */
  static async start(folder: string): Promise<RayCluster> {
    const cluster = new RayCluster(folder);
    await cluster.startHead();
    return cluster;
  }

  async startHead(): Promise<void> {
    const places = ['--port', `${PORT}`, '--dashboard-host', '127.0.0.1', '--dashboard-port', `${DASHBOARD}`];
    await this.#ray(['--head', ...places, '--num-cpus', '0', '--temp-dir', this.#temporary]);
  }

  /**
   * @param command that starts Shelfwise there
   * @returns the process of the node
   */
  async startNode(command: string): Promise<number> {
    const before = new Set(await this.#raylets());
    await this.#ray(['--address', `127.0.0.1:${PORT}`, '--num-cpus', '1'], { SHELFWISE_COMMAND: command });
    return (await this.#raylets()).find((pid) => !before.has(pid))!;
  }

  /** Kills everything of Ray. */
  async kill(): Promise<void> {
    for (;;) {
      const left = (await processes()).filter(
        ({ command }) => command.includes(`${this.#temporary}/`) || command.startsWith('ray::'),
      );
      if (left.length === 0) return;
      for (const { pid } of left) killNow(pid);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async #ray(words: string[], more: NodeJS.ProcessEnv = {}): Promise<void> {
    const store = ['--object-store-memory', '100000000', '--disable-usage-stats'];
    const ray = path.join(path.dirname(PYTHON!), 'ray');
    await promisify(execFile)(ray, ['start', ...words, ...store], { env: { ...this.#environment, ...more } });
  }

  async #raylets(): Promise<number[]> {
    return (await processes())
      .filter(({ command }) => /\/raylet\/raylet /.test(command) && command.includes(this.#temporary))
      .map(({ pid }) => pid);
  }
}

/** All processes of this namespace. */
export async function processes(): Promise<Process[]> {
  const found: Process[] = [];
  for (const name of await fs.readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = await fs.readFile(`/proc/${name}/stat`, 'utf8');
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const command = (await fs.readFile(`/proc/${name}/cmdline`, 'utf8')).replaceAll('\0', ' ');
      if (state !== 'Z') found.push({ pid: Number(name), parent: Number(parent), command });
    } catch {
      // It has ended meanwhile.
    }
  }
  return found;
}

export function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
