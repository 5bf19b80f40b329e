/** Tells of messages of clients that no handler answers, in few lines: a client can send as many of them as it likes. */
import { visibleText } from '../shared/values/visible-text';

/** Different failures that are told; a message names what the client sent, so each can be another one. */
const MOST_DIFFERENT = 5;
const LONGEST = 200;

/**
 * Each failure once, in one line; of all, the number whenever it has grown tenfold. With `SHELFWISE_DEBUG=1`, all of them with their stacks.
 * @param write takes a line of the terminal
 */
export function failureTeller(write: (line: string) => void, environment = process.env): (thrown: unknown) => void {
  const told = new Set<string>();
  let count = 0;
  let next = 10;
  return (thrown) => {
    if (environment['SHELFWISE_DEBUG'] === '1') return write(stackOf(thrown));
    count += 1;
    const line = lineOf(thrown);
    if (!told.has(line) && told.size < MOST_DIFFERENT) {
      told.add(line);
      write(`A message of a page could not be answered: ${line}`);
    }
    if (count < next) return;
    write(`${count} messages of pages could not be answered by now.`);
    next *= 10;
  };
}

function lineOf(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const line = visibleText(message.replace(/\s+/g, ' ').trim());
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}

const stackOf = (thrown: unknown): string =>
  (thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)).split('\n').map(visibleText).join('\n');
