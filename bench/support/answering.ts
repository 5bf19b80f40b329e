/** The worker's end of asked.mjs: a line in, a line of JSON out, one at a time. */
import { createInterface } from 'node:readline';

export async function answerLines(
  answer: (command: string, rest: readonly string[]) => Promise<object>,
): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const [command = '', ...rest] = line.split(' ');
    process.stdout.write(`${JSON.stringify(await answer(command, rest))}\n`);
  }
}

/** Wall and processor seconds of work, and this process's peak resident size. */
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
