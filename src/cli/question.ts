/** Asks the user at the terminal. */
import { createInterface } from 'node:readline/promises';
import { ShelfwiseError } from '../shared/errors';
import { visibleText } from '../shared/values/visible-text';
import type { Context } from './context';
import { say } from '../shared/words/sentence';

/** Whether standard error and standard input are a terminal, so that the user can read and answer. */
export const canAsk = (): boolean => process.stdin.isTTY && process.stderr.isTTY;

/**
 * Anything but a yes counts as no, including the end of input.
 * @throws ShelfwiseError `stopped` on Ctrl-C
 */
export async function askYesNo({ interrupt }: Context, question: string): Promise<boolean> {
  // With `terminal`, readline would handle Ctrl-C itself.
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  const ended = new AbortController();
  lines.once('close', () => ended.abort());
  try {
    const signal = AbortSignal.any([interrupt.signal, ended.signal]);
    const answer = await lines.question(`${visibleText(question)} [y/N] `, { signal });
    return /^\s*(?:y|yes)\s*$/i.test(answer);
  } catch (thrown) {
    if (interrupt.signal.aborted) throw new ShelfwiseError('stopped', say('command-line.stopped-at-question'));
    if (ended.signal.aborted) return false;
    throw thrown;
  } finally {
    lines.close();
  }
}
