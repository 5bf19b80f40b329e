/** An invisible screen, for as long as it is needed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { testTools } from '../../support/test-tools';

export interface Screen {
  /** Null to use the system's screen. */
  readonly display: string | null;
  close(): void;
}

export async function openScreen(): Promise<Screen> {
  const program = testTools().xvfb.path;
  if (program === null) return { display: null, close: () => undefined };
  const words = ['-displayfd', '3', '-screen', '0', '1500x1000x24', '-nolisten', 'tcp'];
  const server = spawn(program, words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  // It picks a free number and reports it when ready.
  const [number] = (await once(server.stdio[3] as Readable, 'data')) as [Buffer];
  return { display: `:${number.toString().trim()}`, close: () => void server.kill() };
}
