// What setup prints: one line per step, progress during work, and a sentence if it cannot continue.

/** A reason to stop that the user can act on; anything else thrown is a bug. */
export class SetupFailure extends Error {}

/** Announces a step. */
export function say(text) {
  console.log(`setup: ${text}`);
}

/** Prints a warning that must not be overlooked, although setup continues. */
export function warn(text) {
  console.log(`setup: NOTE: ${text}`);
}

const TERMINAL_TICK = 500;
const PLAIN_TICK = 10_000;

/** Whether a command succeeded; other work succeeds if it does not throw. */
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
