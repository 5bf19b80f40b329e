/** The other end of asked.mjs: a line in, a line of JSON out, one after the other. */
import { createInterface } from 'node:readline';

export async function answerLines(
  answer: (command: string, rest: readonly string[]) => Promise<object>,
): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const [command = '', ...rest] = line.split(' ');
    process.stdout.write(`${JSON.stringify(await answer(command, rest))}\n`);
  }
}

/** Seconds of the clock and of the processor that work took, and the largest resident size of this process so far. */
export async function measured(
  work: () => Promise<void>,
): Promise<{ seconds: number; processor: number; megabytes: number }> {
  const started = performance.now();
  const used = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(used);
  return {
    seconds: (performance.now() - started) / 1000,
    processor: (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
}
