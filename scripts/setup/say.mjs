// What setup tells a person: one line a step, progress while it works, and a sentence where it cannot go on.

/** A reason to stop that a person can act on; anything else that is thrown is a fault of ours. */
export class SetupFailure extends Error {}

/** Says that a step begins. */
export function say(text) {
  console.log(`setup: ${text}`);
}

/** Says something that must not be overlooked, although setup goes on. */
export function warn(text) {
  console.log(`setup: NOTE: ${text}`);
}

const TERMINAL_TICK = 500;
const PLAIN_TICK = 10_000;

/** What a command's outcome says; other work that did not throw has succeeded. */
const succeeded = (result) => result?.status === undefined || result.status === 0;

/**
 * Runs `work` and meanwhile shows how far it is: on a terminal a line that is rewritten, elsewhere a line every ten seconds.
 * @param {string} name what is being done
 * @param {() => string} progress how far it is, short; may be empty
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @template T
 */
export async function withProgress(name, progress, work) {
  const started = performance.now();
  const terminal = process.stdout.isTTY;
  const line = () => {
    const seconds = Math.round((performance.now() - started) / 1000);
    return `setup:   ${name}: ${[progress(), `${seconds} s`].filter(Boolean).join(', ')}`;
  };
  const show = () => (terminal ? process.stdout.write(`\r${line()}\u001b[K`) : console.log(line()));
  const timer = setInterval(show, terminal ? TERMINAL_TICK : PLAIN_TICK);
  try {
    const result = await work();
    if (terminal) process.stdout.write('\r\u001b[K');
    if (succeeded(result)) console.log(`${line()}, done`);
    return result;
  } catch (error) {
    if (terminal) process.stdout.write('\r\u001b[K');
    throw error;
  } finally {
    clearInterval(timer);
  }
}
