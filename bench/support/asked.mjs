// A process that does one thing per line: `ask` writes a line and returns the JSON that answers it.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { CACHE } from './places.mjs';

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} environment added to ours
 */
export function startAsked(program, args, environment = {}) {
  const child = spawn(program, args, {
    env: { ...process.env, ...environment, SHELFWISE_BENCH_CACHE: CACHE },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    /** @param {string} line @returns {Promise<any>} */
    async ask(line) {
      child.stdin.write(`${line}\n`);
      const { done, value } = await lines.next();
      if (done) throw new Error(`${program} ${args.join(' ')} ended without an answer to "${line}"`);
      return JSON.parse(value);
    },
    end: () => child.stdin.end(),
  };
}
